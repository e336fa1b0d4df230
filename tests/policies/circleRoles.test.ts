import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { castParts, outside, type Cast } from './cast.ts';
import { invite, must, type Client } from './furnish.ts';
import { moveTo, planCircle } from './gathering.ts';

let house: House;
let cast: Cast;
let lead: Client;
let circle: string;
beforeAll(async () => {
  house = await openHouse();
  cast = await castParts(house);
  lead = await house.as('lead');
  ({ circle } = await cast.plan());
});
afterAll(() => house.close());

const roles = () => lead.from('circle_roles').select('*').order('circle_id').order('person_id');
const circles = () => lead.from('circles').select('*').order('id');
const role = (person_id: string, of = circle, name = 'observer') => ({
  circle_id: of,
  team_id: house.team,
  person_id,
  role: name
});
const rolesOf = async (of: string) =>
  must(await lead.from('circle_roles').select('person_id, role').eq('circle_id', of).order('role'));

describe('roles in a circle', () => {
  it('the one who plans it facilitates it, until they say otherwise', async () => {
    const { circle: fresh } = await planCircle(lead, house.team);
    expect(await rolesOf(fresh)).toEqual([{ person_id: house.people.lead, role: 'facilitator' }]);

    const given = await lead.from('circle_roles').update({ role: 'observer' }).eq('circle_id', fresh);
    expect(given).toMatchObject(done);
    expect(await rolesOf(fresh)).toEqual([{ person_id: house.people.lead, role: 'observer' }]);

    expect(await lead.from('circle_roles').delete().eq('circle_id', fresh)).toMatchObject(done);
    expect(await rolesOf(fresh)).toEqual([]);
  });

  it.each(['lead', 'secondLead', 'coFacilitator', 'observer', 'member'] as const)(
    'the %s sees who facilitates and who observes',
    async (part) => {
      const client = await cast.as(part);
      const seen = must(await client.from('circle_roles').select('role').eq('circle_id', circle).order('role'));
      expect(seen.map(({ role: one }) => one)).toEqual(['co_facilitator', 'facilitator', 'observer']);
    }
  );

  it.each(outside)('the %s sees none', async (part) => {
    const client = await cast.as(part);
    expect(await client.from('circle_roles').select('*').eq('team_id', house.team)).toMatchObject(nothing);
  });

  it.each(['coFacilitator', 'observer', 'member', ...outside] as const)(
    'the %s gives, changes and takes back none, also not their own',
    async (part) => {
      const client = await cast.as(part);
      const table = () => client.from('circle_roles');
      const given = await changingNothing(roles, () => table().insert(role(cast.id(part), circle, 'facilitator')));
      expect(given).toMatchObject(refused());
      for (const wish of [
        () => table().update({ role: 'facilitator' }).eq('circle_id', circle).select(),
        () => table().delete().eq('circle_id', circle).select()
      ])
        expect(await changingNothing(roles, wish)).toMatchObject(nothing);
    }
  );

  it('nobody from outside the team has one, and no other role is known', async () => {
    for (const part of outside)
      expect(await changingNothing(roles, () => lead.from('circle_roles').insert(role(cast.id(part))))).toMatchObject(
        refused('23503')
      );
    const wrong = role(house.people.member, circle, 'recorder');
    expect(await changingNothing(roles, () => lead.from('circle_roles').insert(wrong))).toMatchObject(refused('23514'));
  });

  it('a role is not moved to another person, circle or team', async () => {
    const other = await planCircle(lead, house.team);
    for (const moved of [
      { person_id: house.people.member },
      { circle_id: other.circle },
      { team_id: house.otherTeam, circle_id: other.circle }
    ])
      expect(
        await changingNothing(roles, () => lead.from('circle_roles').update(moved).eq('circle_id', circle))
      ).toMatchObject(refused());
  });

  it.each(['closed', 'archived'])('once it is %s no lead gives, changes or takes back a role', async (state) => {
    const held = await cast.plan();
    await moveTo(lead, held.circle, ...(state === 'closed' ? ['open', 'closed'] : ['open', 'closed', 'archived']));
    const second = await cast.as('secondLead');

    for (const client of [lead, second]) {
      const table = () => client.from('circle_roles');
      expect(
        await changingNothing(roles, () => table().insert(role(cast.id('secondLead'), held.circle)))
      ).toMatchObject(refused());
      expect(
        await changingNothing(roles, () => table().upsert(role(cast.id('secondLead'), held.circle, 'facilitator')))
      ).toMatchObject(refused());
      expect(
        await changingNothing(roles, () => table().update({ role: 'observer' }).eq('circle_id', held.circle).select())
      ).toMatchObject(nothing);
      expect(await changingNothing(roles, () => table().delete().eq('circle_id', held.circle).select())).toMatchObject(
        nothing
      );
    }
  });

  it('it goes when its bearer leaves the team, and does not come back with them', async () => {
    const guest = await house.newcomer('member');
    const mine = () => guest.client.from('circle_roles').select('role').eq('person_id', guest.id);
    must(await lead.from('circle_roles').insert(role(guest.id)).select());
    expect(must(await mine())).toEqual([{ role: 'observer' }]);

    expect(await guest.client.from('team_members').delete().eq('person_id', guest.id)).toMatchObject(done);
    expect(must(await lead.from('circle_roles').select('role').eq('person_id', guest.id))).toEqual([]);

    await invite(lead, guest.client, { organisation: house.organisation, team: house.team, role: 'member' });
    expect(must(await mine())).toEqual([]);
  });
});

describe('opening and closing', () => {
  const move = (client: Client, of: string, to: string) =>
    client.rpc('open_or_close_circle', { p_circle: of, p_to: to });

  it.each(['lead', 'secondLead', 'coFacilitator'] as const)(
    'the %s opens a circle and closes it, once',
    async (part) => {
      const client = await cast.as(part);
      const plan = await cast.plan();

      expect(await move(client, plan.circle, 'closed')).toMatchObject({ data: false, error: null });
      expect(await move(client, plan.circle, 'open')).toMatchObject({ data: true, error: null });
      expect(await move(client, plan.circle, 'open')).toMatchObject({ data: false, error: null });
      expect(
        await client.rpc('open_or_close_circle', { p_circle: plan.circle, p_to: 'closed', p_held_on: ['2026-11-02'] })
      ).toMatchObject({ data: true, error: null });

      const { data } = await lead.from('circles').select('state, held_on').eq('id', plan.circle).single();
      expect(data).toEqual({ state: 'closed', held_on: ['2026-11-02'] });
    }
  );

  it.each(['observer', 'member', ...outside] as const)('the %s does neither', async (part) => {
    const client = await cast.as(part);
    const opened = await cast.plan();
    await moveTo(lead, opened.circle, 'open');
    expect(await changingNothing(circles, () => move(client, circle, 'open'))).toMatchObject(refused());
    expect(await changingNothing(circles, () => move(client, opened.circle, 'closed'))).toMatchObject(refused());
  });

  it.each(['archived', 'planned', '', null])('it goes nowhere else: %j', async (to) => {
    const client = await cast.as('coFacilitator');
    expect(await changingNothing(circles, () => move(client, circle, to as string))).toMatchObject(refused());
  });

  it('a co-facilitator changes nothing else of the circle, its agenda, its questions or its groups', async () => {
    const client = await cast.as('coFacilitator');
    for (const change of [{ title: 'Mine' }, { state: 'open' }, { held_on: ['2020-01-01'] }, { planned_minutes: 5 }])
      expect(
        await changingNothing(circles, () => client.from('circles').update(change).eq('id', circle).select())
      ).toMatchObject(nothing);
    expect(
      await changingNothing(circles, () => client.from('circles').delete().eq('id', circle).select())
    ).toMatchObject(nothing);
    expect(
      await changingNothing(circles, () => client.rpc('save_agenda', { p_circle: circle, p_version: 1, p_items: [] }))
    ).toMatchObject(refused());
    for (const table of ['agenda_items', 'questions', 'groups'] as const)
      expect(await client.from(table).delete().eq('circle_id', circle).select('id')).toMatchObject(nothing);
  });
});
