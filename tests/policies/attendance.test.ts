import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { castParts, outside, type Cast, type Part } from './cast.ts';
import { must, type Client } from './furnish.ts';
import { moveTo } from './gathering.ts';

let house: House;
let cast: Cast;
let lead: Client;
/** Closed, with the member, the colleague and somebody known by name only in its attendance. */
let held: string;
beforeAll(async () => {
  house = await openHouse();
  cast = await castParts(house);
  lead = await house.as('lead');
  held = (await cast.plan()).circle;
  await moveTo(lead, held, 'open', 'closed');
  for (const over of [
    { person_id: house.people.member, status: 'late' },
    { person_id: house.people.colleague, status: 'apology' },
    { person_id: null, name: 'Gus Guest', status: 'present' }
  ])
    must(await lead.from('attendance').insert(row(held, over)).select('id'));
});
afterAll(() => house.close());

const row = (circle_id: string, over: object = {}) => ({
  circle_id,
  team_id: house.team,
  name: 'Typed by hand',
  status: 'present',
  ...over
});
const mine = (part: Exclude<Part, 'visitor'>, status: string) => ({ person_id: cast.id(part), status });
const all = () => lead.from('attendance').select('*').order('id');

describe('reading attendance', () => {
  it.each(['lead', 'secondLead', 'coFacilitator'] as const)('the %s reads all of it', async (part) => {
    const client = await cast.as(part);
    const read = must(await client.from('attendance').select('name, status').eq('circle_id', held).order('name'));
    expect(read).toEqual([
      { name: 'Cleo Colleague', status: 'apology' },
      { name: 'Gus Guest', status: 'present' },
      { name: 'Mo Member', status: 'late' }
    ]);
  });

  it('a member reads their own, and nobody else’s', async () => {
    const member = await house.as('member');
    const read = must(await member.from('attendance').select('person_id, status').eq('circle_id', held));
    expect(read).toEqual([{ person_id: house.people.member, status: 'late' }]);
  });

  it.each(['observer', ...outside] as const)('the %s reads none', async (part) => {
    const client = await cast.as(part);
    expect(await client.from('attendance').select('*').eq('circle_id', held)).toMatchObject(nothing);
  });

  it('who left the team reads their own no more', async () => {
    const guest = await house.newcomer('member');
    must(
      await lead
        .from('attendance')
        .insert(row(held, { person_id: guest.id }))
        .select()
    );
    expect(must(await guest.client.from('attendance').select('id'))).toHaveLength(1);
    await lead.from('team_members').delete().eq('person_id', guest.id);
    expect(await guest.client.from('attendance').select('id')).toMatchObject(nothing);
    await lead.from('attendance').delete().eq('person_id', guest.id);
  });

  it('the team is told how many came, and nobody else is', async () => {
    const figures = async (part: Part) => (await cast.as(part)).rpc('attendance_figures', { p_circle: held });
    for (const part of ['member', 'observer', 'lead'] as const)
      expect(must(await figures(part)).toSorted((a, b) => a.status.localeCompare(b.status))).toEqual([
        { status: 'apology', people: 1 },
        { status: 'late', people: 1 },
        { status: 'present', people: 1 }
      ]);
    for (const part of outside) expect(await figures(part)).toMatchObject(nothing);
  });
});

describe('excusing oneself', () => {
  it.each(['apology', 'declined'])('a member says so before the opening: %s; and takes it back', async (status) => {
    const { circle } = await cast.plan();
    const member = await house.as('member');
    expect(await member.from('attendance').insert(row(circle, mine('member', status)))).toMatchObject(done);
    expect(must(await member.from('attendance').select('name').eq('circle_id', circle))).toEqual([
      { name: 'Mo Member' }
    ]);
    expect(await member.from('attendance').delete().eq('circle_id', circle)).toMatchObject(done);
    expect(must(await lead.from('attendance').select('id').eq('circle_id', circle))).toEqual([]);
  });

  it.each(['open', 'closed', 'archived'])('not when the circle is %s, and an apology stays', async (state) => {
    const { circle } = await cast.plan();
    const [member, colleague] = [await house.as('member'), await house.as('colleague')];
    must(
      await member
        .from('attendance')
        .insert(row(circle, mine('member', 'apology')))
        .select()
    );
    const life = ['open', 'closed', 'archived'];
    await moveTo(lead, circle, ...life.slice(0, life.indexOf(state) + 1));

    const late = () => colleague.from('attendance').insert(row(circle, mine('colleague', 'apology')));
    expect(await changingNothing(all, late)).toMatchObject(refused());
    const taking = () => member.from('attendance').delete().eq('circle_id', circle).select();
    expect(await changingNothing(all, taking)).toMatchObject(nothing);
  });

  it('not as present, not for somebody else, not for a name, and not more than once', async () => {
    const { circle } = await cast.plan();
    const member = await house.as('member');
    for (const over of [
      mine('member', 'present'),
      mine('member', 'late'),
      { ...mine('member', 'made_up'), made_up_on: '2026-11-03' },
      mine('colleague', 'apology'),
      mine('lead', 'declined'),
      { person_id: null, name: 'Cleo Colleague', status: 'apology' }
    ])
      expect(await changingNothing(all, () => member.from('attendance').insert(row(circle, over)))).toMatchObject(
        refused()
      );
    must(
      await member
        .from('attendance')
        .insert(row(circle, mine('member', 'apology')))
        .select()
    );
    expect(
      await changingNothing(all, () => member.from('attendance').insert(row(circle, mine('member', 'declined'))))
    ).toMatchObject(refused('23505'));
    expect(
      await changingNothing(all, () =>
        member.from('attendance').update({ status: 'present' }).eq('circle_id', circle).select()
      )
    ).toMatchObject(nothing);
  });

  it.each(outside)('the %s does so in no circle of the team, and learns nothing of who is in it', async (part) => {
    const { circle } = await cast.plan();
    const client = await cast.as(part);
    for (const who of ['member', 'stranger', part] as const)
      expect(
        await changingNothing(all, () => client.from('attendance').insert(row(circle, mine(who, 'apology'))))
      ).toMatchObject(refused());
  });
});
