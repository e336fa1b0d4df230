import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import type { MyTrainingPlace } from '../myPlace.ts';

/** Trainings the signed-in person takes part in, those of the latest days first. */
export async function myTrainingPlaces(supabase: Supabase): Promise<MyTrainingPlace[]> {
  return mustWork(await supabase.rpc('my_training_places')).map((row) => ({
    place: row.place,
    training: row.training,
    organisation: row.organisation,
    kind: row.kind === 'cohort' ? 'cohort' : 'open_day',
    waiting: row.state === 'waiting',
    nextDay: row.next_day,
    evaluationOpen: row.evaluation_open
  }));
}
