/** How somebody was at a circle: there, late, sent an apology, said no, or made it up on another day. */
export const attendanceStatuses = ['present', 'late', 'apology', 'declined', 'made_up'] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];

export const isAttendanceStatus = (word: unknown): word is AttendanceStatus =>
  attendanceStatuses.some((status) => status === word);

/** What one screen says of one person. `status` null: nothing noted. `madeUpOn` is `YYYY-MM-DD`, null unless it was made up. */
export interface Mark {
  status: AttendanceStatus | null;
  madeUpOn: string | null;
  madeUpNote: string;
}

/** Somebody on the tap list. `key` tells them apart on the form and says what they are: a row, a member, a place. */
export interface AttendanceLine extends Mark {
  key: string;
  /** The stored row, null when there is none yet. */
  id: string | null;
  personId: string | null;
  placeId: string | null;
  name: string;
}

/** People who were counted, not named. */
export interface Unnamed {
  present: number;
  apologies: number;
  declined: number;
}

/** Figures of a circle's attendance. Who came late is among those who attended; who made it up later is not. */
export interface AttendanceFigures {
  attended: number;
  late: number;
  apologies: number;
  declined: number;
  /** Apologies and declined together: everybody who said that they would not come. */
  saidNo: number;
  madeUp: number;
}

export type StatusCounts = Partial<Record<AttendanceStatus, number>>;

/** How many people stand at each status. */
export function countStatuses(marks: readonly { status: AttendanceStatus | null }[]): StatusCounts {
  const counts: StatusCounts = {};
  for (const { status } of marks) if (status !== null) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** Named and unnamed people together. */
export function figuresOf(named: StatusCounts, unnamed: Unnamed): AttendanceFigures {
  const late = named.late ?? 0;
  const apologies = (named.apology ?? 0) + unnamed.apologies;
  const declined = (named.declined ?? 0) + unnamed.declined;
  return {
    attended: (named.present ?? 0) + late + unnamed.present,
    late,
    apologies,
    declined,
    saidNo: apologies + declined,
    madeUp: named.made_up ?? 0
  };
}

/** Of those who answered in any way, the part who came, from 0 to 1; null when nobody is noted. */
export function shareWhoCame({ attended, saidNo, madeUp }: AttendanceFigures): number | null {
  const all = attended + saidNo + madeUp;
  return all === 0 ? null : attended / all;
}

/** Whether there is somebody, and something noted for everybody. */
export const everyNoted = (marks: readonly Pick<Mark, 'status'>[]): boolean =>
  marks.length > 0 && marks.every(({ status }) => status !== null);

const sameMark = (one: Mark, other: Mark) =>
  one.status === other.status &&
  (one.status !== 'made_up' || (one.madeUpOn === other.madeUpOn && one.madeUpNote === other.madeUpNote));

/**
 * The lines that were changed on this screen, compared with what it was opened with (never with what is stored now):
 * what somebody else tapped in the meantime is not among them, and so stays.
 */
export function changedLines<Line extends Mark>(lines: readonly { was: Mark; now: Line }[]): Line[] {
  return lines.filter(({ was, now }) => !sameMark(was, now)).map(({ now }) => now);
}

/** The fields of `now` that differ from `was`; nothing else is to be written. */
export function changedFields<Fields extends object>(was: Fields, now: Fields): Partial<Fields> {
  const names = Object.keys(now) as (keyof Fields)[];
  return Object.fromEntries(
    names.filter((name) => was[name] !== now[name]).map((name) => [name, now[name]])
  ) as Partial<Fields>;
}
