import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentages, roundedPercentages } from './percent.ts';

const counts = fc.array(fc.nat(2000), { minLength: 1, maxLength: 6 });
const someCounts = counts.filter((all) => all.some((count) => count > 0));
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

describe('percentages', () => {
  it('of 2004: 65, 21, 2 and 0 of 88 are 74, 24, 2 and 0', () => {
    expect(percentages([65, 21, 2, 0])).toEqual([74, 24, 2, 0]);
    expect(roundedPercentages([65, 21, 2, 0])).toEqual([74, 24, 2, 0]);
  });

  it('of thirds are 34, 33 and 33, where plain rounding loses one', () => {
    expect(percentages([1, 1, 1])).toEqual([34, 33, 33]);
    expect(roundedPercentages([1, 1, 1])).toEqual([33, 33, 33]);
  });

  it('of nothing are none', () => {
    expect([percentages([0, 0]), percentages([]), roundedPercentages([0, 0])]).toEqual([null, null, null]);
  });

  it('add up to 100, whatever was counted', () => {
    fc.assert(
      fc.property(someCounts, (all) => {
        expect(sum(percentages(all)!)).toBe(100);
      })
    );
  });

  it('are less than one from the exact share', () => {
    fc.assert(
      fc.property(someCounts, (all) =>
        percentages(all)!.forEach((percent, at) =>
          expect(Math.abs(percent - (all[at]! * 100) / sum(all))).toBeLessThan(1)
        )
      )
    );
  });

  it('never give the more often chosen less, and nothing to what nobody chose', () => {
    fc.assert(
      fc.property(someCounts, (all) => {
        const given = percentages(all)!;
        all.forEach((count, a) => {
          if (count === 0) expect(given[a]).toBe(0);
          all.forEach((other, b) => count > other && expect(given[a]).toBeGreaterThanOrEqual(given[b]!));
        });
      })
    );
  });

  it('by plain rounding are within half of the exact share', () => {
    fc.assert(
      fc.property(someCounts, (all) =>
        roundedPercentages(all)!.forEach((percent, at) =>
          expect(Math.abs(percent - (all[at]! * 100) / sum(all))).toBeLessThanOrEqual(0.5 + 1e-9)
        )
      )
    );
  });
});
