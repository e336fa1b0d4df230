import type { Supabase } from '$lib/server/supabase';
import type { HeldSlot } from '../../timetable/slot.ts';
import type { Stamp } from '../press.ts';
import { dayOf } from './dayOf.ts';
import { writeStamps } from './store.ts';

/**
 * Writes what a press on a button of the day means. False when somebody else pressed first: the day no longer stands as
 * this press takes it to, and nothing or only a part was written.
 * @param now the moment of the press
 */
export async function press(
  supabase: Supabase,
  params: { training: string; day: string },
  now: Date,
  stampsOf: (slots: readonly HeldSlot[], now: string) => Stamp[]
): Promise<boolean> {
  const { training, day } = await dayOf(supabase, params);
  const slots = training.slots.filter((slot) => slot.day === day.day);
  const stamps = stampsOf(slots, now.toISOString());
  return stamps.length > 0 && (await writeStamps(supabase, training.id, stamps, slots)) === stamps.length;
}
