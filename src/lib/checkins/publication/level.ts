import { LEAST_ANSWERS } from '../../ballots/leastAnswers.ts';

/** One of `of` equal parts of those who answered, counted from 0: how many, after noise, are in the strain band. */
export type Level = { step: number; of: 2 | 3 | 4 | 5 };

/** What a lead can do with a level: keep going, make room, or change something now. */
export const stages = ['keep', 'tend', 'act'] as const;
export type Stage = (typeof stages)[number];

/**
 * Into how many levels the share is cut for `n` answers: 5–9: 2, 10–19: 3, 20–40: 4, more: 5. Coarser for small teams,
 * where one person is a larger share. At no size does a level hold fewer than three numbers of people, so none means
 * “nobody” or “everybody”.
 * @throws RangeError for fewer answers than may be published.
 */
export function levelCount(n: number): Level['of'] {
  if (!Number.isInteger(n) || n < LEAST_ANSWERS) throw new RangeError(`${n} answers have no level.`);
  if (n < 10) return 2;
  if (n < 20) return 3;
  return n <= 40 ? 4 : 5;
}

/**
 * The level of `count` of `n` people, `count` being noised already. Cut points: the halves, thirds, quarters or fifths
 * themselves, and a share exactly on a cut point belongs to the level above it ("half or more"); the whole belongs to
 * the top level.
 */
export function levelOf(count: number, n: number): Level {
  const of = levelCount(n);
  return { step: Math.min(of - 1, Math.floor((count * of) / n)), of };
}

/**
 * From half on: act. The lowest level, where it ends at half or below: keep. Between them: tend. Levels of teams of any
 * size share these.
 */
export function stageOf({ step, of }: Level): Stage {
  if (2 * step >= of) return 'act';
  return step === 0 ? 'keep' : 'tend';
}
