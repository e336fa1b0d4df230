import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import type { DayNote } from '../note.ts';
import type { NoteChange } from '../schema.ts';

/** Writes a note or parks something on a day. */
export async function addNote(
  supabase: Supabase,
  training: { id: string; organisationId: string },
  note: Pick<DayNote, 'day' | 'kind' | 'text'>
): Promise<void> {
  mustWork(
    await supabase
      .from('training_notes')
      .insert({ ...note, training_id: training.id, organisation_id: training.organisationId })
      .select('id')
  );
}

/** Settles something parked, opens it again, moves it to another day, or removes a note. */
export async function applyToNote(supabase: Supabase, training: string, change: NoteChange): Promise<void> {
  const table = supabase.from('training_notes');
  const asked = change.do === 'remove' ? table.delete() : table.update(columnsOf(change));
  mustWork(await asked.eq('training_id', training).eq('id', change.note).select('id').single());
}

const columnsOf = (change: NoteChange) =>
  change.do === 'move' ? { day: change.day } : { settled: change.do === 'settle' };
