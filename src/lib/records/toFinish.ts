/** A closed circle as far as it matters for what is still to be written. Instants are ISO strings, days `YYYY-MM-DD`. */
export interface ClosedCircle {
  id: string;
  title: string;
  closedAt: string | null;
  /** Empty where it is not known; one that was brought in from earlier years closed long after it was held. */
  heldOn: string[];
  /** Whether the reader keeps it: a lead of the team, its facilitator or co-facilitator. */
  keeps: boolean;
  attendanceTaken: boolean;
  recordWritten: boolean;
}

/** What is still to be done of a circle that was held. */
export interface Unfinished {
  id: string;
  title: string;
  attendance: boolean;
  record: boolean;
}

// After that nobody remembers, and a reminder is noise.
const rememberedFor = 14 * 86_400_000;

/** The instant from which on closed circles are looked at. `now` in milliseconds. */
export const finishSince = (now: number): string => new Date(now - rememberedFor).toISOString();

/** What those who keep circles closed in the last 14 days have not yet noted, last closed first. `now` in milliseconds. */
export function toFinish(circles: readonly ClosedCircle[], now: number): Unfinished[] {
  const since = finishSince(now);
  return circles
    .filter(({ keeps, attendanceTaken, recordWritten }) => keeps && !(attendanceTaken && recordWritten))
    .filter(({ closedAt, heldOn }) => {
      const held = heldOn.toSorted().at(-1);
      return closedAt !== null && closedAt >= since && (held === undefined || held >= since.slice(0, 10));
    })
    .toSorted((a, b) => (b.closedAt ?? '').localeCompare(a.closedAt ?? ''))
    .map(({ id, title, attendanceTaken, recordWritten }) => ({
      id,
      title,
      attendance: !attendanceTaken,
      record: !recordWritten
    }));
}
