import { halfSheet } from '$lib/training/attendance/server/half';
import * as m from '$lib/paraglide/messages';
import { found } from '$lib/server/found';
import { doorScreen } from '$lib/training/attendance/server/doorScreen';
import { originOf } from '$lib/training/places/server/letters';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { training } = params;
  const { day, half } = await found(halfSheet(locals.supabase, training, params.half, Date.now()));
  const screen = await found(doorScreen(locals.supabase, { training, day, half }, await originOf(url)));
  const calm = { href: `/trainings/${training}/attendance/${params.half}`, label: m.training_attendance_door_list() };
  return { half: { day, half }, screen, calm, wide: true };
};
