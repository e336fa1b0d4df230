import { instantInWords } from '../../ui/time/instant.ts';

/** A day on the calendar and its number in the training. Dates are `YYYY-MM-DD`. */
export interface Dated {
  day: number;
  heldOn: string;
}

const oneDay = 86_400_000;
const noon = (date: string) => Date.parse(`${date}T12:00:00Z`);

/** Days from one date to another; below 0 when the second is earlier. */
export const spanOf = (from: string, to: string): number => Math.round((noon(to) - noon(from)) / oneDay);

/** The date so many days later. */
export const later = (date: string, days: number): string =>
  new Date(noon(date) + days * oneDay).toISOString().slice(0, 10);

/**
 * Dates after a change by hand. With `together`, a day that was left as it was moves by as many days as the nearest day
 * before it that was changed, so that one new date moves all that comes after it and keeps the gaps.
 */
export function movedDates(before: readonly Dated[], typed: readonly Dated[], together: boolean): Dated[] {
  let span = 0;
  return typed.map(({ day, heldOn }) => {
    const was = before.find((each) => each.day === day)?.heldOn ?? heldOn;
    if (was !== heldOn) {
      span = spanOf(was, heldOn);
      return { day, heldOn };
    }
    return { day, heldOn: together ? later(heldOn, span) : heldOn };
  });
}

/** Number of the first day that is not later than the one before it; null when all follow each other. */
export function outOfOrder(days: readonly Dated[]): number | null {
  return days.find(({ heldOn }, at) => at > 0 && heldOn <= days[at - 1]!.heldOn)?.day ?? null;
}

/** Numbers of the days that were before today; an empty date is none. */
export const pastDays = (dates: readonly string[], today: string): number[] =>
  dates.flatMap((heldOn, at) => (heldOn !== '' && heldOn < today ? [at + 1] : []));

/** 'Monday 30 March 2026', from `YYYY-MM-DD`; empty for what is no date yet, as while a year is being typed. */
export const weekdayOf = (date: string): string =>
  /^[12]\d{3}-\d\d-\d\d$/.test(date) ? instantInWords(`${date}T12:00:00Z`, 'UTC', 'weekday') : '';
