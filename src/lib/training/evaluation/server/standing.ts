import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { attendanceSheet } from '../../attendance/server/sheet.ts';
import { subjectMinutes } from '../../timetable/subjects.ts';
import { timetableOf } from '../../timetable/server/store.ts';

/** What the rest of a training says beside its evaluation: how many completed it, and which subjects took a quarter longer than planned. */
export async function standingBeside(supabase: Supabase, training: string, now: number) {
  const [sheet, timetable] = await Promise.all([
    attendanceSheet(supabase, training, now),
    timetableOf(supabase, training)
  ]);
  if (!sheet || !timetable) return null;
  const subjects = subjectMinutes(timetable.slots, timetable.curriculum?.subjects ?? []);
  return {
    completed: sheet.numbers.completed,
    overTime: subjects.filter(({ overByQuarter }) => overByQuarter).map(({ title }) => title)
  };
}

/** People who would be asked if an evaluation opened now. */
export async function wouldBeAsked(
  supabase: Supabase,
  training: string
): Promise<{ cohort: number; everybody: number }> {
  const rows = mustWork(
    await supabase.from('training_places').select('kind').eq('training_id', training).eq('state', 'placed')
  );
  return { cohort: rows.filter(({ kind }) => kind === 'cohort').length, everybody: rows.length };
}

/** Whether an anonymous form that is open asks this place. @param now milliseconds since 1970 */
export async function isAskedNow(supabase: Supabase, place: string, now: number): Promise<boolean> {
  const rows = mustWork(
    await supabase.from('evaluation_roster').select('evaluations (closes_at)').eq('place_id', place)
  );
  // On the roster from the opening on.
  return rows.some(({ evaluations }) => Date.parse(evaluations.closes_at ?? '') > now);
}
