import { newId } from '../../agenda/item.ts';
import { sessionFormats } from '../curriculum/format.ts';
import type { Session } from '../curriculum/schema.ts';
import type { Slot as PlacedSlot } from '../delivery/slots.ts';

/** A half day: the morning of day 2 is { day: 2, half: 1 }. */
export interface HalfDay {
  day: number;
  half: 1 | 2;
}

/** A row of the timetable. The order of a list of them is the order of the day: see edits.ts. */
export interface Slot extends Omit<PlacedSlot, 'position'> {
  id: string;
}

/** A row with what became of it. Instants are ISO; all null while nobody noted anything. */
export interface HeldSlot extends Slot {
  startedAt: string | null;
  endedAt: string | null;
  /** 0: it did not take place. */
  actualMinutes: number | null;
}

/** What a row can be: a session of a format, or a break. */
export const slotFormats = [...sessionFormats, 'break'] as const;
export type SlotFormat = (typeof slotFormats)[number];

/** The longest row, in minutes, and the most rows of a timetable: limits of the database. */
export const mostMinutes = 480;
export const mostSlots = 200;
export const longestTitle = 120;
export const longestTrainers = 200;

export const isBreak = ({ format }: Pick<Slot, 'format'>): boolean => format === 'break';

/** Names a half day in forms and addresses: `2-1`. */
export const halfKey = ({ day, half }: HalfDay): string => `${day}-${half}`;

/** Reads `2-1`; null for anything else. */
export function halfFrom(key: string): HalfDay | null {
  const [, day, half] = /^([1-8])-([12])$/.exec(key) ?? [];
  return day && half ? { day: Number(day), half: half === '1' ? 1 : 2 } : null;
}

/** Whole minutes within 1..480; what cannot be read becomes 1. */
export function tidyMinutes(minutes: number): number {
  return Number.isFinite(minutes) ? Math.min(mostMinutes, Math.max(1, Math.round(minutes))) : 1;
}

/** What a row of the timetable takes from a session of the curriculum. */
export type OfferedSession = Pick<Session, 'key' | 'title' | 'subject' | 'format' | 'minutes' | 'trainers'>;

/** A session of the curriculum as a row of the timetable. */
export const fromCurriculum = (session: OfferedSession, at: HalfDay): Slot => ({
  id: newId(),
  ...halfOf(at),
  sessionKey: session.key,
  title: session.title,
  subject: session.subject,
  format: session.format,
  minutes: session.minutes,
  trainers: session.trainers
});

/** A session of one's own. */
export const ownSession = (at: HalfDay, title: string, subject: string): Slot => ({
  id: newId(),
  ...halfOf(at),
  sessionKey: null,
  title,
  subject,
  format: 'discussion',
  minutes: 30,
  trainers: ''
});

export const newBreak = (at: HalfDay, title: string): Slot => ({
  ...ownSession(at, title, ''),
  subject: null,
  format: 'break',
  minutes: 15
});

const halfOf = ({ day, half }: HalfDay): HalfDay => ({ day, half });
