import { afterAll, beforeAll, expect, it } from 'vitest';
import { cast, takeToken } from './device.ts';
import { gatherWorkers, openRoundNow, openStage, type Stage, type Worker } from './stage.ts';
import { noNullifierCheck } from './weakened.ts';

let stage: Stage;
let workers: Worker[];
let round: string;
beforeAll(async () => {
  stage = await openStage();
  workers = await gatherWorkers(stage, 6);
  round = await openRoundNow(stage);
});
afterAll(() => stage.close());

const ballots = async () => (await stage.rows<{ n: number }>('select count(*) as n from ballot.ballots'))[0]?.n ?? 0;

/** One token cast twenty times at once: how often each answer came, and how many ballots more there are. */
async function castTwentyTimes(worker: Worker) {
  const before = await ballots();
  const token = await takeToken(stage, worker, round);
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => cast(stage, round, token)));
  const times = (which: string) => outcomes.filter((outcome) => outcome === which).length;
  return { counted: times('counted'), already: times('already'), more: (await ballots()) - before };
}

it('attack 5: of twenty casts of one token at the same time, one is counted', async () => {
  expect(await castTwentyTimes(workers[0]!)).toEqual({ counted: 1, already: 19, more: 1 });
});

it('attack 5: five people at the same time are all counted', async () => {
  const tokens = await Promise.all(workers.slice(1, 5).map((worker) => takeToken(stage, worker, round)));
  const outcomes = await Promise.all(tokens.map((token) => cast(stage, round, token)));
  expect(outcomes).toEqual(tokens.map(() => 'counted'));
  expect(await ballots()).toBe(5);
});

it('attack 5, weakened: where nobody looks for the nullifier, all twenty are', async () => {
  await stage.run(`delete from ballot.tokens; ${noNullifierCheck}`);
  expect(await castTwentyTimes(workers[0]!)).toEqual({ counted: 20, already: 0, more: 20 });
});
