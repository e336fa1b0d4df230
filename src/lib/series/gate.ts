import { dayOfMeeting, isHeld, type SeriesMeeting } from './series.ts';

export const attendanceStatuses = ['present', 'late', 'apology', 'declined', 'made_up'] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];

/** What was noted of one person at one circle. */
export interface Mark {
  circle: string;
  status: AttendanceStatus;
  /** `YYYY-MM-DD`, of a make-up. */
  madeUpOn: string | null;
}

/** From when to when somebody belongs: days `YYYY-MM-DD`, both included. */
export interface Span {
  from: string;
  until: string | null;
}

export type GateState =
  | { is: 'reached' }
  /** `needed` more of the `left` meetings left. */
  | { is: 'possible'; needed: number; left: number }
  /** More are needed than are left; `toMakeUp` missed ones would have to be made up, null when even that is too few. */
  | { is: 'out'; needed: number; left: number; toMakeUp: number | null };

export interface Standing {
  /** Meetings held while the person belonged, whether or not attendance was taken. */
  held: number;
  /** Of those, where nobody was noted as there: they count as held, since nobody knows who missed them. */
  notTaken: number;
  attended: number;
  madeUp: { number: number; on: string }[];
  /** Attended of held in plain rounding, 0 to 100; null before the first meeting. */
  percent: number | null;
  left: number;
  gate: GateState | null;
}

const there = new Set<AttendanceStatus>(['present', 'late', 'made_up']);

/**
 * Where one person stands. Attended is present, late and made up, over all meetings held in their span.
 * @param taken ids of the circles where attendance was taken
 */
export function standingOf(
  meetings: readonly SeriesMeeting[],
  taken: ReadonlySet<string>,
  marks: readonly Mark[],
  span: Span,
  gate: number | null
): Standing {
  const inSpan = (meeting: SeriesMeeting) => {
    const day = dayOfMeeting(meeting);
    return day === null ? span.until === null : day >= span.from && (span.until === null || day <= span.until);
  };
  const mine = meetings.filter(inSpan);
  const held = mine.filter(isHeld);
  const markAt = new Map(marks.map((mark) => [mark.circle, mark]));
  const attendedAt = held.filter(({ id }) => there.has(markAt.get(id)?.status ?? 'declined'));
  const attended = attendedAt.length;
  const left = span.until === null ? mine.length - held.length : 0;
  return {
    held: held.length,
    notTaken: held.filter(({ id }) => !taken.has(id)).length,
    attended,
    madeUp: attendedAt.flatMap(({ id, number }) => {
      const mark = markAt.get(id);
      return mark?.status === 'made_up' ? [{ number, on: mark.madeUpOn ?? '' }] : [];
    }),
    percent: held.length === 0 ? null : Math.round((100 * attended) / held.length),
    left,
    gate: gate === null ? null : gateState(attended, held.length, left, gate)
  };
}

function gateState(attended: number, held: number, left: number, gate: number): GateState {
  const needed = gate - attended;
  if (needed <= 0) return { is: 'reached' };
  if (needed <= left) return { is: 'possible', needed, left };
  const toMakeUp = needed - left;
  return { is: 'out', needed, left, toMakeUp: toMakeUp <= held - attended ? toMakeUp : null };
}
