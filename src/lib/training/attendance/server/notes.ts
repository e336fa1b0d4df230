import { mustWork, RuleBroken } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import * as m from '$lib/paraglide/messages';
import type { HalfDay } from '../../timetable/slot.ts';
import type { Note, PlaceNote } from '../note.ts';

/** A half day of a training: whose attendance is noted. */
export interface HalfOfTraining extends HalfDay {
  training: string;
}

/** @throws RuleBroken 404 to who is no trainer of the training's organisation */
async function organisationOf(supabase: Supabase, training: string): Promise<string> {
  const row = mustWork(await supabase.from('trainings').select('organisation_id').eq('id', training).single());
  return row.organisation_id;
}

/**
 * Writes notes, whatever stood there before: the last one wins.
 * @throws RuleBroken when a place is not of this training, or the training not theirs
 */
export async function saveNotes(supabase: Supabase, at: HalfOfTraining, notes: readonly PlaceNote[]): Promise<void> {
  const organisation = await organisationOf(supabase, at.training);
  const alike = new Map<string, { note: Note; places: string[] }>();
  for (const { place, came, lateMinutes, leftMinutes } of notes) {
    const note = { came, lateMinutes, leftMinutes };
    const group = alike.get(JSON.stringify(note)) ?? { note, places: [] };
    group.places.push(place);
    alike.set(JSON.stringify(note), group);
  }
  for (const { note, places } of alike.values()) await saveAlike(supabase, at, organisation, note, places);
}

async function saveAlike(supabase: Supabase, at: HalfOfTraining, organisation: string, note: Note, places: string[]) {
  const attendance = () => supabase.from('training_attendance');
  const half = { training_id: at.training, day: at.day, half: at.half };
  if (note.came === null) {
    mustWork(await attendance().delete().match(half).in('place_id', places).select('place_id'));
    return;
  }
  const value = {
    came: note.came,
    late_minutes: note.lateMinutes,
    left_minutes: note.leftMinutes,
    noted_by: 'trainer'
  };
  // The key of a note may not be written anew, as an upsert would: those that are there are changed, the others put in.
  const changed = await attendance().update(value).match(half).in('place_id', places).select('place_id');
  const there = new Set(mustWork(changed).map(({ place_id }) => place_id));
  const rows = places
    .filter((place) => !there.has(place))
    .map((place_id) => ({ place_id, ...half, organisation_id: organisation, ...value }));
  if (rows.length === 0) return;
  const put = await attendance().upsert(rows, { onConflict: 'place_id,day,half', ignoreDuplicates: true });
  mustWork({ data: {}, error: put.error });
}

/** People at the door whose names nobody took: so many more, or fewer; never below nought. Gives how many there are now. */
export async function countMore(supabase: Supabase, training: string, day: number, by: number): Promise<number> {
  const days = () => supabase.from('training_days');
  // Two trainers may count at once: each adds to what the other has left.
  for (let again = 0; again < 8; again++) {
    const { counted } = mustWork(await days().select('counted').eq('training_id', training).eq('day', day).single());
    const next = Math.min(5000, Math.max(0, counted + by));
    const changed = days().update({ counted: next }).eq('training_id', training).eq('day', day).eq('counted', counted);
    if (mustWork(await changed.select('day')).length > 0) return next;
  }
  throw new RuleBroken(409, 'changed_meanwhile', m.server_changed_meanwhile());
}
