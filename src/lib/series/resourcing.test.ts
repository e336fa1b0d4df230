import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inMoney, inRate, plainNumber, splitExactly } from './money.ts';
import { resource } from './resourcing.ts';
import { exampleDuties, exampleSheet } from './exampleDuties.ts';

const twoGroups = exampleSheet;

describe('what a series takes', () => {
  it('is two posts, £75,000 and £3,750 a place for two groups of seventy hours a week', () => {
    const sums = resource(twoGroups);
    expect(plainNumber(sums.hours)).toBe('70');
    expect(plainNumber(sums.posts)).toBe('2');
    expect(inMoney(sums.year, '£')).toBe('£75,000');
    expect(inMoney(sums.perGroup, '£')).toBe('£37,500');
    expect(inMoney(sums.perPlace, '£')).toBe('£3,750');
    expect(inMoney(sums.week, '£')).toBe('£1,442.31');
    // 75,000 ÷ (70 × 52) = 20.60439…
    expect(sums.perHour).toBe(206_044);
  });

  it('is the same by the hour, to the penny that the rate was rounded by', () => {
    expect(resource({ ...twoGroups, basis: 'hour', rate: 206_044 }).year).toBe(7_500_002);
    expect(resource({ ...twoGroups, basis: 'hour', rate: 206_000 })).toMatchObject({ year: 7_498_400, week: 144_200 });
  });

  it('has duties that add up to the year, and an example of seventy hours', () => {
    expect(exampleDuties.reduce((sum, { hours }) => sum + hours, 0)).toBe(7000);
    const sheets = fc.record({
      duties: fc.array(
        fc.integer({ min: 0, max: 50_000 }).map((hours) => ({ duty: 'A duty', hours })),
        { maxLength: 20 }
      ),
      basis: fc.constantFrom('hour' as const, 'post' as const),
      rate: fc.integer({ min: 0, max: 10_000_000 }),
      postPay: fc.integer({ min: 0, max: 100_000_000 }),
      postHours: fc.integer({ min: 100, max: 8000 }),
      weeks: fc.integer({ min: 1, max: 53 }),
      groups: fc.integer({ min: 1, max: 100 }),
      places: fc.integer({ min: 1, max: 1000 }),
      currency: fc.constant('€')
    });
    fc.assert(
      fc.property(sheets, (sheet) => {
        const sums = resource(sheet);
        expect(Number.isSafeInteger(sums.year)).toBe(true);
        if (sums.hours > 0) expect(sums.duties.reduce((sum, { year }) => sum + year, 0)).toBe(sums.year);
        expect(Math.abs(sums.week * sheet.weeks - sums.year)).toBeLessThanOrEqual(sheet.weeks / 2);
        expect(Math.abs(sums.perPlace * sheet.places - sums.year)).toBeLessThanOrEqual(sheet.places / 2);
      })
    );
  });

  it('costs nothing while no hours are written down', () => {
    expect(resource({ ...twoGroups, duties: [] })).toMatchObject({
      hours: 0,
      posts: 0,
      year: 0,
      perPlace: 0,
      perHour: 0
    });
  });
});

describe('money', () => {
  it('is split without losing a penny', () => {
    expect(splitExactly(10_000, [1, 1, 1])).toEqual([3334, 3333, 3333]);
    expect(splitExactly(100, [0, 0])).toEqual([0, 0]);
  });

  it('reads as people write it', () => {
    expect(inMoney(5, '£')).toBe('£0.05');
    expect(inMoney(500, '£', true)).toBe('£5.00');
    expect(inMoney(123_456_789, '$')).toBe('$1,234,567.89');
    expect(inMoney(100_000, 'kr ')).toBe('kr 1,000');
    expect([206_044, 206_000, 206_040, 200_000].map((rate) => inRate(rate, '£'))).toEqual([
      '£20.6044',
      '£20.60',
      '£20.604',
      '£20.00'
    ]);
  });
});
