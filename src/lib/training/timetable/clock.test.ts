import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockWord, clockedDay, dayEnd, minuteOfDay, pauseOf } from './clock.ts';
import { anyTimetable, fourDays } from './timetable.arbitrary.ts';

const day = { day: 1, morningStarts: '09:30', afternoonStarts: '13:15' };
const row = (half: 1 | 2, minutes: number) => ({ day: 1, half, minutes });

it('no two rows of a day overlap, and the minutes of rows, half days and days add up', () => {
  fc.assert(
    fc.property(anyTimetable, (slots) => {
      const days = fourDays.map((each) => clockedDay(each, slots));
      for (const halves of days) {
        const rows = halves.flatMap((half) => half.rows);
        for (const [at, { slot, from, until }] of rows.entries()) {
          expect(until - from).toBe(slot.minutes);
          if (at > 0) expect(from).toBeGreaterThanOrEqual(rows[at - 1]!.until);
        }
        for (const half of halves) {
          expect(half.until - half.from).toBe(half.minutes);
          // One after the other, without gaps.
          for (const [at, { from }] of half.rows.entries())
            expect(from).toBe(at === 0 ? half.from : half.rows[at - 1]!.until);
        }
      }
      const sum = (some: readonly { minutes: number }[]) => some.reduce((all, { minutes }) => all + minutes, 0);
      expect(sum(days.flat())).toBe(sum(slots));
      expect(days.flat().flatMap((half) => half.rows)).toHaveLength(slots.length);
    })
  );
});

describe('the afternoon', () => {
  it('begins at its time when the morning has ended by then', () => {
    const [morning, afternoon] = clockedDay(day, [row(1, 200), row(2, 60)]);
    expect([clockWord(morning.until), morning.overrun]).toEqual(['12:50', 0]);
    expect([clockWord(afternoon.from), clockWord(afternoon.until)]).toEqual(['13:15', '14:15']);
  });

  it('begins when the morning ends where that is later, and the overrun is said', () => {
    const [morning, afternoon] = clockedDay(day, [row(1, 240), row(2, 60)]);
    expect([clockWord(morning.until), morning.overrun]).toEqual(['13:30', 15]);
    expect(clockWord(afternoon.from)).toBe('13:30');
  });
});

it('lunch lies between the halves; none is left when the morning runs over, and a half day has none', () => {
  const pause = (slots: ReturnType<typeof row>[]) => pauseOf(clockedDay(day, slots));
  expect(pause([row(1, 180), row(2, 60)])).toEqual({ from: 750, until: 795, minutes: 45 });
  expect(pause([row(1, 240), row(2, 60)])?.minutes).toBe(0);
  expect([pause([row(1, 60)]), pause([row(2, 60)])]).toEqual([null, null]);
});

describe('clocks', () => {
  it('read and write hours and minutes, with or without seconds, past midnight too', () => {
    expect([minuteOfDay('09:30'), minuteOfDay('13:15:00')]).toEqual([570, 795]);
    expect([clockWord(570), clockWord(24 * 60 + 5)]).toEqual(['09:30', '00:05']);
  });

  it('a day ends with its last row', () => {
    expect(dayEnd(clockedDay(day, [row(1, 60)]))).toBe(630);
    expect(dayEnd(clockedDay(day, [row(1, 60), row(2, 60)]))).toBe(855);
    expect(dayEnd(clockedDay(day, []))).toBeNull();
  });
});
