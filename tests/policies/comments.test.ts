import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, nothing, refused } from './answers.ts';
import { must, type Client } from './furnish.ts';
import { holdGathering, type Gathering } from './gathering.ts';

let house: House;
let lead: Client;
let gathering: Gathering;
beforeAll(async () => {
  house = await openHouse();
  lead = await house.as('lead');
  gathering = await holdGathering(house, lead, house.team);
});
afterAll(() => house.close());

const comments = () => house.service.from('comments').select('*').order('id');

describe('comments', () => {
  it.each(['lead', 'member', 'colleague'] as const)('the %s reads those of the team', async (actor) => {
    const client = await house.as(actor);
    // All columns: the embedded backend takes a bare "count" for the number of rows.
    const read = must(await client.from('comments').select('*').order('position'));
    expect(read).toMatchObject([
      { text: 'Tea with the team', count: 3 },
      { text: 'A walk at noon', count: 1 }
    ]);
  });

  it.each(['outsider', 'trainer', 'admin', 'stranger'] as const)(
    'the %s reads none, and cannot count or search them',
    async (actor) => {
      const client = await house.as(actor);
      expect(await client.from('comments').select('*')).toMatchObject(nothing);
      expect(await client.from('comments').select('id', { count: 'exact', head: true })).toMatchObject({ count: 0 });
      expect(await client.from('comments').select('id').ilike('text', '%tea%')).toMatchObject(nothing);
    }
  );

  it('carry no author: no column of them leads to a person', async () => {
    const [row] = must(await lead.from('comments').select('*').limit(1));
    const people = must(await house.service.from('people').select('id')).map(({ id }) => id);
    expect(Object.values(row ?? {}).filter((value) => people.includes(String(value)))).toEqual([]);
  });

  it.each(['lead', 'member', 'outsider', 'admin', 'visitor'] as const)('the %s writes none by hand', async (actor) => {
    const client = await house.as(actor);
    const [comment] = gathering.comments;
    const { circle: circle_id, questions } = gathering;
    const row = { circle_id, team_id: house.team, question_id: questions[0], text: 'Never said', count: 99 };

    const answers = [
      await changingNothing(comments, () => client.from('comments').insert(row)),
      await changingNothing(comments, () => client.from('comments').update({ text: 'Never said' }).eq('id', comment)),
      await changingNothing(comments, () => client.from('comments').update({ count: 99 }).eq('id', comment)),
      await changingNothing(comments, () => client.from('comments').upsert({ ...row, id: comment })),
      await changingNothing(comments, () => client.from('comments').delete().eq('id', comment))
    ];

    for (const answer of answers) expect(answer).toMatchObject(refused());
  });
});
