/**
 * Clock times of a circle. A circle starts at an instant and is shown in its own IANA time zone; minutes are added to the
 * instant, never to the wall clock, so that an agenda that runs across a clock change stays right.
 */
const minute = 60_000;

/** True for an IANA zone name this machine knows ('America/Vancouver', 'UTC'). */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone !== '';
  } catch {
    return false;
  }
}

/** All zone names for a list to choose from, with UTC, which the platform's own list leaves out. */
export function timeZones(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
}

interface WallClock {
  /** `YYYY-MM-DD` */
  date: string;
  /** `HH:MM`, 24 hours */
  time: string;
}

/** What a clock on the wall in `zone` shows at an instant (milliseconds since 1970). */
export function wallClock(instant: number, zone: string): WallClock {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit'
  }).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`
  };
}

/** Minutes the zone is ahead of UTC at an instant. */
function offsetMinutes(instant: number, zone: string): number {
  const { date, time } = wallClock(instant, zone);
  return Math.round((Date.parse(`${date}T${time}:00Z`) - Math.floor(instant / minute) * minute) / minute);
}

/**
 * The instant at which the wall clock in `zone` shows this date and time. A time that a clock change skips moves on by
 * the length of the gap; a time that comes twice means the first. Null when date, time or zone cannot be read.
 */
export function instantOf(clock: WallClock, zone: string): number | null {
  const asIfUtc = Date.parse(`${clock.date}T${clock.time}:00Z`);
  if (Number.isNaN(asIfUtc) || !isTimeZone(zone)) return null;
  // Date.parse rolls 31 April over to 1 May; a date that is not on the calendar is not a date.
  if (new Date(asIfUtc).toISOString().slice(0, 10) !== clock.date) return null;
  const day = 24 * 60 * minute;
  const before = offsetMinutes(asIfUtc - day, zone);
  const after = offsetMinutes(asIfUtc + day, zone);
  const candidates = [asIfUtc - before * minute, asIfUtc - after * minute];
  const fitting = candidates.filter((instant) => {
    const shown = wallClock(instant, zone);
    return shown.date === clock.date && shown.time === clock.time;
  });
  return fitting.length > 0 ? Math.min(...fitting) : asIfUtc - before * minute;
}

/** The next Monday-to-Friday date after today in `zone`, as `YYYY-MM-DD`: the default day for a new circle. */
export function nextWeekday(now: number, zone: string): string {
  const day = new Date(`${wallClock(now, zone).date}T12:00:00Z`);
  do day.setUTCDate(day.getUTCDate() + 1);
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6);
  return day.toISOString().slice(0, 10);
}

/** True when the clocks change between the start and the end; then times are shown with their zone's short name. */
export function clockChanges(start: number, minutes: number, zone: string): boolean {
  return offsetMinutes(start, zone) !== offsetMinutes(start + minutes * minute, zone);
}

/** A clock time such as '10:05', or '10:05 GMT' on a day the clocks change. */
export function clockTime(instant: number, zone: string, withZone = false): string {
  const { time } = wallClock(instant, zone);
  if (!withZone) return time;
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' }).formatToParts(instant);
  return `${time} ${parts.find((part) => part.type === 'timeZoneName')?.value ?? ''}`.trim();
}

/** Start and end instants of each item, one after the other from `start`. */
export function runningTimes(start: number, items: readonly { minutes: number }[]): { from: number; until: number }[] {
  let until = start;
  return items.map((item) => {
    const from = until;
    until = from + item.minutes * minute;
    return { from, until };
  });
}
