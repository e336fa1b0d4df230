import type { Supabase } from '$lib/server/supabase';
import type { Settled } from '../forms.ts';
import type { ListedPlace } from '../placeList.ts';
import { sendPlaceLetter } from './letters.ts';
import { letterTraining, settlePlace } from './people.ts';

/**
 * Settles where somebody stands, and writes to who got a place that way.
 * @throws RuleBroken 409 `training_full` when no place is free, `place_changed` when they don't stand as they were shown
 */
export async function settleAndTell(
  supabase: Supabase,
  training: string,
  place: ListedPlace,
  to: Settled,
  now: number
): Promise<void> {
  await settlePlace(supabase, place.id, to);
  if (to.state !== 'placed' || (place.state === 'placed' && place.kind === to.kind)) return;
  const facts = await letterTraining(supabase, training, to.kind);
  // Their personal address is the one they have; nobody else knows it.
  const standing = { ...to, address: null };
  await sendPlaceLetter('moved_up', { trainingId: training, email: place.email }, standing, facts, now);
}
