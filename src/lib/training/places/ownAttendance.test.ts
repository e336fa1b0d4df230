import { describe, expect, it } from 'vitest';
import { halfInWords, lostInWords, ownStanding } from './ownAttendance.ts';

const training = { daysNeeded: 2, makeUpsCount: true, mostMissed: 30 } as Parameters<typeof ownStanding>[0]['training'];
const days = ['2035-03-30', '2035-03-31'].map((heldOn, at) => ({
  day: at + 1,
  heldOn,
  audience: 'cohort' as const,
  title: '',
  morningStarts: '09:30',
  afternoonStarts: '13:15'
}));
const half = (day: number, half: 1 | 2, lateMinutes = 0, came = true) => ({
  day,
  half,
  came,
  lateMinutes,
  leftMinutes: 0
});
const made = { day: 2, half: 2 as const, madeUpOn: '2035-05-03', madeUpWhere: 'Quay Street', madeUpWith: 'Tara' };
const place = (over: object) => ({ training, days, sessions: [], attendance: [], makeUps: [], ...over });

describe('one’s own attendance in words', () => {
  it('says which half days are lost and what can be done, and nothing of what is still to come', () => {
    const stands = ownStanding(
      place({ attendance: [half(1, 1, 10), half(1, 2, 45), half(2, 1, 0, false)] }),
      '2035-03-31'
    );
    expect(stands.halves.map((one) => halfInWords(one, []))).toEqual([
      'there, 10 minutes missed',
      'too short: 45 minutes missed',
      'not there',
      'still to come'
    ]);
    expect(lostInWords(stands, true)).toEqual([
      'Day 1, afternoon is not whole, because too many minutes are missing: ask the trainers about a make-up.',
      'Day 2, morning is missing: ask the trainers about a make-up.'
    ]);
    expect(lostInWords(stands, false)).toEqual(
      ['Day 1, afternoon', 'Day 2, morning'].map((one) => `${one} does not count, and this training knows no make-ups.`)
    );
  });

  it('after the day, what nobody noted is lost too', () => {
    const stands = ownStanding(place({ attendance: [half(1, 1), half(1, 2), half(2, 1)] }), '2035-04-01');
    expect(stands.daysCounted).toBe(1);
    expect(lostInWords(stands, true)).toEqual(['Day 2, afternoon is missing: ask the trainers about a make-up.']);
  });

  it('a make-up counts, with its place and date, and nothing is missing any more', () => {
    const attendance = [half(1, 1), half(1, 2), half(2, 1), half(2, 2, 0, false)];
    const stands = ownStanding(place({ attendance, makeUps: [made] }), '2035-05-04');
    expect(halfInWords(stands.halves[3]!, [made])).toBe('made up on 3 May 2035, Quay Street');
    expect(stands.completed).toBe(true);
    expect(lostInWords(stands, true)).toEqual([]);
  });
});
