import { wallClock } from '$lib/agenda/clock';
import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { later } from '../dates.ts';
import type { MyTrainingPlace } from '../myPlace.ts';
import type { TodaysDay } from '../training.ts';
import { frameColumns, frameFrom } from './rows.ts';

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

/** Days held today, each in its training's zone, of the trainings this person trains in. @param now milliseconds since 1970 */
export async function trainingDaysToday(supabase: Supabase, now: number): Promise<TodaysDay[]> {
  const utc = wallClock(now, 'UTC').date;
  // Somewhere it is already tomorrow, or still yesterday.
  const near = mustWork(
    await supabase
      .from('training_days')
      .select('training_id, held_on')
      .gte('held_on', later(utc, -1))
      .lte('held_on', later(utc, 1))
  );
  if (near.length === 0) return [];
  const ids = [...new Set(near.map(({ training_id }) => training_id))];
  const rows = mustWork(await supabase.from('trainings').select(`${frameColumns}, venue`).in('id', ids));
  return rows.flatMap((row) => {
    const { id, title, timeZone, days } = frameFrom(row);
    const today = wallClock(now, timeZone).date;
    return days
      .filter(({ heldOn }) => heldOn === today)
      .map(({ day, morningStarts, afternoonStarts }) => ({
        training: id,
        title,
        venue: row.venue,
        day,
        morningStarts,
        afternoonStarts
      }));
  });
}
