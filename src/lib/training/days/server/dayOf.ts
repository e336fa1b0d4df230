import { error } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { found } from '$lib/server/found';
import type { Supabase } from '$lib/server/supabase';
import type { TrainingDay } from '../../delivery/training.ts';
import { deliveredTraining, type DeliveredTraining } from './store.ts';

/** A day of a training by the address of its page, with its training; the page for an unknown link when there is none. */
export async function dayOf(
  supabase: Supabase,
  params: { training: string; day: string }
): Promise<{ training: DeliveredTraining; day: TrainingDay }> {
  const training = await found(deliveredTraining(supabase, params.training));
  const day = training.days.find((each) => String(each.day) === params.day);
  if (!day) error(404, { message: m.server_not_found(), id: '' });
  return { training, day };
}
