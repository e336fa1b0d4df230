import { expect, it, vi } from 'vitest';
import type { CheckinAnswer } from '../../src/lib/checkins/answer.ts';
import { keepValuesOutOfTheLog, setLogLevel } from '../../src/lib/server/log.ts';
import { cast, high, low, takeToken } from './device.ts';
import { dump, normalised } from './dump.ts';
import { gatherWorkers, openRoundNow, openStage } from './stage.ts';
import { noShuffle } from './weakened.ts';

/** Five people take a token and answer, always in this order. Gives all that is left of it, read by someone who holds the round's key. */
async function whatIsLeft(answers: CheckinAnswer[], weaken?: string): Promise<string> {
  const stage = await openStage({ ...(weaken ? { weaken } : {}) });
  const printed: string[] = [];
  const keep = (text: unknown) => printed.push(String(text)) > 0;
  try {
    const workers = await gatherWorkers(stage, 6);
    const round = await openRoundNow(stage);
    const spies = [
      vi.spyOn(process.stdout, 'write').mockImplementation(keep),
      vi.spyOn(process.stderr, 'write').mockImplementation(keep)
    ];
    keepValuesOutOfTheLog();
    setLogLevel('all');
    try {
      for (const [at, answer] of answers.entries()) {
        const worker = workers[at]!;
        const token = await takeToken(stage, worker, round);
        expect(await cast(stage, round, token, answer)).toBe('counted');
      }
    } finally {
      setLogLevel('errors');
      for (const spy of spies) spy.mockRestore();
    }
    const keys = stage.keys.read(round);
    if (!keys) throw new Error('the key is gone');
    return `${await normalised(await dump(stage), keys)}\n${printed.join('')}`;
  } finally {
    await stage.close();
  }
}

const answers = [high, low, low, low, high];
const swapped = [low, high, low, high, low];

it('attack 1: the same people in the same order with other answers leave the same dump and log, byte for byte', async () => {
  const left = await whatIsLeft(answers);

  expect(left).toContain('ballot.ballots');
  expect(left).toContain('debrief');
  expect(await whatIsLeft(swapped)).toBe(left);
});

it('attack 1, weakened: rows written as they come tell the two apart', async () => {
  expect(await whatIsLeft(swapped, noShuffle)).not.toBe(await whatIsLeft(answers, noShuffle));
});
