import type { Database } from '$lib/database.types';
import type { HeldSlot, Slot } from '../slot.ts';

/** Columns of a session: what `heldSlotFrom` reads. */
export const sessionColumns =
  'id, day, half, position, session_key, title, subject, format, minutes, trainers, started_at, ended_at, actual_minutes';

type SessionRow = Omit<Database['public']['Tables']['training_sessions']['Row'], 'training_id' | 'organisation_id'>;

export const heldSlotFrom = (row: SessionRow): HeldSlot => ({
  id: row.id,
  day: row.day,
  half: row.half === 2 ? 2 : 1,
  sessionKey: row.session_key,
  title: row.title,
  subject: row.subject,
  format: row.format,
  minutes: row.minutes,
  trainers: row.trainers,
  startedAt: row.started_at,
  endedAt: row.ended_at,
  actualMinutes: row.actual_minutes
});

/** Rows as `save_timetable` takes them: positions counted in each half day from 0. */
export function slotRows(slots: readonly Slot[]) {
  const next = new Map<number, number>();
  return slots.map((slot) => {
    const half = slot.day * 2 + slot.half;
    const position = next.get(half) ?? 0;
    next.set(half, position + 1);
    return {
      id: slot.id,
      day: slot.day,
      half: slot.half,
      position,
      session_key: slot.sessionKey,
      title: slot.title,
      subject: slot.subject,
      format: slot.format,
      minutes: slot.minutes,
      trainers: slot.trainers
    };
  });
}
