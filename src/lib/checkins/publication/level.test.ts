import { describe, expect, it } from 'vitest';
import { levelWord, stageWord } from '../levelWords.ts';
import { levelCount, levelOf, stageOf } from './level.ts';

describe('levels', () => {
  it('n = 4, 5, 9, 10, 19, 20, 40, 41: none, 2, 2, 3, 3, 4, 4, 5', () => {
    expect(() => levelCount(4)).toThrow(RangeError);
    expect([5, 9, 10, 19, 20, 40, 41, 400].map(levelCount)).toEqual([2, 2, 3, 3, 4, 4, 5, 5]);
    for (const strange of [NaN, Infinity, 5.5, -1, 0]) expect(() => levelCount(strange)).toThrow(RangeError);
  });

  it.each([
    [5, '000111'],
    [9, '0000011111'],
    [10, '00001112222'],
    [19, '00000001111112222222'],
    [20, '000001111122222333333'],
    [40, '00000000001111111111222222222233333333333'],
    [41, '000000000111111112222222233333333444444444']
  ])('for %i answers the counts 0, 1, 2 … lie in the levels %s', (n, steps) => {
    expect(Array.from({ length: n + 1 }, (_, count) => levelOf(count, n).step).join('')).toBe(steps);
  });

  it('never mean nobody or everybody: each holds at least three counts', () => {
    for (let n = 5; n <= 200; n++) {
      const held = new Map<number, number>();
      for (let count = 0; count <= n; count++) {
        const { step } = levelOf(count, n);
        held.set(step, (held.get(step) ?? 0) + 1);
      }
      expect(held.size).toBe(levelCount(n));
      expect(Math.min(...held.values())).toBeGreaterThanOrEqual(3);
    }
  });

  it('have words for each, with no number that could be a percentage and no "all" or "none"', () => {
    const words = ([2, 3, 4, 5] as const).flatMap((of) =>
      Array.from({ length: of }, (_, step) => levelWord({ step, of }))
    );
    expect(new Set(words).size).toBe(14);
    for (const word of words) expect(word).not.toMatch(/%|\d|percent|\ball\b|\bnone\b|nobody|every/i);
    expect(() => levelWord({ step: 2, of: 2 })).toThrow(RangeError);
  });

  it('call for more the higher they are, and for change from half on', () => {
    const stages = (of: 2 | 3 | 4 | 5) => Array.from({ length: of }, (_, step) => stageOf({ step, of }));
    expect(stages(2)).toEqual(['keep', 'act']);
    expect(stages(3)).toEqual(['keep', 'tend', 'act']);
    expect(stages(4)).toEqual(['keep', 'tend', 'act', 'act']);
    expect(stages(5)).toEqual(['keep', 'tend', 'tend', 'act', 'act']);
    expect(stageWord('act')).toBe('Change something now');
  });
});
