import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type Actor, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { must, type Client } from './furnish.ts';
import { moveTo, planCircle } from './gathering.ts';

let house: House;
let lead: Client;
let circle: string;
beforeAll(async () => {
  house = await openHouse();
  lead = await house.as('lead');
  ({ circle } = await planCircle(lead, house.team));
});
afterAll(() => house.close());

const circles = () => house.service.from('circles').select('*').order('id');
const notLeads = ['member', 'outsider', 'trainer', 'admin', 'stranger'] as const;
const row = () => ({ team_id: house.team, kind: 'staff', title: 'Tuesday circle' });

describe('reading circles', () => {
  it.each(['lead', 'member', 'colleague'] as const)('the %s sees those of the team', async (actor) => {
    const client = await house.as(actor);
    expect(must(await client.from('circles').select('id').eq('id', circle))).toEqual([{ id: circle }]);
  });

  it.each(['outsider', 'trainer', 'stranger'] as const)('the %s sees none of them', async (actor) => {
    const client = await house.as(actor);
    expect(await client.from('circles').select('*').eq('team_id', house.team)).toMatchObject(nothing);
  });

  it('an admin who is in no team reads no circle, not even inside its team', async () => {
    const admin = await house.as('admin');
    expect(await admin.from('circles').select('*')).toMatchObject(nothing);
    expect(await admin.from('teams').select('name, circles(title)').eq('id', house.team)).toMatchObject({
      data: [{ name: 'North', circles: [] }]
    });
  });

  it('someone who was removed sees none any more, with the session they have', async () => {
    const { client, id } = await house.newcomer('member');
    expect(must(await client.from('circles').select('id'))).not.toEqual([]);

    await lead.from('team_members').delete().match({ team_id: house.team, person_id: id });

    expect(must(await client.from('circles').select('id'))).toEqual([]);
  });
});

describe('making circles', () => {
  it('a lead plans one, in their own name', async () => {
    const made = must(await lead.from('circles').insert(row()).select('state, created_by').single());
    expect(made).toEqual({ state: 'planned', created_by: house.people.lead });
  });

  it.each(notLeads)('the %s plans none', async (actor) => {
    const client = await house.as(actor);
    expect(await changingNothing(circles, () => client.from('circles').insert(row()))).toMatchObject(refused());
  });

  it.each([
    { state: 'open' },
    { created_by: 'someone else' },
    { opened_at: '2020-01-01T00:00:00Z' },
    { closed_at: '2020-01-01T00:00:00Z' },
    { agenda_version: 7 },
    { created_at: '2020-01-01T00:00:00Z' }
  ])('it does not begin with %j', async (forged) => {
    const set = 'created_by' in forged ? { created_by: house.people.member } : forged;
    const answer = await changingNothing(circles, () => lead.from('circles').insert({ ...row(), ...set }));
    expect(answer).toMatchObject(refused());
  });

  it.each([
    { title: '  ' },
    { title: 't'.repeat(201) },
    { kind: 'party' },
    { planned_minutes: 0 },
    { planned_minutes: 100_000 },
    { time_zone: '' },
    { held_on: Array.from({ length: 61 }, () => '2026-01-01') }
  ])('a value that does not fit is refused: %o', async (wrong) => {
    const answer = await changingNothing(circles, () => lead.from('circles').insert({ ...row(), ...wrong }));
    expect(answer).toMatchObject(refused('23514'));
  });
});

describe('changing circles', () => {
  it('a lead changes title, time and length', async () => {
    const change = { title: 'Moved', planned_minutes: 45, starts_at: '2027-01-04T10:00:00Z' };
    expect(await lead.from('circles').update(change).eq('id', circle)).toMatchObject(done);
    const after = must(
      await lead.from('circles').select('title, planned_minutes, starts_at').eq('id', circle).single()
    );
    expect({ ...after, starts_at: Date.parse(after.starts_at ?? '') }).toEqual({
      ...change,
      starts_at: Date.parse(change.starts_at)
    });
  });

  it.each(notLeads)('the %s changes, opens and deletes none', async (actor) => {
    const client = await house.as(actor);
    const table = () => client.from('circles');

    const answers = [
      await changingNothing(circles, () => table().update({ title: 'Mine' }).eq('id', circle).select()),
      await changingNothing(circles, () => table().update({ state: 'open' }).eq('id', circle).select()),
      await changingNothing(circles, () => table().delete().eq('id', circle).select())
    ];

    for (const answer of answers) expect(answer).toMatchObject(nothing);
  });

  it.each([
    ['into another team', { team_id: 'other' }],
    ['under another id', { id: crypto.randomUUID() }],
    ['under another name', { created_by: 'other' }],
    ['to when it was opened', { opened_at: '2020-01-01T00:00:00Z' }],
    ['to another form’s key', { request_key: crypto.randomUUID() }]
  ])('nobody moves one %s', async (_, change) => {
    const set = {
      ...change,
      ...('team_id' in change ? { team_id: house.otherTeam } : {}),
      ...('created_by' in change ? { created_by: house.people.member } : {})
    };
    expect(await changingNothing(circles, () => lead.from('circles').update(set).eq('id', circle))).toMatchObject(
      refused()
    );
  });

  it('a lead of another team does not take one over by an upsert', async () => {
    const outsider = await house.as('outsider');
    const theirs = { ...row(), id: circle, team_id: house.otherTeam };
    expect(await changingNothing(circles, () => outsider.from('circles').upsert(theirs))).toMatchObject(refused());
  });

  it('the agenda’s version is not set forward or back by hand', async () => {
    for (const agenda_version of [99, 0, 2_147_483_647]) {
      const answer = await changingNothing(circles, () =>
        lead.from('circles').update({ agenda_version }).eq('id', circle)
      );
      expect(answer).toMatchObject(refused('22023'));
    }
  });

  it('a lead deletes one that was never opened, and no other', async () => {
    const [planned, opened] = [await planCircle(lead, house.team), await planCircle(lead, house.team)];
    await moveTo(lead, opened.circle, 'open');

    expect(await lead.from('circles').delete().eq('id', planned.circle)).toMatchObject(done);
    expect(
      await changingNothing(circles, () => lead.from('circles').delete().eq('id', opened.circle).select())
    ).toMatchObject(nothing);

    expect(must(await lead.from('circles').select('id').eq('id', planned.circle))).toEqual([]);
  });

  it('a visitor is refused everything', async () => {
    const visitor = await house.as('visitor' satisfies Actor);
    const answers = [
      await visitor.from('circles').select('id'),
      await changingNothing(circles, () => visitor.from('circles').insert(row())),
      await changingNothing(circles, () => visitor.from('circles').update({ title: 'x' }).eq('id', circle)),
      await changingNothing(circles, () => visitor.from('circles').delete().eq('id', circle))
    ];
    for (const answer of answers) expect(answer).toMatchObject(refused());
  });
});
