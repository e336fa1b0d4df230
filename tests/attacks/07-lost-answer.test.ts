import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSigner, generateKeys } from '../../src/lib/ballots/blind/signer.ts';
import { openKeyStore } from '../../src/lib/ballots/server/keyStore.ts';
import { ask, cast, castBody, draft, takeToken } from './device.ts';
import { gatherWorkers, openRoundNow, openStage, type Stage, type Worker } from './stage.ts';

let stage: Stage;
let workers: Worker[];
let round: string;
beforeAll(async () => {
  stage = await openStage();
  workers = await gatherWorkers(stage, 6);
  round = await openRoundNow(stage);
});
afterAll(() => stage.close());

/** The same question three times, at once and later, and by a server that has started again in between. */
async function threeAnswers(on: Stage, worker: Worker) {
  const drafted = await draft(on, round);
  const together = await Promise.all([ask(on, worker, round, drafted), ask(on, worker, round, drafted)]);
  const restarted = { ...on, keys: on.keys === stage.keys ? openKeyStore(on.keysFolder) : on.keys };
  return [...together, await ask(restarted, worker, round, drafted)];
}

it('attack 7: who lost the answer asks again and gets the same signature', async () => {
  const answers = await threeAnswers(stage, workers[0]!);

  expect(answers[0]).toHaveProperty('status', 'signed');
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});

it('attack 7: a ballot whose answer was lost is sent again, and counted once', async () => {
  const token = await takeToken(stage, workers[1]!, round);
  expect(await cast(stage, round, token)).toBe('counted');
  expect((await castBody(stage, round, token)).length).toBe(592);
  expect(await cast(stage, round, token)).toBe('already');
});

it('attack 7, weakened: a server that signs with another key each time is noticed', async () => {
  // The round's own key first. Any key refuses a blinded message above its modulus, and three others would all do so once in
  // fifty runs: three equal answers.
  const others = [await generateKeys(), await generateKeys()].map(({ privateKey }) => createSigner(privateKey));
  const fickle = [stage.keys.signer(round), ...others];
  let asked = 0;
  const keys = { ...stage.keys, signer: () => fickle[asked++ % 3] ?? null };
  const answers = await threeAnswers({ ...stage, keys }, workers[2]!);

  expect(answers[0]).toHaveProperty('status', 'signed');
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBeGreaterThan(1);
});
