import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, nothing, refused } from './answers.ts';
import { castParts, outside, type Cast } from './cast.ts';
import { must, type Client } from './furnish.ts';
import { moveTo } from './gathering.ts';

let house: House;
let cast: Cast;
let lead: Client;
let circle: string;
beforeAll(async () => {
  house = await openHouse();
  cast = await castParts(house);
  lead = await house.as('lead');
  ({ circle } = await cast.plan());
  must(await save(lead, circle, 0, record));
});
afterAll(() => house.close());

const record = {
  topic: 'Rest',
  small_groups: true,
  present_unnamed: 19,
  apologies_unnamed: 3,
  declined_unnamed: 7,
  attendance_taken: true,
  comments: ['Tea helps'],
  comments_counted: 4,
  outcomes: [],
  outcomes_counted: 6,
  suggestions: ['A walk', 'A list'],
  suggestions_counted: null
};
const save = (client: Client, of: string, version: number, what: object) =>
  client.rpc('save_record', { p_circle: of, p_version: version, p_record: what as never });
const all = () => lead.from('circle_records').select('*').order('circle_id');
const stale = refused('PT409', 'stale_record');

describe('reading the record', () => {
  it.each(['lead', 'secondLead', 'coFacilitator', 'observer', 'member'] as const)('the %s does', async (part) => {
    const client = await cast.as(part);
    const [read] = must(await client.from('circle_records').select('*').eq('circle_id', circle));
    const { attendance_taken, ...figures } = record;
    expect(read).toMatchObject({ ...figures, version: 1 });
    expect(read?.attendance_taken_at !== null).toBe(attendance_taken);
  });

  it.each(outside)('the %s does not', async (part) => {
    const client = await cast.as(part);
    expect(await client.from('circle_records').select('*')).toMatchObject(nothing);
  });
});

describe('writing the record', () => {
  it.each(['lead', 'secondLead', 'coFacilitator'] as const)('the %s begins it and goes on with it', async (part) => {
    const client = await cast.as(part);
    const { circle: fresh } = await cast.plan();
    expect(await save(client, fresh, 0, { topic: 'One' })).toMatchObject({ data: 1, error: null });
    expect(await save(client, fresh, 1, { suggestions: ['Two'] })).toMatchObject({ data: 2, error: null });
    const { data } = await client.from('circle_records').select('*').eq('circle_id', fresh).single();
    expect(data).toMatchObject({ topic: 'One', suggestions: ['Two'], version: 2, attendance_taken_at: null });
  });

  it.each(['observer', 'member', ...outside] as const)('the %s does not', async (part) => {
    const client = await cast.as(part);
    const { circle: fresh } = await cast.plan();
    const table = () => client.from('circle_records');
    const row = { circle_id: fresh, team_id: house.team };
    expect(await changingNothing(all, () => save(client, circle, 1, { topic: 'Mine' }))).toMatchObject(refused());
    expect(await changingNothing(all, () => save(client, fresh, 0, { topic: 'Mine' }))).toMatchObject(refused());
    expect(await changingNothing(all, () => table().insert(row))).toMatchObject(refused());
    expect(
      await changingNothing(all, () => table().update({ topic: 'Mine' }).eq('circle_id', circle).select())
    ).toMatchObject(nothing);
  });

  it('nobody moves it to another circle or removes it', async () => {
    const { circle: fresh } = await cast.plan();
    const table = () => lead.from('circle_records');
    for (const wish of [
      () => table().update({ circle_id: fresh }).eq('circle_id', circle),
      () => table().update({ team_id: house.otherTeam }).eq('circle_id', circle),
      () => table().delete().eq('circle_id', circle)
    ])
      expect(await changingNothing(all, wish)).toMatchObject(refused());
  });

  it('a screen that has not seen the last change is refused, and changes nothing, also not the wellbeing note', async () => {
    for (const version of [0, 2, -1])
      expect(
        await changingNothing(all, () => save(lead, circle, version, { topic: 'Stale', wellbeing_note: 'Stale' }))
      ).toMatchObject(stale);
    expect(must(await lead.from('wellbeing_notes').select('*').eq('circle_id', circle))).toEqual([]);
  });

  it('of two who save at once one is refused', async () => {
    const { circle: fresh } = await cast.plan();
    const client = await cast.as('coFacilitator');
    for (const version of [0, 1]) {
      const answers = await Promise.all([lead, client].map((one) => save(one, fresh, version, { topic: 'Both' })));
      expect(answers.filter(({ error }) => error === null)).toHaveLength(1);
      expect(answers.find(({ error }) => error !== null)).toMatchObject(stale);
    }
  });

  it('is done while the circle is closed, and over when it is archived', async () => {
    const { circle: held } = await cast.plan();
    await moveTo(lead, held, 'open', 'closed');
    must(await save(lead, held, 0, { topic: 'After' }));
    await moveTo(lead, held, 'archived');

    expect(await changingNothing(all, () => save(lead, held, 1, { topic: 'Later' }))).toMatchObject(refused());
    expect(
      await changingNothing(all, () =>
        lead.from('circle_records').update({ topic: 'Later' }).eq('circle_id', held).select()
      )
    ).toMatchObject(nothing);
  });

  it.each([
    ['fewer counted than written', { comments: ['a', 'b'], comments_counted: 1 }],
    ['fewer than none present', { present_unnamed: -1 }],
    ['more than a town', { present_unnamed: 2001 }],
    ['a topic of 501 characters', { topic: 't'.repeat(501) }],
    ['101 suggestions', { suggestions: Array.from({ length: 101 }, () => 's'), suggestions_counted: null }],
    ['a whole book', { comments: ['w'.repeat(100_001)], comments_counted: null }]
  ])('%s: refused', async (_, wrong) => {
    expect(await changingNothing(all, () => save(lead, circle, 1, wrong))).toMatchObject(refused('23514'));
  });
});
