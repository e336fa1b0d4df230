import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeKinds, placeStates } from '../places/schema.ts';
import { anyMakeUps, anyNotes, anyRule } from './attendance.arbitrary.ts';
import { expectedHalves, type NotedHalf } from './completion.ts';
import { fourNumbers, type AttendingPlace } from './numbers.ts';

const days = [1, 2, 3, 4].map((day) => ({
  day,
  audience: day === 1 ? ('open' as const) : ('cohort' as const),
  counted: day === 1 ? 7 : 3
}));
const expected = expectedHalves(days, []);
const rule = { daysNeeded: 4, makeUpsCount: true, mostMissed: 30 };
const came = (...halves: [number, 1 | 2][]): NotedHalf[] =>
  halves.map(([day, half]) => ({ day, half, came: true, lateMinutes: 0, leftMinutes: 0 }));
const all = came(...days.flatMap(({ day }): [number, 1 | 2][] => [[day, 1], [day, 2]])); // prettier-ignore

const place = (id: string, given: Partial<AttendingPlace>): AttendingPlace => ({
  id,
  kind: 'cohort',
  state: 'placed',
  noted: [],
  makeUps: [],
  ...given
});

describe('the four numbers', () => {
  it('count different people, each once', () => {
    const numbers = fourNumbers(rule, expected, days, [
      place('whole', { noted: all }),
      place('by make-up', { noted: all.slice(1), makeUps: [{ day: 1, half: 1 }] }),
      place('never came', {}),
      place('gave it back after a day', { state: 'withdrawn', noted: came([1, 1], [1, 2]) }),
      place('gave it back before', { state: 'withdrawn' }),
      place('waits', { state: 'waiting' }),
      place('visitor', { kind: 'open_day', noted: came([1, 1], [1, 2]) }),
      place('no visitor after all', { kind: 'open_day' })
    ]);
    expect(numbers).toEqual({
      signedUp: 4,
      openDay: 11,
      started: 3,
      completed: 2,
      made: { placed: 3, gaveBack: 1, openDayCohort: 3, openDayPlaces: 1, openDayCounted: 7, byMakeUp: 1 }
    });
  });

  it('are nested for whatever was noted', () => {
    const anyPlace = fc.record({
      id: fc.uuid(),
      kind: fc.constantFrom(...placeKinds),
      state: fc.constantFrom(...placeStates),
      noted: anyNotes,
      makeUps: anyMakeUps
    });
    fc.assert(
      fc.property(anyRule, fc.array(anyPlace, { maxLength: 12 }), (rule, places) => {
        const { signedUp, openDay, started, completed, made } = fourNumbers(rule, expected, days, places);
        expect(completed).toBeLessThanOrEqual(started);
        expect(started).toBeLessThanOrEqual(signedUp);
        expect(signedUp).toBeLessThanOrEqual(places.filter(({ kind }) => kind === 'cohort').length);
        expect(made.byMakeUp).toBeLessThanOrEqual(completed);
        expect(signedUp).toBe(made.placed + made.gaveBack);
        expect(openDay).toBe(made.openDayCohort + made.openDayPlaces + made.openDayCounted);
        expect(openDay).toBeLessThanOrEqual(places.length + 7);
      })
    );
  });
});
