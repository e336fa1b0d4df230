import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wallClock } from '../agenda/clock.ts';
import { byMonth, daysAfter, meetingsOf, nextIntake, type Recurrence } from './recurrence.ts';

const zones = [
  'Europe/London',
  'America/Toronto',
  'America/St_Johns',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Chatham',
  'UTC'
];
const two = (number: number) => String(number).padStart(2, '0');
const recurrences: fc.Arbitrary<Recurrence> = fc.record({
  firstOn: fc.integer({ min: 0, max: 3650 }).map((days) => daysAfter('2024-01-01', days)),
  startsAt: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${two(hour)}:${two(minute)}`),
  timeZone: fc.constantFrom(...zones),
  everyWeeks: fc.integer({ min: 1, max: 13 }),
  length: fc.integer({ min: 1, max: 60 })
});

describe('the meetings of a series', () => {
  it('are on days exactly n weeks apart, as many as asked for', () => {
    fc.assert(
      fc.property(recurrences, (series) => {
        const meetings = meetingsOf(series)!;
        expect(meetings).toHaveLength(series.length);
        meetings.forEach((meeting, index) => {
          expect(meeting.number).toBe(index + 1);
          expect(Date.parse(meeting.date) - Date.parse(series.firstOn)).toBe(
            index * series.everyWeeks * 7 * 86_400_000
          );
        });
      }),
      { numRuns: 60 }
    );
  });

  it('begin at the same clock time, whatever the clocks do, and never on another day', () => {
    fc.assert(
      fc.property(recurrences, (series) => {
        for (const { startsAt, date, time } of meetingsOf(series)!) {
          expect(wallClock(Date.parse(startsAt), series.timeZone)).toEqual({ date, time });
          // A time of the clock that a change skips that day is the one exception, and moves by no more than the gap.
          if (time !== series.startsAt) {
            const gap = Date.parse(`2026-01-01T${time}Z`) - Date.parse(`2026-01-01T${series.startsAt}Z`);
            expect(gap).toBeGreaterThan(0);
            expect(gap).toBeLessThanOrEqual(60 * 60_000);
            expect(series.startsAt < '04:00').toBe(true);
          }
        }
      }),
      { numRuns: 60 }
    );
  });

  it('say where the clocks were moved, by as much as the instants moved', () => {
    fc.assert(
      fc.property(recurrences, (series) => {
        const meetings = meetingsOf(series)!;
        meetings.slice(1).forEach((meeting, index) => {
          const before = meetings[index]!;
          const apart = Date.parse(meeting.startsAt) - Date.parse(before.startsAt);
          const onTheWall =
            Date.parse(`${meeting.date}T${meeting.time}Z`) - Date.parse(`${before.date}T${before.time}Z`);
          expect(meeting.clocksMoved * 60_000).toBe(onTheWall - apart);
        });
      }),
      { numRuns: 60 }
    );
  });

  it('keep ten in the morning in London over both changes of 2027', () => {
    const meetings = meetingsOf({
      firstOn: '2027-03-18',
      startsAt: '10:00',
      timeZone: 'Europe/London',
      everyWeeks: 1,
      length: 36
    })!;
    expect(meetings[1]).toMatchObject({ date: '2027-03-25', startsAt: '2027-03-25T10:00:00.000Z', clocksMoved: 0 });
    expect(meetings[2]).toMatchObject({ date: '2027-04-01', startsAt: '2027-04-01T09:00:00.000Z', clocksMoved: 60 });
    expect(meetings[33]).toMatchObject({ date: '2027-11-04', startsAt: '2027-11-04T10:00:00.000Z', clocksMoved: -60 });
    expect(new Set(meetings.map(({ time }) => time))).toEqual(new Set(['10:00']));
  });

  it('move on by the gap on a day that has no such clock time', () => {
    const meetings = meetingsOf({
      firstOn: '2027-03-21',
      startsAt: '01:30',
      timeZone: 'Europe/London',
      everyWeeks: 1,
      length: 3
    })!;
    expect(meetings.map(({ time }) => time)).toEqual(['01:30', '02:30', '01:30']);
  });

  it('are none when the day, the time, the zone or a number cannot be read', () => {
    const good = { firstOn: '2027-03-21', startsAt: '10:00', timeZone: 'UTC', everyWeeks: 1, length: 3 };
    const wrong: Partial<Recurrence>[] = [
      { firstOn: '2027-02-30' },
      { firstOn: '' },
      { startsAt: 'ten' },
      { timeZone: 'Nowhere/Here' },
      { everyWeeks: 0 },
      { everyWeeks: Number.NaN },
      { length: 105 },
      { length: 1.5 }
    ];
    for (const change of wrong) expect(meetingsOf({ ...good, ...change })).toBeNull();
  });
});

describe('meetings by month', () => {
  it('keep their order', () => {
    const days = ['2026-12-28', '2027-01-04', '2027-01-11'].map((date) => ({ date }));
    expect(byMonth(days)).toEqual([
      { month: '2026-12', meetings: days.slice(0, 1) },
      { month: '2027-01', meetings: days.slice(1) }
    ]);
  });
});

describe('the next intake', () => {
  it('is the first meeting, then every so many weeks, today included', () => {
    const next = (today: string) => nextIntake('2027-01-04', 6, today, '2027-09-06');
    expect(next('2026-12-01')).toBe('2027-01-04');
    expect(next('2027-01-04')).toBe('2027-01-04');
    expect(next('2027-01-05')).toBe('2027-02-15');
    expect(next('2027-02-15')).toBe('2027-02-15');
    expect(next('2027-09-06')).toBe(null);
  });

  it('is the following one once the day’s own is over, as long as there is one', () => {
    const after = (lastOn: string, ...over: string[]) =>
      nextIntake('2027-01-04', 6, '2027-01-04', lastOn, (day) => over.includes(day));
    expect(after('2027-09-06', '2027-01-04')).toBe('2027-02-15');
    expect(after('2027-09-06', '2027-01-04', '2027-02-15')).toBe('2027-03-29');
    expect(after('2027-02-01', '2027-01-04')).toBe(null);
  });

  it('is never in the past, never further off than one interval, and always a whole number of intervals on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 52 }), (days, weeks) => {
        const today = daysAfter('2027-01-04', days);
        const next = nextIntake('2027-01-04', weeks, today, '2099-01-01')!;
        expect(next >= today && next < daysAfter(today, weeks * 7)).toBe(true);
        expect(((Date.parse(next) - Date.parse('2027-01-04')) / 86_400_000) % (weeks * 7)).toBe(0);
      })
    );
  });
});
