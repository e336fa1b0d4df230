import { instantOf, wallClock } from '../agenda/clock.ts';

/** Limits the database keeps too. Two years of weekly meetings is the longest. */
export const maxLength = 104;
export const maxEveryWeeks = 13;

/** When a series meets: always at the same time of the clock on the wall in its time zone. */
export interface Recurrence {
  /** `YYYY-MM-DD` */
  firstOn: string;
  /** `HH:MM`, 24 hours */
  startsAt: string;
  /** IANA name */
  timeZone: string;
  everyWeeks: number;
  length: number;
}

export interface PlannedMeeting {
  /** From 1. */
  number: number;
  /** `YYYY-MM-DD` */
  date: string;
  /** ISO 8601 instant, in UTC. */
  startsAt: string;
  /** What the clock shows then: the series' own time, unless a clock change skips it on that day. */
  time: string;
  /** Minutes by which the clocks were moved since the meeting before: 60 in spring, -60 in autumn, else 0. */
  clocksMoved: number;
}

const minute = 60_000;
const dayMs = 86_400_000;

/** The day `days` after a day of the calendar; both `YYYY-MM-DD`. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/**
 * Every meeting of a series. Days are counted on the calendar and turned into instants one by one, so that a clock change
 * moves none of them.
 * @returns null when day, time or zone cannot be read, or a number is out of range
 */
export function meetingsOf({ firstOn, startsAt, timeZone, everyWeeks, length }: Recurrence): PlannedMeeting[] | null {
  const within = (number: number, max: number) => Number.isInteger(number) && number >= 1 && number <= max;
  if (!within(everyWeeks, maxEveryWeeks) || !within(length, maxLength)) return null;
  if (instantOf({ date: firstOn, time: startsAt }, timeZone) === null) return null;
  let before: { instant: number; asOnWall: number } | null = null;
  return Array.from({ length }, (_, index) => {
    const date = daysAfter(firstOn, index * everyWeeks * 7);
    const instant = instantOf({ date, time: startsAt }, timeZone) ?? 0;
    const { time } = wallClock(instant, timeZone);
    const asOnWall = Date.parse(`${date}T${time}:00Z`);
    const ahead = (at: { instant: number; asOnWall: number }) => (at.asOnWall - at.instant) / minute;
    const clocksMoved = before === null ? 0 : ahead({ instant, asOnWall }) - ahead(before);
    before = { instant, asOnWall };
    return { number: index + 1, date, startsAt: new Date(instant).toISOString(), time, clocksMoved };
  });
}

/** Meetings by month of the calendar, in order; a month is `YYYY-MM`. */
export function byMonth<M extends { date: string }>(meetings: readonly M[]): { month: string; meetings: M[] }[] {
  const months: { month: string; meetings: M[] }[] = [];
  for (const meeting of meetings) {
    const month = meeting.date.slice(0, 7);
    const last = months.at(-1);
    if (last?.month === month) last.meetings.push(meeting);
    else months.push({ month, meetings: [meeting] });
  }
  return months;
}

/**
 * The day newcomers next join together: every `intakeWeeks` weeks from the first meeting, today at the soonest.
 * @param lastOn the last meeting: after it nobody joins
 * @param over says of a day that its intake has been, or has no room left
 * @returns `YYYY-MM-DD`, or null when the series takes nobody in any more
 */
export function nextIntake(
  firstOn: string,
  intakeWeeks: number,
  today: string,
  lastOn: string,
  over: (day: string) => boolean = () => false
): string | null {
  const step = intakeWeeks * 7;
  const passed = Math.round((Date.parse(`${today}T12:00:00Z`) - Date.parse(`${firstOn}T12:00:00Z`)) / dayMs);
  let next = daysAfter(firstOn, Math.max(0, Math.ceil(passed / step)) * step);
  while (next <= lastOn && over(next)) next = daysAfter(next, step);
  return next > lastOn ? null : next;
}
