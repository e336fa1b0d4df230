import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { must, type Client } from './furnish.ts';
import { moveTo, planCircle, type Plan } from './gathering.ts';

let house: House;
let lead: Client;
let plan: Plan;
beforeAll(async () => {
  house = await openHouse();
  lead = await house.as('lead');
});
afterAll(() => house.close());
beforeEach(async () => {
  plan = await planCircle(lead, house.team);
});

const questions = () => lead.from('questions').select('*').eq('circle_id', plan.circle).order('number');
const row = (number: number) => ({ circle_id: plan.circle, team_id: house.team, number, prompt: 'What else?' });
const first = (client: Client) => client.from('questions');
const circleClosed = refused('PT409', 'circle_closed');
const notLeads = ['member', 'outsider', 'trainer', 'admin', 'stranger'] as const;

describe('questions', () => {
  it.each(['lead', 'member'] as const)('the %s sees them', async (actor) => {
    const client = await house.as(actor);
    expect(must(await client.from('questions').select('id').eq('circle_id', plan.circle))).toHaveLength(2);
  });

  it.each(['outsider', 'trainer', 'admin', 'stranger'] as const)('the %s does not', async (actor) => {
    const client = await house.as(actor);
    expect(await client.from('questions').select('*')).toMatchObject(nothing);
  });

  it('a lead adds one, and every group has a note for it', async () => {
    const { id } = must(await lead.from('questions').insert(row(3)).select('id').single());
    expect(must(await lead.from('notes').select('group_id').eq('question_id', id))).toHaveLength(2);
  });

  it('a lead changes and removes one', async () => {
    const [id, other] = plan.questions;
    expect(await lead.from('questions').update({ prompt: 'Why?', summary: 'S' }).eq('id', id)).toMatchObject(done);
    expect(await lead.from('questions').delete().eq('id', other)).toMatchObject(done);
    expect(must(await questions())).toMatchObject([{ id, prompt: 'Why?', summary: 'S' }]);
  });

  it.each(notLeads)('the %s adds, changes and removes none', async (actor) => {
    const client = await house.as(actor);
    const [id] = plan.questions;
    expect(await changingNothing(questions, () => first(client).insert(row(3)))).toMatchObject(refused());
    expect(
      await changingNothing(questions, () => first(client).update({ prompt: 'x' }).eq('id', id).select())
    ).toMatchObject(nothing);
    expect(await changingNothing(questions, () => first(client).delete().eq('id', id).select())).toMatchObject(nothing);
  });

  it.each([{ circle_id: 'another' }, { team_id: 'another' }, { coding_version: 9 }, { stated_groups: 900 }])(
    'not even a lead sets %j by hand',
    async (change) => {
      const own = await planCircle(lead, house.team);
      const set = {
        ...('circle_id' in change ? { circle_id: own.circle } : {}),
        ...('team_id' in change ? { team_id: house.otherTeam } : {}),
        ...('coding_version' in change || 'stated_groups' in change ? change : {})
      } as object;
      expect(await changingNothing(questions, () => first(lead).update(set).eq('id', plan.questions[0]))).toMatchObject(
        refused()
      );
    }
  );

  it('a lead of another team neither adds one here nor pulls one over', async () => {
    const outsider = await house.as('outsider');
    const theirs = await planCircle(outsider, house.otherTeam);
    const [id] = plan.questions;

    const answers = [
      await changingNothing(questions, () => first(outsider).insert(row(3))),
      await changingNothing(questions, () => first(outsider).insert({ ...row(3), team_id: house.otherTeam })),
      await changingNothing(questions, () =>
        first(outsider).upsert({ ...row(9), id, circle_id: theirs.circle, team_id: house.otherTeam })
      )
    ];

    for (const answer of answers) expect(answer).toMatchObject(refused());
  });

  it('a closed circle keeps its prompts and takes a summary; an archived one takes nothing', async () => {
    const [id] = plan.questions;
    const set = (change: object) => first(lead).update(change).eq('id', id);
    await moveTo(lead, plan.circle, 'open', 'closed');

    expect(await changingNothing(questions, () => set({ prompt: 'Never asked' }))).toMatchObject(circleClosed);
    expect(await changingNothing(questions, () => set({ number: 7 }))).toMatchObject(circleClosed);
    expect(await changingNothing(questions, () => first(lead).insert(row(3)))).toMatchObject(refused());
    expect(await changingNothing(questions, () => first(lead).delete().eq('id', id).select())).toMatchObject(nothing);
    expect(await set({ table_title: 'Help', summary: 'Written afterwards' })).toMatchObject(done);

    await moveTo(lead, plan.circle, 'archived');
    expect(await changingNothing(questions, () => set({ summary: 'Too late' }))).toMatchObject(circleClosed);
  });

  it.each([
    { prompt: '' },
    { prompt: 'p'.repeat(2001) },
    { number: 0 },
    { table_title: 't'.repeat(201) },
    { summary: 's'.repeat(10_001) }
  ])('a value that does not fit is refused: %o', async (wrong) => {
    const answer = await changingNothing(questions, () => first(lead).update(wrong).eq('id', plan.questions[0]));
    expect(answer).toMatchObject(refused('23514'));
  });
});
