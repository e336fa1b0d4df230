import { sameHalf } from '../attendance/completion.ts';
import type { HalfDay } from '../timetable/slot.ts';

/** A row of the timetable, as far as hours go: `subject` is null in a break, `actualMinutes` while nobody noted what it took. */
type HeldMinutes = HalfDay & { subject: string | null; minutes: number; actualMinutes: number | null };

/**
 * The hours a certificate says, as issue_certificate in the database works them out: what sessions took, where that is noted, and what was planned, where
 * it is not; breaks aside; to the half hour below. A policy test compares the two.
 * @param halves those that count for the person; without them the whole timetable
 */
export function certificateHours(slots: readonly HeldMinutes[], halves?: readonly HalfDay[]): number {
  const minutes = slots
    .filter((slot) => slot.subject !== null && (!halves || halves.some(sameHalf(slot))))
    .reduce((all, slot) => all + (slot.actualMinutes ?? slot.minutes), 0);
  return Math.floor(minutes / 30) / 2;
}
