import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { refused } from './answers.ts';
import { must, type Client } from './furnish.ts';
import { planTraining, takePlace, type TrainingGround } from './trainingGround.ts';

let house: House;
let ground: TrainingGround;
let trainer: Client;
let elsewhere: Client;

beforeAll(async () => {
  house = await openHouse();
  trainer = await house.as('trainer');
  ground = await planTraining(house, trainer);
  await takePlace(await house.as('member'), ground.code);
  // The stranger is a trainer too, of an organisation of their own.
  await house.asOwner(
    `update public.organisation_members set is_trainer = true where person_id = '${house.people.stranger}'`
  );
  elsewhere = await house.as('stranger');
});
afterAll(() => house.close());

const form = {
  title: 'Form',
  intro: '',
  choices: ['Very', 'Satisfied', 'Quite', 'Not'],
  statements: [
    { key: 'a', text: 'A' },
    { key: 'b', text: 'B' }
  ]
};

const evaluation = (given: Record<string, unknown> = {}) => ({
  training_id: ground.training,
  organisation_id: house.organisation,
  title: 'After the training',
  form,
  request_key: crypto.randomUUID(),
  ...given
});

const make = async (given: Record<string, unknown> = {}): Promise<string> =>
  must(await trainer.from('evaluations').insert(evaluation(given)).select('id').single()).id;

/** Counts of two statements. */
const rows = (...counts: unknown[]) => counts as number[][];

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const paper = (evaluation_id: string, respondents: number, counts: number[][]) => ({
  evaluation_id,
  organisation_id: house.organisation,
  source: 'paper',
  respondents,
  counts
});

/** Everybody who is no trainer of the organisation, also one who has a place in the training. */
const others = ['admin', 'lead', 'member', 'outsider'] as const;

describe('an evaluation', () => {
  it('is planned, read and taken back by a trainer', async () => {
    const id = await make({ opens_at: inDays(1), closes_at: inDays(2) });

    expect(must(await trainer.from('evaluations').select('id').eq('id', id))).toEqual([{ id }]);
    expect(must(await trainer.from('evaluations').delete().eq('id', id).select('id'))).toEqual([{ id }]);
  });

  it.each(others)('the %s reads none, makes none and takes none back', async (actor) => {
    const id = await make();
    const client = await house.as(actor);

    expect(must(await client.from('evaluations').select('id'))).toEqual([]);
    expect(must(await client.from('evaluation_roster').select('place_id'))).toEqual([]);
    expect(await client.from('evaluations').insert(evaluation())).toMatchObject(refused());
    expect(must(await client.from('evaluations').delete().eq('id', id).select('id'))).toEqual([]);
  });

  it('a trainer of another organisation has no part in it', async () => {
    const id = await make();

    expect(must(await elsewhere.from('evaluations').select('id'))).toEqual([]);
    expect(await elsewhere.from('evaluations').insert(evaluation())).toMatchObject(refused());
    expect(
      await elsewhere.from('evaluation_results').insert(paper(id, 5, rows([5, 0, 0, 0], [5, 0, 0, 0])))
    ).toMatchObject(refused());
    expect(must(await elsewhere.from('evaluation_results').select('source'))).toEqual([]);
  });

  it('lasts ten minutes to 28 days, and begins within a year from now', async () => {
    const plan = (opens_at: string, closes_at: string) =>
      trainer.from('evaluations').insert(evaluation({ opens_at, closes_at }));

    expect(await plan(inDays(1), inDays(1.005))).toMatchObject(refused('23514'));
    expect(await plan(inDays(1), inDays(30))).toMatchObject(refused('23514'));
    expect(await plan(inDays(-1), inDays(2))).toMatchObject(refused('22023'));
    expect(await plan(inDays(400), inDays(401))).toMatchObject(refused('22023'));
    expect((await plan(inDays(1), inDays(1.01))).error).toBeNull();
  });

  it('is made once by one form, and is not changed by anybody', async () => {
    const once = evaluation();
    must(await trainer.from('evaluations').insert(once).select('id').single());

    expect(await trainer.from('evaluations').insert(once)).toMatchObject(refused('23505'));
    expect(
      await trainer.from('evaluations').update({ title: 'Other' }).eq('training_id', ground.training)
    ).toMatchObject(refused());
  });

  it('cannot be given keys, or be opened or published, by a trainer', async () => {
    expect(await trainer.from('evaluations').insert(evaluation({ opened_at: inDays(0) }))).toMatchObject(refused());
    const none = '00000000-0000-4000-8000-000000000000';
    const keys = { p_sign: '', p_sign_fingerprint: '', p_seal: '', p_seal_fingerprint: '' };
    expect(await trainer.rpc('open_evaluation', { p_evaluation: none, ...keys })).toMatchObject(refused());
    const given = { p_enough: true, p_respondents: 5, p_counts: [], p_receipts: [] };
    expect(await trainer.rpc('publish_evaluation', { p_evaluation: none, ...given })).toMatchObject(refused());
  });
});

describe('paper forms', () => {
  const counts = rows([4, 2, 0, 0], [0, 0, 5, 0]);

  it('a trainer types them in, corrects them and takes them out', async () => {
    const id = await make();
    must(
      await trainer
        .from('evaluation_results')
        .insert(paper(id, 6, counts))
        .select('source')
    );
    const change = await trainer
      .from('evaluation_results')
      .update({ respondents: 7 })
      .eq('evaluation_id', id)
      .select('respondents');

    expect(must(change)).toEqual([{ respondents: 7 }]);
    expect(
      must(await trainer.from('evaluation_results').delete().eq('evaluation_id', id).select('source'))
    ).toHaveLength(1);
  });

  it('have a row for each statement, four whole numbers, and no more answers than forms', async () => {
    const id = await make();
    const type = (respondents: number, typed: unknown) =>
      trainer.from('evaluation_results').insert(paper(id, respondents, typed as number[][]));

    expect(await type(5, counts)).toMatchObject(refused('22023'));
    expect(await type(6, [counts[0]])).toMatchObject(refused('22023'));
    expect(await type(6, rows([4, 2, 0], [0, 0, 5, 0]))).toMatchObject(refused('22023'));
    expect(await type(6, rows([-1, 2, 0, 0], [0, 0, 5, 0]))).toMatchObject(refused('22023'));
    expect(await type(6, rows([1.5, 2, 0, 0], [0, 0, 5, 0]))).toMatchObject(refused('22023'));
    expect(await type(6, rows(['6', 0, 0, 0], [0, 0, 5, 0]))).toMatchObject(refused('22023'));
    expect((await type(6, counts)).error).toBeNull();
  });

  it('are the only results anybody types: those of anonymous forms come from the ballot box alone', async () => {
    const id = await make();
    const forged = { ...paper(id, 6, counts), source: 'forms' };

    expect(await trainer.from('evaluation_results').insert(forged)).toMatchObject(refused());
  });

  it.each(others)('the %s reads and types none', async (actor) => {
    const id = await make();
    must(
      await trainer
        .from('evaluation_results')
        .insert(paper(id, 6, counts))
        .select('source')
    );
    const client = await house.as(actor);

    expect(must(await client.from('evaluation_results').select('source'))).toEqual([]);
    expect(await client.from('evaluation_results').insert(paper(id, 6, counts))).toMatchObject(refused());
    expect(
      must(await client.from('evaluation_results').update({ respondents: 9 }).eq('evaluation_id', id).select('source'))
    ).toEqual([]);
  });
});

describe('own forms', () => {
  it('are kept for the trainers of the organisation and for nobody else', async () => {
    const row = { organisation_id: house.organisation, form };
    const { id } = must(await trainer.from('evaluation_forms').insert(row).select('id').single());

    for (const actor of others) {
      const client = await house.as(actor);
      expect(must(await client.from('evaluation_forms').select('id'))).toEqual([]);
      expect(await client.from('evaluation_forms').insert(row)).toMatchObject(refused());
      expect(must(await client.from('evaluation_forms').delete().eq('id', id).select('id'))).toEqual([]);
    }
    expect(must(await elsewhere.from('evaluation_forms').select('id'))).toEqual([]);
    expect(must(await trainer.from('evaluation_forms').delete().eq('id', id).select('id'))).toEqual([{ id }]);
  });
});

describe('a participant without an account', () => {
  const asks = (evaluation: string, place: string) =>
    house.asOwner(
      `insert into public.evaluation_roster (evaluation_id, organisation_id, place_id) values ('${evaluation}', '${house.organisation}', '${place}')`,
      `update public.evaluations set asked_count = 1 where id = '${evaluation}'`
    );

  it('reads and writes no table', async () => {
    const visitor = await house.as('visitor');

    for (const table of ['evaluations', 'evaluation_roster', 'evaluation_results', 'evaluation_forms'] as const)
      expect(await visitor.from(table).select('*')).toMatchObject(refused());
    expect(await visitor.from('evaluations').insert(evaluation())).toMatchObject(refused());
  });

  it('is shown on their own page what asks them, with what its forms said, and no paper counts', async () => {
    const visitor = await house.as('visitor');
    const [asked, other] = [await takePlace(visitor, ground.code), await takePlace(visitor, ground.code)];
    const shown = async ({ hash }: { hash: string }) => {
      const own = must(await visitor.rpc('place_of', { p_secret_hash: hash, p_place: null as never }));
      return (own as { evaluations: Record<string, unknown>[] }).evaluations;
    };
    const id = await make({ opens_at: inDays(5), closes_at: inDays(6) });
    expect(await shown(asked)).toEqual([]);
    await asks(id, asked.place);
    const counts = rows([6, 0, 0, 0], [0, 6, 0, 0]);
    must(
      await trainer
        .from('evaluation_results')
        .insert(paper(id, 6, counts))
        .select('source')
    );

    expect(await shown(asked)).toMatchObject([{ id, phase: 'open', asked_count: 1, counts: null, respondents: null }]);
    expect(await shown(other)).toEqual([]);

    await house.asOwner(
      `insert into public.evaluation_results (evaluation_id, organisation_id, source, respondents, counts)
        values ('${id}', '${house.organisation}', 'forms', 5, '[[5, 0, 0, 0], [0, 0, 0, 5]]')`
    );
    const published = rows([5, 0, 0, 0], [0, 0, 0, 5]);
    expect(await shown(asked)).toMatchObject([{ id, phase: 'published', counts: published, respondents: 5 }]);
    expect(await shown(other)).toEqual([]);
  });

  it('is told when the key was lost and nobody can read the forms', async () => {
    const visitor = await house.as('visitor');
    const { hash, place } = await takePlace(visitor, ground.code);
    const id = await make({ opens_at: inDays(9), closes_at: inDays(10) });
    await asks(id, place);
    await house.asOwner(
      `insert into public.evaluation_results (evaluation_id, organisation_id, source, enough, key_lost)
        values ('${id}', '${house.organisation}', 'forms', false, true)`
    );
    const own = must(await visitor.rpc('place_of', { p_secret_hash: hash, p_place: null as never }));
    expect(own).toMatchObject({ evaluations: [{ id, phase: 'lost', counts: null, respondents: null }] });
  });
});
