import { expect, test } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckinAnswer } from '../../src/lib/checkins/answer.ts';
import { openKeyStore } from '../../src/lib/ballots/server/keyStore.ts';
import { answersByMark, dump, normalised, type Dump } from '../attacks/dump.ts';
import { noShuffle } from '../attacks/weakened.ts';
import { bodyOf, cast, high, low, sessionOf, takeToken } from './checkInDevice.ts';
import { asked, databases, groundOn, planOfRound, round, roundIsOpen, type Ground } from './checkInGround.ts';

type RoundKeys = NonNullable<ReturnType<ReturnType<typeof openKeyStore>['read']>>;

/** A log with the times and what else is new in every run taken out. A line that names a ballot tells the answer in it, as its reader has the key. */
async function normalisedLog(log: string, dumped: Dump, keys: RoundKeys): Promise<string> {
  let text = log;
  for (const [mark, answer] of await answersByMark(dumped, keys)) text = text.replaceAll(mark, answer);
  return text
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replace(/"milliseconds":[\d.]+/g, '"milliseconds":<time>')
    .replace(/localhost:\d+|127\.0\.0\.1:\d+/g, '<server>');
}

/** Six people sign in, take a token and answer, always in this order. Gives all that is left of it, read by someone who holds the round's key. */
async function whatIsLeft(ground: Ground, answers: CheckinAnswer[], { sql = '', leak = '' } = {}): Promise<string> {
  // Servers start several times: seconds on a quiet machine, a minute on one with much else to do.
  test.setTimeout(180_000);
  const leaking = { NODE_OPTIONS: `--import=${join(import.meta.dirname, 'leak.mjs')}`, LEAK: leak };
  const scene = await ground.open(`${planOfRound}\n${sql}`, { LOG: 'all', ...(leak ? leaking : {}) });
  try {
    await roundIsOpen(scene);
    const { server } = scene;
    for (const [at, answer] of answers.entries()) {
      const token = await takeToken(server.url, round, await sessionOf(server.url, asked[at]!));
      expect(await cast(server.url, round, await bodyOf(server.url, round, token, answer))).toBe(204);
    }
    await server.stop();
    const keys = openKeyStore(join(server.dataDir, 'keys')).read(round)!;
    const dumped = await scene.look((asker) =>
      dump({ rows: async <R>(text: string) => (await asker.ask({ text, values: [] })) as R[] })
    );
    const log = await normalisedLog(server.log(), dumped, keys);
    return [await normalised(dumped, keys), log, ...readdirSync(server.dataDir).sort()].join('\n');
  } finally {
    await scene.remove();
  }
}

const answers = [high, low, low, low, high, low];
const swapped = [low, high, low, high, low, low];

for (const database of databases)
  test.describe(`attack 1 on the running server, ${database}`, () => {
    let ground: Ground;
    test.beforeAll(async () => {
      ground = await groundOn(database);
    });
    test.afterAll(() => ground.remove());

    test('attack 1: the same people in the same order with other answers leave the same dump, log and files, byte for byte', async () => {
      const left = await whatIsLeft(ground, answers);

      expect(left).toContain('debrief');
      expect(left).toContain('check_in_rounds');
      expect(await whatIsLeft(ground, swapped)).toBe(left);
    });

    test('attack 1, weakened: rows written as they come tell the two apart', async () => {
      expect(await whatIsLeft(ground, swapped, { sql: noShuffle })).not.toBe(
        await whatIsLeft(ground, answers, { sql: noShuffle })
      );
    });

    test('attack 1, weakened: a log line for every answer tells the two apart', async () => {
      const leak = 'nullifier';
      expect(await whatIsLeft(ground, swapped, { leak })).not.toBe(await whatIsLeft(ground, answers, { leak }));
    });
  });
