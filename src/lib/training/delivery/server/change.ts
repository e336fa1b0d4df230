import * as m from '$lib/paraglide/messages';
import { mustWork, RuleBroken } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { movedDates, outOfOrder } from '../dates.ts';
import type { ChangedDetails, DayRow } from '../schema.ts';
import { mostDays, type Training, type TrainingDay } from '../training.ts';
import { dayRow } from './rows.ts';
import { certificatesGiven } from './store.ts';

async function change(supabase: Supabase, id: string, columns: Record<string, unknown>): Promise<void> {
  const { error } = await supabase
    .from('trainings')
    .update(columns as never)
    .eq('id', id);
  mustWork({ data: true, error });
}

/**
 * Changes what a training says of itself. Where certificates were given, its rule changes only if the trainer is sure:
 * those that were given say the old one.
 */
export async function changeDetails(supabase: Supabase, training: Training, given: ChangedDetails): Promise<void> {
  const daysNeeded = given.daysNeeded ?? training.days.length;
  const ruleChanges =
    daysNeeded !== training.daysNeeded ||
    given.makeUpsCount !== training.makeUpsCount ||
    given.mostMissed !== training.mostMissed;
  if (ruleChanges && !given.sure) {
    const count = (await certificatesGiven(supabase, training.id)).length;
    if (count > 0)
      throw new RuleBroken(409, 'rule_with_certificates', m.training_delivery_rule_certificates({ count }));
  }
  await change(supabase, training.id, {
    title: given.title,
    venue: given.venue,
    link: given.link,
    contact: given.contact,
    time_zone: given.timeZone,
    trainers: given.trainers,
    places: given.places,
    open_places: given.openPlaces,
    days_needed: daysNeeded,
    make_ups_count: given.makeUpsCount,
    most_missed: given.mostMissed
  });
}

async function saveDays(supabase: Supabase, id: string, days: readonly TrainingDay[], remove?: number): Promise<void> {
  const { error } = await supabase.rpc('save_training_days', {
    p_training: id,
    p_days: days.map(dayRow),
    ...(remove === undefined ? {} : { p_remove: remove })
  });
  mustWork({ data: true, error });
}

/** Writes the days as they were typed; `together`: a new date moves the days after it by as much. */
export async function changeDays(supabase: Supabase, training: Training, rows: DayRow[], together: boolean) {
  const dates = movedDates(training.days, rows, together);
  const days = rows.map((row, at) => ({ ...row, heldOn: dates[at]!.heldOn }));
  const late = outOfOrder(days);
  if (late !== null) throw new RuleBroken(400, 'days_order', m.training_delivery_error_order({ day: late }));
  await saveDays(supabase, training.id, days);
}

/** Adds a day after the last one, empty, for the cohort; `needed`: it counts for the rule as well. */
export async function addDay(supabase: Supabase, training: Training, heldOn: string, needed: boolean): Promise<void> {
  const last = training.days.at(-1);
  const day = (last?.day ?? 0) + 1;
  if (day > mostDays) throw new RuleBroken(400, 'training_days', m.server_training_days());
  if (last && heldOn <= last.heldOn) throw new RuleBroken(400, 'days_order', m.training_delivery_error_order({ day }));
  const { morningStarts = '09:30', afternoonStarts = '13:15' } = last ?? {};
  await saveDays(supabase, training.id, [
    { day, heldOn, audience: 'cohort', title: '', morningStarts, afternoonStarts }
  ]);
  if (needed) await change(supabase, training.id, { days_needed: training.daysNeeded + 1 });
}

/** Removes the last day, if nothing stands on it. A rule that needed every day needs one less. */
export async function removeLastDay(supabase: Supabase, training: Training): Promise<void> {
  const last = training.days.at(-1);
  if (!last || training.days.length === 1) throw new RuleBroken(400, 'training_days', m.server_training_days());
  await saveDays(supabase, training.id, [], last.day);
  const left = training.days.length - 1;
  if (training.daysNeeded > left) await change(supabase, training.id, { days_needed: left });
}

export const openSignUp = (supabase: Supabase, id: string, open: boolean) =>
  change(supabase, id, { sign_up_open: open });
export const noteLearned = (supabase: Supabase, id: string, learned: string) => change(supabase, id, { learned });

/** Deletes a training with everything of its people; certificates that were given stay. */
export async function deleteTraining(supabase: Supabase, id: string): Promise<void> {
  mustWork(await supabase.from('trainings').delete().eq('id', id).select('id').single());
}
