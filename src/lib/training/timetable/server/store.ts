import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { curriculumSchema, type Curriculum } from '../../curriculum/schema.ts';
import { frameColumns, frameFrom } from '../../delivery/server/rows.ts';
import type { TrainingFrame } from '../../delivery/training.ts';
import { inOrder } from '../edits.ts';
import type { HeldSlot, Slot } from '../slot.ts';
import { heldSlotFrom, sessionColumns, slotRows } from './rows.ts';

/** A training with its timetable and the curriculum it keeps. */
export interface Timetable extends TrainingFrame {
  version: number;
  slots: HeldSlot[];
  /** Null when the stored document is of a kind this software cannot read. */
  curriculum: Curriculum | null;
}

/** The timetable of a training; null for one that is not there or that this person may not see. */
export async function timetableOf(supabase: Supabase, training: string): Promise<Timetable | null> {
  const [row] = mustWork(
    await supabase
      .from('trainings')
      .select(`${frameColumns}, timetable_version, training_sessions(${sessionColumns}), curricula(document)`)
      .eq('id', training)
  );
  if (!row) return null;
  const slots = row.training_sessions.toSorted((a, b) => a.position - b.position).map(heldSlotFrom);
  const read = curriculumSchema.safeParse(row.curricula?.document);
  return {
    ...frameFrom(row),
    version: row.timetable_version,
    slots: inOrder(slots),
    curriculum: read.success ? read.data : null
  };
}

/**
 * Replaces the whole timetable, rows in order; gives the new version. What a session took stays with it.
 * @throws RuleBroken 409 `stale_timetable` when `version` is not the stored one
 */
export async function saveTimetable(
  supabase: Supabase,
  training: string,
  version: number,
  slots: readonly Slot[]
): Promise<number> {
  return mustWork(
    await supabase.rpc('save_timetable', { p_training: training, p_version: version, p_sessions: slotRows(slots) })
  );
}

/**
 * Writes what sessions took, in minutes; null is "not known". One that was begun and never ended (somebody forgot) ends
 * after that time.
 */
export async function saveTook(
  supabase: Supabase,
  training: string,
  took: readonly { slot: HeldSlot; minutes: number | null }[]
): Promise<void> {
  for (const { slot, minutes } of took) {
    const forgotten = slot.startedAt !== null && slot.endedAt === null && minutes !== null;
    const ended = forgotten && { ended_at: new Date(Date.parse(slot.startedAt!) + minutes * 60_000).toISOString() };
    mustWork(
      await supabase
        .from('training_sessions')
        .update({ actual_minutes: minutes, ...ended })
        .eq('training_id', training)
        .eq('id', slot.id)
        .select('id')
    );
  }
}
