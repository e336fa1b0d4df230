/** What is shown of an instant: a day, a clock time, both, or the day with its weekday. */
export type InstantShape = 'day' | 'time' | 'both' | 'weekday' | 'short';

/**
 * Words for an instant in a time zone: "3 March 2026", "14:05", "Tuesday 3 March 2026, 14:05" …
 * Put together from parts, because whole formats differ between the server's and the browser's language data, and a
 * page would then change under the reader's eyes.
 * @param iso an instant, ISO 8601 with offset or Z
 * @param zone IANA name, such as America/St_Johns
 * @returns the text as it was given when it is no instant
 */
export function instantInWords(iso: string, zone: string, shape: InstantShape = 'both'): string {
  const instant = new Date(iso);
  if (Number.isNaN(instant.getTime())) return iso;
  const part: Record<string, string> = {};
  for (const { type, value } of partsIn(zone).formatToParts(instant)) part[type] = value;
  const day = `${Number(part.day)} ${part.month} ${part.year}`;
  const time = `${part.hour}:${part.minute}`;
  if (shape === 'time') return time;
  if (shape === 'day') return day;
  if (shape === 'short') return `${Number(part.day)} ${part.month?.slice(0, 3)}, ${time}`;
  if (shape === 'weekday') return `${part.weekday} ${day}`;
  return `${part.weekday} ${day}, ${time}`;
}

/** An unknown zone is read as UTC, so that a wrong setting never takes a page down. */
function partsIn(zone: string): Intl.DateTimeFormat {
  const shape: Intl.DateTimeFormatOptions = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23'
  };
  try {
    return new Intl.DateTimeFormat('en-GB', { ...shape, timeZone: zone });
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...shape, timeZone: 'UTC' });
  }
}
