import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, nothing, refused } from './answers.ts';
import { must, type Client } from './furnish.ts';
import { moveTo, planCircle } from './gathering.ts';
import { tables } from './rights.ts';
import { holdWholeCircle, keepTeamRecords } from './wholeCircle.ts';

// On PGlite the database is opened anew for whatever only its owner does.
vi.setConfig({ testTimeout: 60_000 });

let house: House;
let lead: Client;
/** How many rows each table holds with one whole circle of today: before the old one is held beside it, and then. */
let before: Record<string, unknown>;
let full: Record<string, unknown>;
let young: string;
let old: string;
beforeAll(async () => {
  house = await openHouse();
  lead = await house.as('lead');
  await keepTeamRecords(house, lead);
  young = (await holdWholeCircle(house, lead)).circle;
  await moveTo(lead, young, 'closed', 'archived');
  before = await rowsByTable();
  old = (await holdWholeCircle(house, lead)).circle;
  await moveTo(lead, old, 'closed');
  full = await rowsByTable(held(old, 7));
});
afterAll(() => house.close().finally(vi.resetConfig));

const today = new Date().toISOString().slice(0, 10);
const run = (client: Client, day = today) => client.rpc('run_retention', { p_today: day });
const preview = async (actor: 'admin' | 'stranger', until = today) => {
  const client = await house.as(actor);
  const { organisation_id } = must(await client.from('teams').select('organisation_id').limit(1).single());
  return client.rpc('retention_preview', { p_organisation: organisation_id, p_until: until });
};
/** SQL that puts a circle some years back. */
const held = (circle: string, years: number, state = 'closed') =>
  `update public.circles set created_at = now() - interval '${years} years', starts_at = null,
    ${state === 'planned' ? '' : `held_on = array[(current_date - interval '${years} years')::date],`}
    opened_at = case when opened_at is not null then now() - interval '${years} years' end where id = '${circle}'`;
async function rowsByTable(...first: string[]): Promise<Record<string, unknown>> {
  const counts = Object.keys(tables).map((table) => `(select count(*)::integer from public.${table}) as ${table}`);
  const [row = {}] = await house.asOwner(...first, `select ${counts.join(', ')}`);
  return row;
}
const circles = () => house.service.from('circles').select('*').order('id');
const thereAre = async (ids: string[]) =>
  must(await circles())
    .filter(({ id }) => ids.includes(id))
    .map(({ id }) => id);
const destroyed = () => lead.from('destroyed_records').select('kind, held_on, destroyed_on').order('destroyed_on');

describe('what is due', () => {
  it('is shown to the organisation’s admin: team, kind and days, and no title or name', async () => {
    const due = must(await preview('admin'));
    expect(due).toMatchObject([{ what: 'circle', team: 'North', kind: 'gathering' }]);
    expect(Object.keys(due[0] ?? {}).sort()).toEqual(['kind', 'last_day', 'leaves_on', 'not_before', 'team', 'what']);
    // Six years after it was held, by the calendar.
    const years = due.map(({ last_day, leaves_on }) => Number(leaves_on.slice(0, 4)) - Number(last_day.slice(0, 4)));
    expect(years).toEqual([6]);
    expect(JSON.stringify(due)).not.toMatch(/A circle|Mo |Rest|Liz/);
  });

  it('ahead of time too, so that nobody is surprised', async () => {
    const ahead = await preview('admin', `${Number(today.slice(0, 4)) + 10}-01-01`);
    expect(must(ahead).length).toBeGreaterThan(1);
  });

  it.each(['lead', 'member', 'outsider', 'trainer', 'stranger', 'visitor'] as const)(
    'the %s is shown nothing of this organisation',
    async (actor) => {
      const client = await house.as(actor);
      const request = { p_organisation: house.organisation, p_until: today };
      expect(await client.rpc('retention_preview', request)).toMatchObject(refused());
      expect(await client.rpc('retention_due', { p_until: today })).toMatchObject(refused());
    }
  );

  it('an admin is shown their own organisation only', async () => {
    expect(await preview('stranger')).toMatchObject(nothing);
  });
});

describe('destroying what is due', () => {
  it.each(['visitor', 'member', 'lead', 'admin', 'trainer', 'stranger'] as const)(
    'is not for the %s',
    async (actor) => {
      const client = await house.as(actor);
      expect(await changingNothing(circles, () => run(client))).toMatchObject(refused());
    }
  );

  it('never happens ahead of the day', async () => {
    for (const day of ['2100-01-01', 'infinity', null])
      expect(await changingNothing(circles, () => run(house.service, day as string))).toMatchObject(refused('22023'));
  });

  it('takes the circle with everything below it and nothing else; that it was held is all that stays', async () => {
    const below = Object.keys(tables).filter((table) => full[table] !== before[table]);
    // A forgotten table would show here. Live documents went when the circle closed.
    expect(below).toEqual(expect.arrayContaining(['comments', 'note_documents', 'codings', 'reports', 'circle_runs']));
    expect(below).toEqual(
      expect.arrayContaining(['attendance', 'wellbeing_notes', 'actions', 'debriefs', 'circle_roles'])
    );

    expect(await run(house.service)).toMatchObject({ data: [{ what: 'circle', removed: 1 }], error: null });

    expect(await rowsByTable()).toEqual({ ...before, destroyed_records: 1 });
    expect(await thereAre([young, old])).toEqual([young]);
    expect(must(await destroyed())).toEqual([{ kind: 'gathering', held_on: expect.any(String), destroyed_on: today }]);
  });

  it('can be run again, and then finds nothing', async () => {
    expect(await changingNothing(circles, () => run(house.service))).toMatchObject(nothing);
    expect(must(await destroyed())).toHaveLength(1);
  });

  it('that something was destroyed is read by leads only, and written by nobody', async () => {
    for (const actor of ['member', 'admin', 'outsider', 'stranger'] as const)
      expect(await (await house.as(actor)).from('destroyed_records').select('*')).toMatchObject(nothing);
    const row = { team_id: house.team, kind: 'staff', destroyed_on: today };
    for (const wish of [
      () => lead.from('destroyed_records').insert(row),
      () => lead.from('destroyed_records').update({ kind: 'staff' }).eq('team_id', house.team),
      () => lead.from('destroyed_records').delete().eq('team_id', house.team)
    ])
      expect(await changingNothing(destroyed, wish)).toMatchObject(refused());
  });
});

describe('the period', () => {
  it('is the organisation’s own', async () => {
    const stranger = await house.as('stranger');
    const [ours, theirs] = [await planCircle(lead, house.team), await planCircle(stranger, house.strangersTeam)];
    await moveTo(lead, ours.circle, 'open', 'closed');
    await moveTo(stranger, theirs.circle, 'open', 'closed');
    await house.asOwner(held(ours.circle, 4), held(theirs.circle, 4));
    const { organisation_id } = must(await stranger.from('teams').select('organisation_id').single());
    must(await stranger.from('organisations').update({ retention_years: 3 }).eq('id', organisation_id).select());

    expect(must(await preview('stranger'))).toMatchObject([{ team: 'Away' }]);
    expect(must(await preview('admin'))).toEqual([]);
    expect(must(await run(house.service))).toEqual([{ what: 'circle', removed: 1 }]);
    expect(await thereAre([ours.circle, theirs.circle])).toEqual([ours.circle]);
  });

  it('counts from the last day it was held, and never from a day typed into one that is still to come', async () => {
    const [longAgo, toCome, never] = [
      await planCircle(lead, house.team),
      await planCircle(lead, house.team),
      await planCircle(lead, house.team)
    ];
    await moveTo(lead, longAgo.circle, 'open', 'closed');
    const days = (held_on: string[]) => ({ held_on });
    must(
      await lead
        .from('circles')
        .update(days(['2007-11-05', today]))
        .eq('id', longAgo.circle)
        .select()
    );
    await house.asOwner(
      `update public.circles set created_at = now() - interval '9 years' where id = '${longAgo.circle}'`,
      held(never.circle, 9, 'planned'),
      `update public.circles set starts_at = now() + interval '1 day', created_at = now() - interval '9 years' where id = '${toCome.circle}'`
    );
    must(
      await lead
        .from('circles')
        .update(days(['2007-11-05']))
        .eq('id', toCome.circle)
        .select()
    );

    expect(must(await run(house.service))).toEqual([{ what: 'circle', removed: 1 }]);

    expect((await thereAre([longAgo.circle, toCome.circle, never.circle])).sort()).toEqual(
      [longAgo.circle, toCome.circle].sort()
    );
    // It was planned, and never held on any day.
    expect(must(await destroyed()).filter(({ held_on }) => held_on === null)).toHaveLength(1);
  });

  it('leaves whoever brings in an old record a month', async () => {
    const circle = { title: 'Long ago', kind: 'staff', heldOn: ['2007-11-05'] };
    const p_record = { format: 'meeting-record/1', circle };
    must(await lead.rpc('import_meeting_record', { p_team: house.team, p_key: crypto.randomUUID(), p_record }));
    expect(must(await run(house.service))).toEqual([]);
    const month = new Date(Date.now() + 31 * 86_400_000).toISOString().slice(0, 10);
    expect(must(await preview('admin', month))).toMatchObject([{ kind: 'staff', last_day: '2007-11-05' }]);
  });

  it('of places, acknowledgements and actions begins when someone left or it was closed; the others stay', async () => {
    const guest = await house.newcomer('member');
    const team_id = house.team;
    const { id: agreement_id } = must(await lead.from('agreements').select('id').single());
    must(await guest.client.from('agreement_acknowledgements').insert({ agreement_id, team_id }).select());
    const { id: series_id } = must(await lead.from('series').select('id').limit(1).single());
    must(
      await guest.client.from('series_places').insert({ series_id, team_id, person_id: guest.id, name: 'x' }).select()
    );
    must(await lead.rpc('admit_to_series', { p_series: series_id, p_on: '2017-01-05' }));
    const actions = [
      { team_id, text: 'Done' },
      { team_id, text: 'To do' }
    ];
    const [done = { id: '' }] = must(await lead.from('actions').insert(actions).select('id').order('text'));
    must(await lead.rpc('close_action', { p_action: done.id, p_outcome: 'Asked' }));
    await lead.from('team_members').delete().eq('person_id', guest.id);
    expect(must(await run(house.service))).toEqual([]);

    const kept = await rowsByTable(
      `update public.actions set created_at = now() - interval '8 years', closed_at = case when closed_at is not null then now() - interval '7 years' end where circle_id is null`,
      `update public.series_places set left_on = current_date - 3000 where left_on is not null`,
      `update public.agreement_acknowledgements set left_on = current_date - 3000 where left_on is not null`
    );

    const due = must(await preview('admin'));
    expect(due.map(({ what }) => what).sort()).toEqual(['acknowledgement', 'action', 'place']);
    expect(JSON.stringify(due)).not.toMatch(/Nina|Done/);
    expect(must(await run(house.service))).toHaveLength(3);
    const less = { actions: 1, series_places: 1, agreement_acknowledgements: 1 };
    const expected = Object.entries(less).map(([table, gone]) => [table, Number(kept[table]) - gone]);
    expect(await rowsByTable()).toEqual({ ...kept, ...Object.fromEntries(expected) });
  });
});

// Leaving, roles, places and acknowledgements hang on membership: none of it may stand in the way.
describe('what goes altogether', () => {
  it('an account, also a lead’s who facilitated; and an organisation with all its teams ever kept', async () => {
    const { lead: person } = house.people;
    const [left] = await house.asOwner(
      `delete from auth.users where id = '${person}'`,
      `select count(*)::integer as roles from public.circle_roles where person_id = '${person}'`
    );
    expect(left).toEqual({ roles: 0 });

    const [gone] = await house.asOwner(
      `delete from public.organisations where id = '${house.organisation}'`,
      `select (select count(*)::integer from public.circles where team_id = '${house.team}') as circles,
        (select count(*)::integer from public.series) as series, (select count(*)::integer from public.agreements) as agreements`
    );
    expect(gone).toEqual({ circles: 0, series: 0, agreements: 0 });
  });
});
