import { wallClock } from '$lib/agenda/clock';
import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import type { Taken } from '../taken.ts';
import { nextDay, type ListedTraining, type Training, type TrainingFrame } from '../training.ts';
import { frameColumns, frameFrom, trainingColumns, trainingFrom } from './rows.ts';

/** Every training of the organisations this person trains in. @param now milliseconds since 1970 */
export async function myTrainings(supabase: Supabase, now: number): Promise<ListedTraining[]> {
  const rows = mustWork(await supabase.from('trainings').select(`${frameColumns}, venue, trainers, sign_up_open`));
  return rows.map((row) => {
    const frame = frameFrom(row);
    return {
      ...frame,
      venue: row.venue,
      trainers: row.trainers,
      signUpOpen: row.sign_up_open,
      next: nextDay(frame.days, wallClock(now, frame.timeZone).date)
    };
  });
}

/** What every page of a training knows of it; null to who is no trainer of its organisation. */
export async function trainingFrame(supabase: Supabase, id: string): Promise<TrainingFrame | null> {
  const row = mustWork(await supabase.from('trainings').select(frameColumns).eq('id', id).maybeSingle());
  return row ? frameFrom(row) : null;
}

/** A training as it was planned and changed since, with the version of the curriculum it keeps. */
export interface KeptTraining extends Training {
  curriculum: { id: string; title: string; version: number; builtInVersion: number | null };
  learned: string;
  signUpOpen: boolean;
  signUpCode: string;
}

export async function keptTraining(supabase: Supabase, id: string): Promise<KeptTraining | null> {
  const row = mustWork(
    await supabase
      .from('trainings')
      .select(
        `${trainingColumns}, learned, sign_up_open, sign_up_code, curricula(id, title, version, built_in_version)`
      )
      .eq('id', id)
      .maybeSingle()
  );
  if (!row) return null;
  const { id: curriculum, title, version, built_in_version } = row.curricula;
  return {
    ...trainingFrom(row),
    curriculum: { id: curriculum, title, version, builtInVersion: built_in_version },
    learned: row.learned,
    signUpOpen: row.sign_up_open,
    signUpCode: row.sign_up_code
  };
}

/** The places that hold a valid certificate of a training, one each; null where the place was destroyed. */
export async function certificatesGiven(supabase: Supabase, training: string): Promise<(string | null)[]> {
  const given = supabase.from('certificates').select('place_id').eq('training_id', training);
  return mustWork(await given.is('revoked_on', null)).map(({ place_id }) => place_id);
}

/** Who has a place and who waits. */
export async function placesTaken(supabase: Supabase, training: string): Promise<Taken> {
  const rows = mustWork(await supabase.from('training_places').select('kind, state').eq('training_id', training));
  const of = (kind: string) => {
    const inState = (state: string) => rows.filter((place) => place.kind === kind && place.state === state).length;
    return { placed: inState('placed'), waiting: inState('waiting') };
  };
  return { cohort: of('cohort'), openDay: of('open_day') };
}

const onDays = ['training_sessions', 'training_attendance', 'training_make_ups', 'training_notes'] as const;

/** Whether the last day could be removed: nothing stands on it, as save_training_days in the database asks too. */
export async function lastDayIsEmpty(supabase: Supabase, { id, days }: Training): Promise<boolean> {
  const last = days.at(-1)?.day ?? 0;
  if (days.length < 2) return false;
  const counted = supabase.from('training_days').select('day').eq('training_id', id).eq('day', last).gt('counted', 0);
  const found = await Promise.all([
    ...onDays.map((table) => supabase.from(table).select('day').eq('training_id', id).eq('day', last).limit(1)),
    counted
  ]);
  return found.every((rows) => mustWork(rows).length === 0);
}
