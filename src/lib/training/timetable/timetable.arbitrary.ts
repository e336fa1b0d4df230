import fc from 'fast-check';
import { inOrder } from './edits.ts';
import type { Slot } from './slot.ts';

/** Timetables of up to thirty rows on four days, for property tests. */
export const anyTimetable: fc.Arbitrary<Slot[]> = fc
  .array(
    fc.record({
      day: fc.integer({ min: 1, max: 4 }),
      half: fc.constantFrom(1 as const, 2 as const),
      minutes: fc.integer({ min: 1, max: 240 }),
      subject: fc.constantFrom('risk', 'culture', 'circles', null)
    }),
    { maxLength: 30 }
  )
  .map((rows) =>
    inOrder(
      rows.map((row, index) => ({
        ...row,
        id: `row-${index}`,
        sessionKey: null,
        title: `Row ${index}`,
        format: row.subject === null ? 'break' : 'talk',
        trainers: ''
      }))
    )
  );

export const fourDays = [1, 2, 3, 4].map((day) => ({ day, morningStarts: '09:30', afternoonStarts: '13:15' }));
