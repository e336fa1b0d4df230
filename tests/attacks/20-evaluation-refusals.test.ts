import { afterAll, beforeAll, expect, it } from 'vitest';
import { castBallot } from '../../src/lib/ballots/server/cast.ts';
import { clientOf } from '../policies/furnish.ts';
import { ask, cast, castBody, draft, takeToken } from './device.ts';
import { best, gatherCohort, openEvaluation, type Participant } from './evaluations.ts';
import { gatherWorkers, openRoundNow, openStage, type Stage, type Worker } from './stage.ts';

let stage: Stage;
let workers: Worker[];
let participants: Participant[];
let round: string;
let evaluation: string;
beforeAll(async () => {
  stage = await openStage({ keysEach: true });
  workers = await gatherWorkers(stage, 6);
  round = await openRoundNow(stage);
  const cohort = await gatherCohort(stage, 6);
  participants = cohort.participants;
  evaluation = await openEvaluation(stage, cohort.training);
});
afterAll(() => stage.close());

const ballots = () => stage.rows('select round_id, count(*)::int as n from ballot.ballots group by 1');

it('a token of a check-in is refused in an evaluation, and the reverse', async () => {
  const ofRound = await takeToken(stage, workers[0]!, round);
  const ofEvaluation = await takeToken(stage, participants[0]!, evaluation);
  expect(await cast(stage, evaluation, ofRound, best)).toBe('forged');
  expect(await cast(stage, round, ofEvaluation)).toBe('forged');
  // Drawn for the one and signed for the other: the message passes, the signature does not.
  const drawnForEvaluation = await takeToken(stage, workers[1]!, round, evaluation);
  const drawnForRound = await takeToken(stage, participants[1]!, evaluation, round);
  expect(await castBallot(stage.backend, evaluation, await castBody(stage, evaluation, drawnForEvaluation, best))).toBe(
    'forged'
  );
  expect(await castBallot(stage.backend, round, await castBody(stage, round, drawnForRound))).toBe('forged');
  expect(await ballots()).toEqual([]);
});

it('nobody gets a token of the other kind: not a member for an evaluation, not a participant for a check-in', async () => {
  const forEvaluation = await draft(stage, evaluation);
  expect(await ask(stage, { client: workers[0]!.client }, evaluation, forEvaluation)).toEqual({ status: 'not_listed' });
  expect(await ask(stage, participants[0]!, round, await draft(stage, round))).toEqual({ status: 'not_listed' });
});

it('a place has one token: the same draft gets the same signature, another one none, with an account or without', async () => {
  const participant = participants[2]!;
  const drafted = await draft(stage, evaluation);
  const first = await ask(stage, participant, evaluation, drafted);
  expect(first.status).toBe('signed');
  expect(await ask(stage, participant, evaluation, drafted)).toEqual(first);
  expect(await ask(stage, participant, evaluation, await draft(stage, evaluation))).toEqual({ status: 'other' });

  // The one who has claimed the place reaches it by its id, and finds its token given out.
  await stage.run(`update public.training_places set person_id = '${workers[0]!.id}' where id = '${participant.id}'`);
  const owner = { client: workers[0]!.client, place: participant.id };
  expect(await ask(stage, owner, evaluation, await draft(stage, evaluation))).toEqual({ status: 'other' });
  expect(await ask(stage, owner, evaluation, drafted)).toEqual(first);
});

it('a place opens for nobody but who has its address or its account', async () => {
  const drafted = await draft(stage, evaluation);
  const place = participants[3]!.id;
  for (const account of ['trainer', 'admin', 'lead', 'member', 'stranger'] as const)
    expect(await ask(stage, { client: await stage.as(account), place }, evaluation, drafted)).toEqual({
      status: 'not_listed'
    });
  const visitor = clientOf(stage.backend);
  expect(await ask(stage, { client: visitor, place }, evaluation, drafted)).toEqual({ status: 'not_listed' });
  const guessed = 'A'.repeat(43);
  expect(await ask(stage, { client: visitor, place: guessed }, evaluation, drafted)).toEqual({ status: 'not_listed' });
  expect((await ask(stage, participants[3]!, evaluation, drafted)).status).toBe('signed');
});

it('twenty casts of one token at once are counted once; after the end there is neither ballot nor token', async () => {
  const token = await takeToken(stage, participants[4]!, evaluation);
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => cast(stage, evaluation, token, best)));
  expect(outcomes.sort()).toEqual([...Array<string>(19).fill('already'), 'counted']);
  await stage.clock('1 day');
  expect(await cast(stage, evaluation, token, best)).toBe('closed');
  expect(await ask(stage, participants[5]!, evaluation, await draft(stage, evaluation))).toEqual({ status: 'closed' });
  await stage.clock('0');
});

it('a trainer writes no result of anonymous forms, nor changes when it ends or whom it asks', async () => {
  const trainer = await stage.as('trainer');
  const row = { evaluation_id: evaluation, organisation_id: stage.organisation, source: 'forms' };
  const counts = Array(3).fill([9, 0, 0, 0]);
  expect((await trainer.from('evaluation_results').insert({ ...row, respondents: 9, counts })).error).not.toBeNull();
  const closed = await trainer.from('evaluations').update({ closes_at: new Date().toISOString() }).eq('id', evaluation);
  expect(closed.error).not.toBeNull();
  const roster = await trainer
    .from('evaluation_roster')
    .insert({ evaluation_id: evaluation, organisation_id: stage.organisation, place_id: participants[0]!.id });
  expect(roster.error).not.toBeNull();
  await trainer.from('evaluations').delete().eq('id', evaluation);
  expect(await stage.rows(`select id from public.evaluations where id = '${evaluation}'`)).toHaveLength(1);
});
