import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { castParts, outside, type Cast } from './cast.ts';
import { must, type Client } from './furnish.ts';
import { moveTo } from './gathering.ts';
import { holdSeries, items, startTuesdays, starts, tuesdays, type Series } from './recurring.ts';

let house: House;
let cast: Cast;
let lead: Client;
let held: Series;
beforeAll(async () => {
  house = await openHouse();
  cast = await castParts(house);
  lead = await house.as('lead');
  held = await holdSeries(lead, house.team);
});
afterAll(() => house.close());

const all = () => lead.from('series').select('*, circles(*)').order('id');
const circles = () => lead.from('circles').select('*').order('id');
const notLeads = ['coFacilitator', 'observer', 'member', ...outside] as const;

describe('starting a series', () => {
  it('a lead does: as many circles as meetings, each with its instant, number, agenda and questions', async () => {
    const made = must(
      await lead
        .from('circles')
        .select('series_number, starts_at, state, title, created_by, agenda_items(title), questions(prompt)')
        .eq('series_id', held.series)
        .order('series_number')
    );
    expect(made.map(({ starts_at }) => Date.parse(starts_at ?? ''))).toEqual(starts.map((one) => Date.parse(one)));
    expect(made.map(({ series_number }) => series_number)).toEqual([1, 2, 3]);
    for (const circle of made) {
      expect(circle).toMatchObject({ state: 'planned', title: tuesdays.title, created_by: house.people.lead });
      expect(circle.agenda_items.map(({ title }) => title).sort()).toEqual(['Arrive', 'Close']);
      expect(circle.questions).toEqual([{ prompt: 'What helps?' }]);
    }
  });

  it('the same form sent twice, also at once, starts one', async () => {
    const key = crypto.randomUUID();
    const twice = await Promise.all([1, 2].map(() => startTuesdays(lead, house.team, { key })));
    const again = await changingNothing(all, () => startTuesdays(lead, house.team, { key }));
    expect(new Set([...twice, again].map(must)).size).toBe(1);
    expect(must(await lead.from('circles').select('id').eq('series_id', must(again)))).toHaveLength(3);
  });

  it('another team’s key gives no way to its series', async () => {
    const key = crypto.randomUUID();
    const ours = must(await startTuesdays(lead, house.team, { key }));
    const outsider = await house.as('outsider');
    expect(must(await startTuesdays(outsider, house.otherTeam, { key }))).not.toBe(ours);
  });

  it.each(notLeads)('the %s starts none in this team', async (part) => {
    const client = await cast.as(part);
    expect(await changingNothing(all, () => startTuesdays(client, house.team))).toMatchObject(refused());
  });

  it('a lead starts none for another team', async () => {
    expect(await changingNothing(all, () => startTuesdays(lead, house.otherTeam))).toMatchObject(refused());
  });

  it.each([
    ['with an item of no kind we know', { items: [...items, { kind: 'party', title: 'x', minutes: 5 }] }, '23514'],
    ['with an item of no minutes', { items: [...items, { kind: 'round', title: 'x', minutes: 0 }] }, '23514'],
    ['with fewer starts than meetings', { starts: starts.slice(1) }, '22023'],
    ['with no starts', { starts: [] }, '22023'],
    [
      'of 105 meetings',
      { series: { length: 105 }, starts: Array.from({ length: 105 }, () => starts[0] ?? '') },
      '23514'
    ],
    ['at no hour of the day', { series: { starts_at: '24:00' } }, '23514'],
    ['with a gate higher than its length', { series: { gate: 4 } }, '23514'],
    ['with no place', { series: { places: 0 } }, '23514']
  ])('one %s leaves nothing behind, not even its first circle', async (_, wrong, code) => {
    const before = must(await circles()).length;
    expect(await changingNothing(all, () => startTuesdays(lead, house.team, wrong))).toMatchObject(refused(code));
    expect(must(await circles())).toHaveLength(before);
  });
});

describe('a series', () => {
  it.each(['lead', 'coFacilitator', 'observer', 'member'] as const)('is seen by the %s', async (part) => {
    const client = await cast.as(part);
    expect(must(await client.from('series').select('title').eq('id', held.series))).toEqual([{ title: 'Tuesdays' }]);
  });

  it.each(outside)('is not seen by the %s', async (part) => {
    const client = await cast.as(part);
    expect(await client.from('series').select('*').eq('team_id', house.team)).toMatchObject(nothing);
  });

  it.each(notLeads)('the %s changes and deletes none', async (part) => {
    const client = await cast.as(part);
    const of = () => client.from('series');
    for (const wish of [
      () => of().update({ title: 'Mine' }).eq('id', held.series).select(),
      () => of().delete().eq('id', held.series).select()
    ])
      expect(await changingNothing(all, wish)).toMatchObject(nothing);
  });

  it('a lead changes its title, places, intake and gate, and nothing that its circles were planned by', async () => {
    const change = { title: 'Wednesdays', places: 3, intake_weeks: 4, gate: 1 };
    expect(await lead.from('series').update(change).eq('id', held.series)).toMatchObject(done);
    for (const fixed of [{ first_on: '2020-01-01' }, { length: 9 }, { team_id: house.otherTeam }, { kind: 'staff' }])
      expect(await changingNothing(all, () => lead.from('series').update(fixed).eq('id', held.series))).toMatchObject(
        refused()
      );
  });

  it('with circles it is not deleted; without them it is', async () => {
    const { series } = await holdSeries(lead, house.team);
    const wish = () => lead.from('series').delete().eq('id', series);
    expect(await changingNothing(all, wish)).toMatchObject(refused('23503'));
    await lead.from('circles').delete().eq('series_id', series);
    expect(await wish()).toMatchObject(done);
    expect(must(await lead.from('series').select('id').eq('id', series))).toEqual([]);
  });

  it('a circle is put into a series of its own team only', async () => {
    const outsider = await house.as('outsider');
    const theirs = await holdSeries(outsider, house.otherTeam);
    const { circle } = await cast.plan();
    const put = (series_id: string) => lead.from('circles').update({ series_id, series_number: 9 }).eq('id', circle);
    expect(await changingNothing(circles, () => put(theirs.series))).toMatchObject(refused('23503'));
    expect(await put(held.series)).toMatchObject(done);
    const twice = { series_id: held.series, series_number: 1 };
    expect(await changingNothing(circles, () => lead.from('circles').update(twice).eq('id', circle))).toMatchObject(
      refused('23505')
    );
  });
});

describe('roles in a whole series', () => {
  const set = (client: Client, series: string, roles: object[]) =>
    client.rpc('set_series_roles', { p_series: series, p_roles: roles as never });
  const member = () => ({ person_id: house.people.member, role: 'co_facilitator' });

  it('a lead gives them in all circles that are still planned, and in no other', async () => {
    const {
      series,
      circles: [first = '', ...rest]
    } = await holdSeries(lead, house.team);
    await moveTo(lead, first, 'open');
    expect(await set(lead, series, [member()])).toMatchObject({ data: 2, error: null });
    const roles = must(
      await lead
        .from('circle_roles')
        .select('circle_id, role')
        .in('circle_id', [first, ...rest])
    );
    expect(roles).toHaveLength(3);
    expect(roles).toContainEqual({ circle_id: first, role: 'facilitator' });
  });

  it.each(notLeads)('the %s gives none', async (part) => {
    const client = await cast.as(part);
    const roles = () => lead.from('circle_roles').select('*').order('circle_id').order('person_id');
    const wish = () => set(client, held.series, [{ person_id: cast.id(part), role: 'facilitator' }]);
    expect(await changingNothing(roles, wish)).toMatchObject(refused());
  });

  it('to nobody outside the team, and then to nobody at all', async () => {
    const roles = () => lead.from('circle_roles').select('*').order('circle_id').order('person_id');
    const wrong = [member(), { person_id: house.people.outsider, role: 'observer' }];
    expect(await changingNothing(roles, () => set(lead, held.series, wrong))).toMatchObject(refused('23503'));
  });
});

describe('the resourcing sheet', () => {
  const row = (series_id: string) => ({ series_id, team_id: house.team, sheet: { hours: 70 } });
  const sheets = () => lead.from('resourcing_sheets').select('*');

  it('is for leads', async () => {
    expect(await lead.from('resourcing_sheets').insert(row(held.series))).toMatchObject(done);
    const second = await cast.as('secondLead');
    const change = second
      .from('resourcing_sheets')
      .update({ sheet: { hours: 71 } })
      .eq('series_id', held.series);
    expect(await change.select('sheet')).toMatchObject({ data: [{ sheet: { hours: 71 } }] });
  });

  it.each(notLeads)('the %s neither reads nor writes it', async (part) => {
    const client = await cast.as(part);
    const table = () => client.from('resourcing_sheets');
    expect(await table().select('*')).toMatchObject(nothing);
    expect(await changingNothing(sheets, () => table().insert(row(held.series)))).toMatchObject(refused());
    expect(
      await changingNothing(sheets, () => table().update({ sheet: {} }).eq('series_id', held.series).select())
    ).toMatchObject(nothing);
  });
});
