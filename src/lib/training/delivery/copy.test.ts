import { describe, expect, it } from 'vitest';
import { copiedDays, copiedSlots, type DeliveredSlot } from './copy.ts';
import type { TrainingDay } from './training.ts';

const slot = (given: Partial<DeliveredSlot>): DeliveredSlot => ({
  day: 1,
  half: 1,
  position: 0,
  sessionKey: 'culture',
  title: 'Culture',
  subject: 'culture',
  format: 'talk',
  minutes: 60,
  trainers: 'Two',
  actualMinutes: null,
  ...given
});
const known = new Set(['culture']);
const minutesOf = (actualMinutes: number | null, wish: 'planned' | 'took') =>
  copiedSlots([slot({ actualMinutes })], wish, known)[0]!.minutes;

describe('the timetable of the next training', () => {
  it('has the minutes planned, or those it took', () => {
    expect(minutesOf(95, 'planned')).toBe(60);
    expect(minutesOf(95, 'took')).toBe(95);
  });

  it('keeps what was planned where nothing was noted, and where a session fell out', () => {
    expect(minutesOf(null, 'took')).toBe(60);
    expect(minutesOf(0, 'took')).toBe(60);
  });

  it('stays within the longest session there is', () => {
    expect(minutesOf(700, 'took')).toBe(480);
  });

  it('takes the order as it became and nothing of what happened', () => {
    const moved = slot({ day: 4, half: 2, position: 3, actualMinutes: 70 });
    expect(copiedSlots([moved], 'planned', known)).toEqual([
      {
        day: 4,
        half: 2,
        position: 3,
        sessionKey: 'culture',
        title: 'Culture',
        subject: 'culture',
        format: 'talk',
        minutes: 60,
        trainers: 'Two'
      }
    ]);
  });

  it('loosens a session from a plan the newer curriculum does not have', () => {
    expect(copiedSlots([slot({})], 'planned', new Set())[0]).toMatchObject({ sessionKey: null, title: 'Culture' });
  });
});

describe('the days of the next training', () => {
  const day = (number: number, morningStarts: string): TrainingDay => ({
    day: number,
    heldOn: `2026-03-${29 + number}`,
    audience: number === 1 ? 'open' : 'cohort',
    title: `Day ${number}`,
    morningStarts,
    afternoonStarts: '13:15'
  });
  const before = [day(1, '09:30'), day(2, '10:00')];
  const dates = ['2027-01-04', '2027-01-05', '2027-01-11'];

  it('keep audience, title and each their own beginning; one more is the cohort’s', () => {
    expect(copiedDays(before, dates, { morningStarts: '09:30', afternoonStarts: '13:15' })).toEqual([
      { ...before[0], heldOn: '2027-01-04' },
      { ...before[1], heldOn: '2027-01-05' },
      { day: 3, heldOn: '2027-01-11', audience: 'cohort', title: '', morningStarts: '09:30', afternoonStarts: '13:15' }
    ]);
  });

  it('all begin as typed where another beginning was typed', () => {
    const copied = copiedDays(before, dates, { morningStarts: '09:00', afternoonStarts: '13:15' });
    expect(copied.map(({ morningStarts }) => morningStarts)).toEqual(['09:00', '09:00', '09:00']);
  });
});
