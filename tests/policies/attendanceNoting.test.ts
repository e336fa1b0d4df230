import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { castParts, outside, type Cast, type Part } from './cast.ts';
import { must, type Client } from './furnish.ts';
import { moveTo } from './gathering.ts';
import { holdSeries } from './recurring.ts';

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
const notInTeam = refused('22023', 'not_in_team');

describe('noting who was there', () => {
  const noting = (client: Client, circle: string, rows: object[], figures: object = {}) =>
    client.rpc('save_attendance', { p_circle: circle, p_rows: rows as never, p_figures: figures as never });

  it.each(['lead', 'secondLead', 'coFacilitator'] as const)('the %s notes, changes and strikes', async (part) => {
    const { circle } = await cast.plan();
    const client = await cast.as(part);
    const person_id = house.people.member;
    const read = async () => must(await client.from('attendance').select('name, status').eq('circle_id', circle));

    must(await noting(client, circle, [{ person_id, status: 'present' }], { attendance_taken: true }).then(worked));
    expect(await read()).toEqual([{ name: 'Mo Member', status: 'present' }]);
    must(await noting(client, circle, [{ person_id, status: 'made_up', made_up_on: '2026-11-03' }]).then(worked));
    expect(await read()).toEqual([{ name: 'Mo Member', status: 'made_up' }]);
    must(await noting(client, circle, [{ person_id, status: null }]).then(worked));
    expect(await read()).toEqual([]);
    const { data } = await client
      .from('circle_records')
      .select('attendance_taken_at, version')
      .eq('circle_id', circle)
      .single();
    expect(data).toEqual({ attendance_taken_at: expect.any(String), version: 0 });
  });

  it.each(['observer', 'member', ...outside] as const)('the %s does not', async (part) => {
    const client = await cast.as(part);
    const person_id = cast.id(part);
    expect(await changingNothing(all, () => noting(client, held, [{ person_id, status: 'present' }]))).toMatchObject(
      refused()
    );
    for (const wish of [
      () => client.from('attendance').update({ status: 'present' }).eq('circle_id', held).select(),
      () => client.from('attendance').delete().eq('circle_id', held).select()
    ])
      expect(await changingNothing(all, wish)).toMatchObject(nothing);
  });

  it('a member’s name is theirs: not typed, not changed; one without an account is spelled anew', async () => {
    const rename = (name: string) =>
      lead.from('attendance').update({ name: 'Somebody else' }).eq('circle_id', held).eq('name', name).select('name');
    expect(must(await rename('Mo Member'))).toEqual([{ name: 'Mo Member' }]);
    expect(must(await rename('Gus Guest'))).toEqual([{ name: 'Somebody else' }]);
    await lead.from('attendance').update({ name: 'Gus Guest' }).eq('name', 'Somebody else');
    for (const moved of [{ person_id: house.people.lead }, { circle_id: held }, { place_id: null }])
      expect(
        await changingNothing(all, () => lead.from('attendance').update(moved).eq('circle_id', held))
      ).toMatchObject(refused());
  });

  it('nobody from outside the team was there under their account, and no row goes into another team', async () => {
    for (const part of outside)
      expect(
        await changingNothing(all, () => lead.from('attendance').insert(row(held, mine(part, 'present'))))
      ).toMatchObject(notInTeam);
    for (const person_id of [house.people.outsider, house.people.stranger])
      expect(await lead.from('attendance').insert(row(held, { person_id, team_id: house.otherTeam }))).toMatchObject(
        refused('23503')
      );
  });

  it('only what was made up has a day, and it must have one', async () => {
    for (const over of [
      { status: 'made_up' },
      { status: 'present', made_up_on: '2026-11-03' },
      { status: 'gone' },
      { name: ' ' }
    ])
      expect(await changingNothing(all, () => lead.from('attendance').insert(row(held, over)))).toMatchObject(
        refused('23514')
      );
  });

  it('two facilitators who tap at once for different people lose nothing', async () => {
    const { circle } = await cast.plan();
    const client = await cast.as('coFacilitator');
    const { member, colleague } = house.people;
    await Promise.all([
      noting(lead, circle, [{ person_id: member, status: 'present' }], { present_unnamed: 2 }),
      noting(client, circle, [{ person_id: colleague, status: 'late' }], { attendance_taken: true })
    ]);
    expect(must(await lead.from('attendance').select('status').eq('circle_id', circle))).toHaveLength(2);
    expect(must(await lead.from('circle_records').select('*').eq('circle_id', circle))).toMatchObject([
      { present_unnamed: 2, attendance_taken_at: expect.any(String) }
    ]);
  });

  it('who excused themselves in a series is noted by their place without being there twice', async () => {
    const {
      series,
      circles: [first = '', second = '']
    } = await holdSeries(lead, house.team);
    const member = await house.as('member');
    const person_id = house.people.member;
    const own = { series_id: series, team_id: house.team, person_id, name: 'x' };
    const place_id = must(await member.from('series_places').insert(own).select('id').single()).id;
    expect(await member.from('attendance').insert(row(first, mine('member', 'apology')))).toMatchObject(done);

    for (const circle of [first, second]) {
      must(await noting(lead, circle, [{ person_id, place_id, status: 'late' }]).then(worked));
      const read = lead.from('attendance').select('person_id, name, status').eq('circle_id', circle);
      expect(must(await read)).toEqual([{ person_id, name: 'Mo Member', status: 'late' }]);
    }
    const other = await holdSeries(lead, house.team);
    const elsewhere = row(other.circles[0] ?? '', { place_id });
    expect(await changingNothing(all, () => lead.from('attendance').insert(elsewhere))).toMatchObject(refused('22023'));
  });
});

/** A function that gives nothing back, as an answer `must` can read. */
const worked = <A extends { data: unknown; error: { message: string } | null }>(answer: A) => ({
  error: answer.error,
  data: 'done'
});
