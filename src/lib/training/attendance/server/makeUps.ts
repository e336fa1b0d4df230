import { mustWork, RuleBroken } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import * as m from '$lib/paraglide/messages';
import { canBeMadeUp } from '../completion.ts';
import type { MakeUp, Sheet } from '../sheet.ts';

/** One of the cohort in the sheet of a training; null when there is none. */
export const personIn = (sheet: Sheet | null, place: string) => sheet?.cohort.find(({ id }) => id === place) ?? null;

/**
 * Notes a make-up, or corrects it. Only of a half day that was missed or cut short.
 * @throws RuleBroken with a sentence for the form
 */
export async function saveMakeUp(
  supabase: Supabase,
  { training, organisation, place }: { training: string; organisation: string; place: string },
  sheet: Sheet | null,
  made: MakeUp
): Promise<void> {
  const person = personIn(sheet, place);
  if (!person) throw new RuleBroken(404, 'not_found', m.server_not_found());
  const half = person.stands.halves.find(({ day, half }) => day === made.day && half === made.half);
  if (!half || !canBeMadeUp(half)) throw new RuleBroken(409, 'not_missed', m.training_attendance_not_missed());
  const value = { made_up_on: made.on, made_up_where: made.where, made_up_with: made.with };
  const key = { place_id: place, training_id: training, day: made.day, half: made.half };
  const changed = await supabase.from('training_make_ups').update(value).match(key).select('place_id');
  if (mustWork(changed).length > 0) return;
  const put = await supabase.from('training_make_ups').insert({ ...key, organisation_id: organisation, ...value });
  mustWork({ data: {}, error: put.error });
}

export async function removeMakeUp(
  supabase: Supabase,
  { training, place }: { training: string; place: string },
  { day, half }: { day: number; half: number }
): Promise<void> {
  const key = { place_id: place, training_id: training, day, half };
  mustWork(await supabase.from('training_make_ups').delete().match(key).select('place_id'));
}
