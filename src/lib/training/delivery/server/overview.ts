import { wallClock } from '$lib/agenda/clock';
import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { attendanceSheet } from '../../attendance/server/sheet.ts';
import type { Subject } from '../../curriculum/schema.ts';
import { allMinutes, subjectMinutes } from '../../timetable/subjects.ts';
import { nextThing } from '../nextThing.ts';
import { tooManyPlaced } from '../taken.ts';
import { nextDay } from '../training.ts';
import { certificatesGiven, keptTraining, placesTaken } from './store.ts';

/** Everything the overview of a training shows; null to who is no trainer of its organisation. @param now milliseconds since 1970 */
export async function overviewOf(supabase: Supabase, id: string, now: number) {
  const [training, sheet] = await Promise.all([keptTraining(supabase, id), attendanceSheet(supabase, id, now)]);
  if (!training || !sheet) return null;
  const [{ sessions, subjects, evaluations }, certificates, taken] = await Promise.all([
    factsOf(supabase, id),
    certificatesGiven(supabase, id),
    placesTaken(supabase, id)
  ]);
  const today = wallClock(now, training.timeZone).date;
  const cohort = { ...taken.cohort, places: training.places };
  return {
    whole: training,
    today,
    numbers: sheet.numbers,
    cohort,
    openDay: { ...taken.openDay, places: training.openPlaces },
    tight: tooManyPlaced(training, taken),
    next: nextDay(training.days, today),
    thing: nextThing({
      today,
      days: training.days,
      signUpOpen: training.signUpOpen,
      places: cohort.places,
      placed: cohort.placed,
      noted: [...sheet.cohort, ...sheet.openDay].flatMap(({ noted }) => noted),
      held: sessions.filter(({ format }) => format !== 'break').map(({ day, half }) => ({ day, half })),
      evaluations,
      owed: sheet.cohort.filter(({ id: place, stands }) => stands.completed && !certificates.includes(place)).length,
      learned: training.learned
    }),
    subjects: subjectMinutes(sessions, subjects),
    all: allMinutes(sessions)
  };
}

async function factsOf(supabase: Supabase, id: string) {
  const sessionColumns = 'day, half, position, subject, format, minutes, actual_minutes';
  const [sessions, evaluations, curriculum] = await Promise.all([
    supabase.from('training_sessions').select(sessionColumns).eq('training_id', id),
    supabase.from('evaluations').select('id').eq('training_id', id),
    supabase.from('trainings').select('curricula(document)').eq('id', id).single()
  ]);
  const { document } = mustWork(curriculum).curricula;
  return {
    sessions: mustWork(sessions)
      .map(({ actual_minutes, ...row }) => ({ ...row, actualMinutes: actual_minutes }))
      .toSorted((a, b) => a.day - b.day || a.half - b.half || a.position - b.position),
    evaluations: mustWork(evaluations).length,
    subjects: (document as unknown as { subjects: Subject[] }).subjects
  };
}
