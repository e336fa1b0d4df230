import { wallClock } from '../agenda/clock.ts';
import type { CircleRole } from '../circles/roles/role.ts';
import type { CircleState } from '../circles/state.ts';
import { nextIntake } from './recurrence.ts';

/** A series as lists show it. Days are `YYYY-MM-DD`, clock times `HH:MM` in `timeZone`. */
export interface SeriesSummary {
  id: string;
  title: string;
  everyWeeks: number;
  firstOn: string;
  startsAt: string;
  timeZone: string;
  minutes: number;
  length: number;
  /** Null: everybody in the team belongs. */
  places: number | null;
  intakeWeeks: number | null;
  gate: number | null;
  meetings: SeriesMeeting[];
}

/** One circle of a series. */
export interface SeriesMeeting {
  id: string;
  number: number;
  title: string;
  state: CircleState;
  /** ISO instant. */
  startsAt: string | null;
  timeZone: string;
  plannedMinutes: number;
  heldOn: string[];
}

export type RoleGiven = { personId: string; role: CircleRole };

export const isHeld = ({ state }: Pick<SeriesMeeting, 'state'>): boolean => state === 'closed' || state === 'archived';

/** The day of a meeting on the calendar of its place; null while it has none. */
export function dayOfMeeting({ heldOn, startsAt, timeZone }: SeriesMeeting): string | null {
  return heldOn[0] ?? (startsAt === null ? null : wallClock(Date.parse(startsAt), timeZone).date);
}

export interface SeriesProgress {
  done: SeriesMeeting[];
  /** The one that is open, else the next one planned; null when all were held. */
  next: SeriesMeeting | null;
  coming: SeriesMeeting[];
}

/** A series' meetings in order of their numbers: held, next, and those after it. */
export function progressOf(meetings: readonly SeriesMeeting[]): SeriesProgress {
  const inOrder = meetings.toSorted((a, b) => a.number - b.number);
  const ahead = inOrder.filter((meeting) => !isHeld(meeting));
  const next = ahead.find(({ state }) => state === 'open') ?? ahead[0] ?? null;
  return { done: inOrder.filter(isHeld), next, coming: ahead.filter((meeting) => meeting !== next) };
}

/**
 * The next day newcomers have a chance to join: not a day whose meeting is over, nor one on which people joined when that
 * is today or no place is free any more. Null without intakes, or when none is left.
 * @param joinedOn days on which people joined, as far as the reader knows them
 */
export function intakeAhead(
  series: Pick<SeriesSummary, 'firstOn' | 'intakeWeeks' | 'meetings'>,
  today: string,
  joinedOn: readonly (string | null)[],
  free: number
): string | null {
  if (series.intakeWeeks === null) return null;
  const held = series.meetings.filter(isHeld).map(dayOfMeeting);
  const over = (day: string) => held.includes(day) || (joinedOn.includes(day) && (day === today || free === 0));
  return nextIntake(series.firstOn, series.intakeWeeks, today, lastDayOf(series), over);
}

/** The last day of a series: of its last meeting, or the first day while it has none. */
export function lastDayOf({ meetings, firstOn }: Pick<SeriesSummary, 'meetings' | 'firstOn'>): string {
  return meetings.reduce((last, meeting) => {
    const day = dayOfMeeting(meeting);
    return day !== null && day > last ? day : last;
  }, firstOn);
}
