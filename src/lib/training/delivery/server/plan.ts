import * as m from '$lib/paraglide/messages';
import { mustWork, RuleBroken } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { sessionsOf } from '../../curriculum/schema.ts';
import { ensurePublished } from '../../curriculum/server/store.ts';
import { copiedDays, copiedSlots, type DeliveredSlot } from '../copy.ts';
import type { CopiedTraining, PlannedTraining } from '../schema.ts';
import { daysOf, slotsOf, type Slot } from '../slots.ts';
import type { Training, TrainingDay } from '../training.ts';
import { dayRow, slotRow } from './rows.ts';

/** Plans a training from a version of the curriculum; gives its id. Sent twice, it is one training. */
export async function planTraining(supabase: Supabase, given: PlannedTraining): Promise<string> {
  const { id, document } = await ensurePublished(supabase, given.organisation, given.curriculum);
  enoughDates(given.dates, document.days.length);
  const days = daysOf(document, given.dates, startsOf(given));
  return send(supabase, { ...given, curriculum: id }, days, slotsOf(document, days.length));
}

/** Plans the next training from one that was delivered: nothing of its people comes along. Sent twice, it is one. */
export async function copyTraining(supabase: Supabase, from: Training, given: CopiedTraining): Promise<string> {
  const organisation = from.organisationId;
  const { id, document } = await ensurePublished(supabase, organisation, given.curriculum);
  const planned = { ...given, organisation, curriculum: id, copiedFrom: from.id };
  if (given.timetable === 'fresh') {
    enoughDates(given.dates, document.days.length);
    const days = daysOf(document, given.dates, startsOf(given));
    return send(supabase, planned, days, slotsOf(document, days.length));
  }
  enoughDates(given.dates, from.days.length);
  const keys = new Set(sessionsOf(document).map(({ key }) => key));
  const slots = copiedSlots(await deliveredSlots(supabase, from.id), given.timetable, keys);
  return send(supabase, planned, copiedDays(from.days, given.dates, startsOf(given)), slots);
}

const startsOf = ({ morning, afternoon }: { morning: string; afternoon: string }) => ({
  morningStarts: morning,
  afternoonStarts: afternoon
});

/** A day without a date would lose its sessions without a word. */
function enoughDates(dates: readonly string[], days: number): void {
  if (dates.length < days)
    throw new RuleBroken(400, 'training_days', m.training_delivery_error_few_dates({ count: days }));
}

async function deliveredSlots(supabase: Supabase, training: string): Promise<DeliveredSlot[]> {
  const columns = 'day, half, position, session_key, title, subject, format, minutes, trainers, actual_minutes';
  const rows = mustWork(await supabase.from('training_sessions').select(columns).eq('training_id', training));
  return rows.map(({ session_key, actual_minutes, half, ...row }) => ({
    ...row,
    half: half === 1 ? 1 : 2,
    sessionKey: session_key,
    actualMinutes: actual_minutes
  }));
}

type Sent = Omit<PlannedTraining, 'dates'> & { copiedFrom?: string };

async function send(supabase: Supabase, given: Sent, days: TrainingDay[], slots: Slot[]): Promise<string> {
  return mustWork(
    await supabase.rpc('plan_training', {
      p_organisation: given.organisation,
      p_key: given.key,
      p_curriculum: given.curriculum,
      p_training: {
        title: given.title,
        venue: given.venue,
        link: given.link,
        contact: given.contact,
        time_zone: given.timeZone,
        trainers: given.trainers,
        places: given.places,
        open_places: given.openPlaces,
        days_needed: given.daysNeeded,
        make_ups_count: given.makeUpsCount,
        most_missed: given.mostMissed,
        copied_from: given.copiedFrom ?? null
      },
      p_days: days.map(dayRow),
      p_sessions: slots.map(slotRow)
    })
  );
}
