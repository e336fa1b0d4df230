import fc from 'fast-check';
import type { CompletionRule } from '../delivery/rule.ts';
import type { HalfDay } from '../timetable/slot.ts';
import type { NotedHalf } from './completion.ts';

/** Attendance of one person over four days, for property tests. */
export const fourDays = [1, 2, 3, 4].map((day) => ({ day }));

const halfDay = { day: fc.integer({ min: 1, max: 4 }), half: fc.constantFrom(1 as const, 2 as const) };
const onePerHalf = { selector: ({ day, half }: HalfDay) => `${day}-${half}`, maxLength: 8 };

/** At most one note a half day, minutes only of who came. Mostly there, as people are: else hardly anybody would complete. */
export const anyNotes: fc.Arbitrary<NotedHalf[]> = fc.uniqueArray(
  fc
    .record({
      ...halfDay,
      came: fc.constantFrom(true, true, true, true, false),
      lateMinutes: fc.constantFrom(0, 0, 0, 10, 29, 30, 31, 60),
      leftMinutes: fc.constantFrom(0, 0, 0, 1, 20, 90)
    })
    .map((note) => (note.came ? note : { ...note, lateMinutes: 0, leftMinutes: 0 })),
  { ...onePerHalf, minLength: 3 }
);

export const anyMakeUps: fc.Arbitrary<HalfDay[]> = fc.uniqueArray(fc.record(halfDay), onePerHalf);

export const anyRule: fc.Arbitrary<CompletionRule> = fc.record({
  daysNeeded: fc.integer({ min: 1, max: 4 }),
  makeUpsCount: fc.boolean(),
  mostMissed: fc.constantFrom(0, 15, 30, 60)
});
