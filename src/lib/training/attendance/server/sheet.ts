import { wallClock } from '$lib/agenda/clock';
import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import type { Audience } from '../../curriculum/schema.ts';
import type { PlaceKind, PlaceState } from '../../places/schema.ts';
import { sheetOf, type Sheet } from '../sheet.ts';

const half = (number: number): 1 | 2 => (number === 2 ? 2 : 1);

/**
 * The attendance of a training with where everybody stands and the four numbers; null to who is no trainer of its organisation.
 * @param now milliseconds since 1970
 */
export async function attendanceSheet(supabase: Supabase, training: string, now: number): Promise<Sheet | null> {
  const [of, places] = await Promise.all([
    supabase
      .from('trainings')
      .select(
        `time_zone, places, days_needed, make_ups_count, most_missed, training_days(day, held_on, audience, counted), training_sessions(day, half, format)`
      )
      .eq('id', training)
      .maybeSingle(),
    // Notes come with their places: a database that gives so many rows at most counts the places only.
    supabase
      .from('training_places')
      .select(
        `id, name, kind, state, training_attendance(day, half, came, late_minutes, left_minutes),
        training_make_ups(day, half, made_up_on, made_up_where, made_up_with)`
      )
      .eq('training_id', training)
  ]);
  const row = mustWork(of);
  if (!row) return null;
  const rows = {
    rule: { daysNeeded: row.days_needed, makeUpsCount: row.make_ups_count, mostMissed: row.most_missed },
    places: row.places,
    days: row.training_days.map(({ day, held_on, audience, counted }) => ({
      day,
      heldOn: held_on,
      audience: audience as Audience,
      counted
    })),
    sessions: row.training_sessions.map((session) => ({ ...session, half: half(session.half) })),
    people: mustWork(places).map(({ id, name, kind, state, training_attendance, training_make_ups }) => ({
      id,
      name,
      kind: kind as PlaceKind,
      state: state as PlaceState,
      noted: training_attendance.map((note) => ({
        day: note.day,
        half: half(note.half),
        came: note.came,
        lateMinutes: note.late_minutes,
        leftMinutes: note.left_minutes
      })),
      makeUps: training_make_ups.map((made) => ({
        day: made.day,
        half: half(made.half),
        on: made.made_up_on,
        where: made.made_up_where,
        with: made.made_up_with
      }))
    }))
  };
  return sheetOf(rows, wallClock(now, row.time_zone).date);
}
