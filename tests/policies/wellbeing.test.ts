import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { castParts, outside, type Cast } from './cast.ts';
import { openInside } from './copies.ts';
import { must, type Client } from './furnish.ts';
import { moveTo } from './gathering.ts';

let house: House;
let cast: Cast;
let lead: Client;
let circle: string;
const note = 'Several said they were overwhelmed';
beforeAll(async () => {
  house = await openHouse();
  cast = await castParts(house);
  lead = await house.as('lead');
  ({ circle } = await cast.plan());
  must(await lead.from('wellbeing_notes').insert(row(circle)).select());
});
afterAll(() => house.close());

const row = (circle_id: string) => ({ circle_id, team_id: house.team, note });
const all = () => lead.from('wellbeing_notes').select('*').order('circle_id');
const save = (client: Client, of: string, record: object) =>
  client.rpc('save_record', { p_circle: of, p_version: 0, p_record: record as never });
const keepers = ['lead', 'secondLead', 'coFacilitator'] as const;
const others = ['observer', 'member', 'colleague', ...outside] as const;

describe('the wellbeing note', () => {
  it.each(keepers)('the %s reads, writes, changes and removes it', async (part) => {
    const client = await cast.as(part);
    const { circle: fresh } = await cast.plan();
    const table = () => client.from('wellbeing_notes');

    expect(await table().insert(row(fresh))).toMatchObject(done);
    expect(await table().update({ note: 'Calmer' }).eq('circle_id', fresh)).toMatchObject(done);
    expect(must(await table().select('note').eq('circle_id', fresh))).toEqual([{ note: 'Calmer' }]);
    expect(await table().delete().eq('circle_id', fresh)).toMatchObject(done);
    expect(must(await table().select('note').eq('circle_id', fresh))).toEqual([]);
  });

  it.each(others)('the %s reads nothing of it, by whatever way', async (part) => {
    const client = await cast.as(part);
    const answers = [
      await client.from('wellbeing_notes').select('*'),
      await client.from('wellbeing_notes').select('circle_id', { count: 'exact', head: false }),
      await client.from('circles').select('id, wellbeing_notes(note)').eq('id', circle),
      await client.from('circle_records').select('*').eq('circle_id', circle)
    ];
    expect(answers[0]).toMatchObject(nothing);
    expect(answers[1]).toMatchObject({ data: [], count: 0 });
    expect(JSON.stringify(answers)).not.toContain('overwhelmed');
  });

  it.each(others)('the %s writes, changes and removes none', async (part) => {
    const client = await cast.as(part);
    const { circle: fresh } = await cast.plan();
    const table = () => client.from('wellbeing_notes');
    expect(await changingNothing(all, () => table().insert(row(fresh)))).toMatchObject(refused());
    expect(await changingNothing(all, () => table().upsert(row(circle)))).toMatchObject(refused());
    expect(await changingNothing(all, () => save(client, fresh, { wellbeing_note: 'Mine' }))).toMatchObject(refused());
    for (const wish of [
      () => table().update({ note: 'Mine' }).eq('circle_id', circle).select(),
      () => table().delete().eq('circle_id', circle).select()
    ])
      expect(await changingNothing(all, wish)).toMatchObject(nothing);
  });

  it('a visitor is refused', async () => {
    const visitor = await house.as('visitor');
    expect(await visitor.from('wellbeing_notes').select('*')).toMatchObject(refused());
    expect(await changingNothing(all, () => visitor.from('wellbeing_notes').insert(row(circle)))).toMatchObject(
      refused()
    );
  });

  it('is not moved to a circle in which others would read it', async () => {
    const { circle: fresh } = await cast.plan();
    expect(
      await changingNothing(all, () =>
        lead.from('wellbeing_notes').update({ circle_id: fresh }).eq('circle_id', circle)
      )
    ).toMatchObject(refused());
  });

  it('is saved with the record: written, left untouched, or taken away', async () => {
    const { circle: fresh } = await cast.plan();
    const client = await cast.as('coFacilitator');
    const read = async () => must(await client.from('wellbeing_notes').select('note').eq('circle_id', fresh));
    for (const [version, record, then] of [
      [0, { wellbeing_note: ` ${note} ` }, [{ note }]],
      [1, { topic: 'Rest' }, [{ note }]],
      [2, { wellbeing_note: ' ' }, []]
    ] as const) {
      const saved = client.rpc('save_record', { p_circle: fresh, p_version: version, p_record: record });
      expect(await saved).toMatchObject({ data: version + 1, error: null });
      expect(await read()).toEqual(then);
    }
  });

  it('stays as it is once the circle is archived, and can still be read by those who could', async () => {
    const { circle: old } = await cast.plan();
    must(await lead.from('wellbeing_notes').insert(row(old)).select());
    await moveTo(lead, old, 'open', 'closed', 'archived');
    const client = await cast.as('coFacilitator');

    for (const wish of [
      () => client.from('wellbeing_notes').update({ note: 'x' }).eq('circle_id', old).select(),
      () => client.from('wellbeing_notes').delete().eq('circle_id', old).select()
    ])
      expect(await changingNothing(all, wish)).toMatchObject(nothing);
    expect(must(await client.from('wellbeing_notes').select('note').eq('circle_id', old))).toEqual([{ note }]);
  });
});

// Facilitators check in with themselves before they open: on their own device, and nowhere else.
describe('how ready a facilitator is', () => {
  it('is known to nothing in the database: no table, column, function or policy has it in its name or its text', async () => {
    const inside = await openInside();
    try {
      const named = (word: string) =>
        inside.query(`select relname as name from pg_class where relnamespace in ('public'::regnamespace, 'private'::regnamespace) and relname ~* '${word}'
        union select attname from pg_attribute a join pg_class c on c.oid = a.attrelid
          where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and attname ~* '${word}'
        union select proname from pg_proc where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
          and proname || ' ' || coalesce(array_to_string(proargnames, ' '), '') || ' ' || prosrc ~* '${word}'
        union select policyname from pg_policies where schemaname = 'public' and policyname ~* '${word}'`);
      expect(await named('readiness|\\mready|_ready')).toEqual([]);
      // That this would find something: the same question about what the database does know.
      expect(await named('wellbeing').then((found) => found.map(({ name }) => name))).toContain('wellbeing_notes');
    } finally {
      await inside.close();
    }
  });
});
