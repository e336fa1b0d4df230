import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { curriculumSchema, type Curriculum } from '../../curriculum/schema.ts';
import { trainingColumns, trainingFrom } from '../../delivery/server/rows.ts';
import type { Training } from '../../delivery/training.ts';
import { inOrder } from '../../timetable/edits.ts';
import { heldSlotFrom, sessionColumns } from '../../timetable/server/rows.ts';
import type { HeldSlot } from '../../timetable/slot.ts';
import type { DayNote } from '../note.ts';
import type { Stamp } from '../press.ts';

/** A training as its trainers run it: timetable, curriculum and notes. */
export interface DeliveredTraining extends Training {
  slots: HeldSlot[];
  curriculum: Curriculum | null;
  notes: DayNote[];
}

/** Everything the day view and the day pack need; null for a training that is not there or not this person's. */
export async function deliveredTraining(supabase: Supabase, training: string): Promise<DeliveredTraining | null> {
  const [row] = mustWork(
    await supabase
      .from('trainings')
      .select(
        `${trainingColumns}, training_sessions(${sessionColumns}), curricula(document), training_notes(id, day, kind, text, settled, written_at)`
      )
      .eq('id', training)
  );
  if (!row) return null;
  const read = curriculumSchema.safeParse(row.curricula?.document);
  return {
    ...trainingFrom(row),
    slots: inOrder(row.training_sessions.toSorted((a, b) => a.position - b.position).map(heldSlotFrom)),
    curriculum: read.success ? read.data : null,
    notes: row.training_notes
      .map(({ id, day, kind, text, settled, written_at }) => ({
        id,
        day,
        kind: kind === 'parked' ? ('parked' as const) : ('note' as const),
        text,
        settled,
        writtenAt: written_at
      }))
      .toSorted((a, b) => a.writtenAt.localeCompare(b.writtenAt))
  };
}

/**
 * Writes what a press means, unless another press came first: each row is only written while it still stands as this
 * screen saw it. Gives how many were written.
 */
export async function writeStamps(
  supabase: Supabase,
  training: string,
  stamps: readonly Stamp[],
  seen: readonly HeldSlot[]
): Promise<number> {
  let written = 0;
  for (const { id, startedAt, endedAt, actualMinutes } of stamps) {
    const before = seen.find((slot) => slot.id === id);
    const row = supabase
      .from('training_sessions')
      .update({ started_at: startedAt, ended_at: endedAt, actual_minutes: actualMinutes })
      .eq('training_id', training)
      .eq('id', id);
    const same = before?.startedAt ? row.eq('started_at', before.startedAt) : row.is('started_at', null);
    const rows = mustWork(
      await (before?.endedAt ? same.eq('ended_at', before.endedAt) : same.is('ended_at', null)).select('id')
    );
    written += rows.length;
  }
  return written;
}

/**
 * Names of those with a place, for the list to tick: of the cohort, and on an open day of everybody; and how many have a place for the
 * open day.
 */
export async function expectedOn(
  supabase: Supabase,
  training: string,
  open: boolean
): Promise<{ names: string[]; openTaken: number }> {
  const rows = mustWork(
    await supabase.from('training_places').select('name, kind').eq('training_id', training).eq('state', 'placed')
  );
  const cohort = rows.filter(({ kind }) => kind === 'cohort');
  return {
    names: (open ? rows : cohort).map(({ name }) => name).toSorted((a, b) => a.localeCompare(b)),
    openTaken: rows.length - cohort.length
  };
}
