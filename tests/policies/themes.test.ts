import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, nothing, refused } from './answers.ts';
import { must, type Client } from './furnish.ts';
import { holdGathering, storeNote, type Gathering } from './gathering.ts';

let house: House;
let lead: Client;
let gathering: Gathering;
beforeAll(async () => {
  house = await openHouse();
  lead = await house.as('lead');
  gathering = await holdGathering(house, lead, house.team);
});
afterAll(() => house.close());

const inTeam = ['lead', 'member', 'colleague'] as const;
const notInTeam = ['outsider', 'trainer', 'admin', 'stranger'] as const;

describe('themes and codings', () => {
  it.each(inTeam)('the %s reads them', async (actor) => {
    const client = await house.as(actor);
    expect(must(await client.from('themes').select('name, description'))).toEqual([
      { name: 'Breaks', description: 'Time away from work' }
    ]);
    expect(must(await client.from('codings').select('comment_id, origin'))).toEqual([
      { comment_id: gathering.comments[0], origin: 'chosen' }
    ]);
  });

  it.each(notInTeam)('the %s reads neither', async (actor) => {
    const client = await house.as(actor);
    expect(await client.from('themes').select('*')).toMatchObject(nothing);
    expect(await client.from('codings').select('*')).toMatchObject(nothing);
  });

  it.each(['lead', 'member', 'outsider', 'admin', 'visitor'] as const)(
    'the %s writes neither by hand, past the history',
    async (actor) => {
      const client = await house.as(actor);
      const { circle: circle_id, questions, theme, comments } = gathering;
      const [question_id, team_id] = [questions[0], house.team];
      const themes = () => lead.from('themes').select('*');
      const codings = () => lead.from('codings').select('*');

      const answers = [
        await changingNothing(themes, () =>
          client.from('themes').insert({ circle_id, team_id, question_id, name: 'Mine', position: 1 })
        ),
        await changingNothing(themes, () => client.from('themes').update({ name: 'Mine' }).eq('id', theme)),
        await changingNothing(themes, () => client.from('themes').delete().eq('id', theme)),
        await changingNothing(codings, () =>
          client.from('codings').insert({ comment_id: comments[1], theme_id: theme, question_id, team_id })
        ),
        await changingNothing(codings, () =>
          client.from('codings').update({ origin: 'accepted' }).eq('comment_id', comments[0])
        ),
        await changingNothing(codings, () => client.from('codings').delete().eq('comment_id', comments[0]))
      ];

      for (const answer of answers) expect(answer).toMatchObject(refused());
    }
  );
});

describe('the history of coding', () => {
  it('a lead reads it', async () => {
    expect(must(await lead.from('coding_changes').select('label, undone'))).toEqual([
      { label: 'Made a theme', undone: false }
    ]);
  });

  it.each(['member', 'colleague', ...notInTeam] as const)('the %s does not', async (actor) => {
    const client = await house.as(actor);
    expect(await client.from('coding_changes').select('*')).toMatchObject(nothing);
  });

  it.each(['lead', 'member', 'visitor'] as const)('the %s does not rewrite it', async (actor) => {
    const client = await house.as(actor);
    const steps = () => lead.from('coding_changes').select('*');
    const row = { question_id: gathering.questions[0], team_id: house.team, label: 'Never', ops: [], inverse: [] };

    const answers = [
      await changingNothing(steps, () => client.from('coding_changes').insert(row)),
      await changingNothing(steps, () =>
        client.from('coding_changes').update({ undone: true }).eq('team_id', house.team)
      ),
      await changingNothing(steps, () => client.from('coding_changes').delete().eq('team_id', house.team))
    ];

    for (const answer of answers) expect(answer).toMatchObject(refused());
  });
});

describe('counts of themes', () => {
  const counts = (client: Client) => client.rpc('theme_counts', { p_circle: gathering.circle });
  const breaks = { question_id: '', number: 1, name: 'Breaks', comments: 3, distinct_comments: 1, groups: 1 };

  it.each(inTeam)('the %s reads them', async (actor) => {
    const read = must(await counts(await house.as(actor)));
    expect(read).toMatchObject([{ ...breaks, question_id: gathering.questions[0], theme_id: gathering.theme }]);
  });

  it.each(notInTeam)('the %s is told nothing', async (actor) => {
    expect(await counts(await house.as(actor))).toMatchObject(nothing);
  });

  it('a visitor is refused', async () => {
    expect(await counts(await house.as('visitor'))).toMatchObject(refused());
  });

  it('a withdrawn comment is not counted, and is again when it returns', async () => {
    const items = [
      { itemId: 'tea', text: 'Tea with the team', said: 3 },
      { itemId: 'walk', text: 'A walk at noon' }
    ];
    await storeNote(house.service, gathering.note, items.slice(1));
    expect(must(await counts(lead))).toMatchObject([{ comments: 0, distinct_comments: 0, groups: 0 }]);

    await storeNote(house.service, gathering.note, items);
    expect(must(await counts(lead))).toMatchObject([{ comments: 3, distinct_comments: 1, groups: 1 }]);
  });
});
