import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { later, movedDates, outOfOrder, pastDays, spanOf, weekdayOf, type Dated } from './dates.ts';

const days = (...dates: string[]): Dated[] => dates.map((heldOn, at) => ({ day: at + 1, heldOn }));
const dates = (moved: Dated[]) => moved.map(({ heldOn }) => heldOn);

describe('a span of days', () => {
  it('is counted over months, leap days and changes of the clock', () => {
    expect(spanOf('2028-02-28', '2028-03-01')).toBe(2);
    expect(spanOf('2026-03-28', '2026-03-30')).toBe(2);
    expect(later('2026-12-31', 1)).toBe('2027-01-01');
    expect(later('2026-03-30', -2)).toBe('2026-03-28');
  });
});

describe('dates that are changed', () => {
  const before = days('2026-03-30', '2026-03-31', '2026-04-06', '2026-04-07', '2026-04-20');

  it('stay as they are typed where only one day is meant', () => {
    const typed = days('2026-03-30', '2026-04-01', '2026-04-06', '2026-04-07', '2026-04-20');
    expect(movedDates(before, typed, false)).toEqual(typed);
  });

  it('move the later days by the same span, and leave the earlier ones', () => {
    const typed = days('2026-03-30', '2026-03-31', '2026-04-13', '2026-04-07', '2026-04-20');
    expect(dates(movedDates(before, typed, true))).toEqual([
      '2026-03-30',
      '2026-03-31',
      '2026-04-13',
      '2026-04-14',
      '2026-04-27'
    ]);
  });

  it('follow the nearest change before them where two are typed', () => {
    const typed = days('2026-04-06', '2026-03-31', '2026-04-06', '2026-04-15', '2026-04-20');
    expect(dates(movedDates(before, typed, true))).toEqual([
      '2026-04-06',
      '2026-04-07',
      '2026-04-13',
      '2026-04-15',
      '2026-04-28'
    ]);
  });

  it('keep their order and all gaps whenever the first day moves', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 7 }),
        fc.integer({ min: -400, max: 400 }),
        (gaps, span) => {
          const all = days(...gaps.reduce((made, gap) => [...made, later(made.at(-1)!, gap)], ['2026-03-30']));
          const typed = all.map((each, at) => (at === 0 ? { ...each, heldOn: later(each.heldOn, span) } : each));
          const moved = movedDates(all, typed, true);
          expect(outOfOrder(moved)).toBeNull();
          expect(moved.map(({ heldOn }, at) => spanOf(all[at]!.heldOn, heldOn))).toEqual(all.map(() => span));
        }
      )
    );
  });
});

describe('the order of days', () => {
  it('finds the first that is not later than the one before it', () => {
    expect(outOfOrder(days('2026-03-30', '2026-03-31'))).toBeNull();
    expect(outOfOrder(days('2026-03-30', '2026-03-30'))).toBe(2);
    expect(outOfOrder(days('2026-03-30', '2026-04-06', '2026-04-01'))).toBe(3);
  });
});

describe('dates of a plan', () => {
  it('are in the past before today, and not on it; an empty one is no date', () => {
    expect(pastDays(['2026-03-29', '2026-03-30', '', '2026-03-31'], '2026-03-30')).toEqual([1]);
  });

  it('are said with their weekday, once the year is whole', () => {
    expect(weekdayOf('2026-03-29')).toBe('Sunday 29 March 2026');
    expect(weekdayOf('0202-03-29')).toBe('');
    expect(weekdayOf('')).toBe('');
  });
});
