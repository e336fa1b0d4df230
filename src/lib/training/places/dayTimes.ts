import { instantOf } from '../../agenda/clock.ts';
import { instantInWords } from '../../ui/time/instant.ts';
import * as m from '../../paraglide/messages.js';
import { clockedDay, clockWord, dayEnd, type DayStarts } from '../timetable/clock.ts';
import type { HalfDay } from '../timetable/slot.ts';

/** Minutes of a session, or of a whole half day. */
export type Stretch = HalfDay & { minutes: number };
export type DatedDay = DayStarts & { heldOn: string };

const hasRows = (rows: readonly Stretch[], { day }: DayStarts, half: 1 | 2) =>
  rows.some((row) => row.day === day && row.half === half);

/** When a day begins and ends, `HH:MM` on its own clock; the end is null while nothing stands in its timetable. */
export function dayTimes(day: DayStarts, rows: readonly Stretch[]): { from: string; until: string | null } {
  const halves = clockedDay(day, rows);
  const end = dayEnd(halves);
  const first = !hasRows(rows, day, 1) && hasRows(rows, day, 2) ? halves[1] : halves[0];
  return { from: clockWord(first.from), until: end === null ? null : clockWord(end) };
}

/**
 * The instants at which a day begins and ends, in milliseconds since 1970. The length is added to the beginning of a half day and never to a
 * clock on the wall. A day without a timetable lasts until an hour after its afternoon began.
 */
export function dayInstants(
  day: DatedDay,
  rows: readonly Stretch[],
  zone: string
): { from: number; until: number } | null {
  const morning = instantOf({ date: day.heldOn, time: day.morningStarts }, zone);
  const planned = instantOf({ date: day.heldOn, time: day.afternoonStarts }, zone);
  if (morning === null || planned === null) return null;
  const [first, second] = clockedDay(day, rows);
  const noon = morning + first.minutes * 60_000;
  const afternoon = Math.max(planned, noon);
  if (first.rows.length + second.rows.length === 0) return { from: morning, until: afternoon + 3_600_000 };
  return {
    from: first.rows.length > 0 ? morning : afternoon,
    until: second.rows.length > 0 ? afternoon + second.minutes * 60_000 : noon
  };
}

/** "Friday 30 March 2035". */
export const dateInWords = (heldOn: string): string => instantInWords(`${heldOn}T12:00:00Z`, 'UTC', 'weekday');

/** "Friday 30 March 2035, 09:30 to 15:10". */
export function dayInWords(day: DatedDay, rows: readonly Stretch[]): string {
  const { from, until } = dayTimes(day, rows);
  const date = dateInWords(day.heldOn);
  return until === null
    ? m.training_places_day_from({ date, from })
    : m.training_places_day_times({ date, from, until });
}
