import type { TrainingDay } from '../delivery/training.ts';
import { inHalf } from './edits.ts';
import type { HalfDay } from './slot.ts';

/** When the halves of a day begin: `HH:MM` on the clock of the training. */
export type DayStarts = Pick<TrainingDay, 'day' | 'morningStarts' | 'afternoonStarts'>;

/** A row with its clock times, in minutes since midnight; above 1440 they are of the next day. */
export interface ClockedSlot<S> {
  slot: S;
  from: number;
  until: number;
}

/** A half day as it runs. */
export interface ClockedHalf<S> extends HalfDay {
  rows: ClockedSlot<S>[];
  from: number;
  until: number;
  minutes: number;
  /** Minutes that the morning runs into the afternoon's time; 0 in an afternoon. */
  overrun: number;
}

/** Minutes since midnight of `HH:MM` (or `HH:MM:SS`, as the database says it). */
export function minuteOfDay(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** `HH:MM` of minutes since midnight. */
export function clockWord(minute: number): string {
  const pair = (part: number) => String(part).padStart(2, '0');
  return `${pair(Math.floor(minute / 60) % 24)}:${pair(minute % 60)}`;
}

/**
 * Clock times of a day: in each half day the rows follow one another from its beginning, and the afternoon begins at its
 * time or when the morning ends, whichever is later.
 * @param slots of any days, in order
 */
export function clockedDay<S extends HalfDay & { minutes: number }>(
  day: DayStarts,
  slots: readonly S[]
): [ClockedHalf<S>, ClockedHalf<S>] {
  const morning = clockedHalf({ day: day.day, half: 1 }, slots, minuteOfDay(day.morningStarts));
  const planned = minuteOfDay(day.afternoonStarts);
  const afternoon = clockedHalf({ day: day.day, half: 2 }, slots, Math.max(planned, morning.until));
  return [{ ...morning, overrun: Math.max(0, morning.until - planned) }, afternoon];
}

function clockedHalf<S extends HalfDay & { minutes: number }>(
  half: HalfDay,
  slots: readonly S[],
  from: number
): ClockedHalf<S> {
  let until = from;
  const rows = inHalf(slots, half).map((slot) => {
    const start = until;
    until += slot.minutes;
    return { slot, from: start, until };
  });
  return { ...half, rows, from, until, minutes: until - from, overrun: 0 };
}

/** When the last row of a day ends; null for a day without any. */
export function dayEnd([morning, afternoon]: readonly ClockedHalf<unknown>[]): number | null {
  if (afternoon && afternoon.rows.length > 0) return afternoon.until;
  return morning && morning.rows.length > 0 ? morning.until : null;
}

/** Shorter than this, a pause at noon is said to be short: people have to eat. */
export const shortPause = 30;

/** The time between the two halves of a day, in minutes since midnight; null where one of them has no row. */
export function pauseOf([morning, afternoon]: readonly ClockedHalf<unknown>[]): {
  from: number;
  until: number;
  minutes: number;
} | null {
  if (!morning?.rows.length || !afternoon?.rows.length) return null;
  return { from: morning.until, until: afternoon.from, minutes: afternoon.from - morning.until };
}
