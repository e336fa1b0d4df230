import { error, json } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { orErrorPage } from '$lib/server/errors';
import { doorScreen } from '$lib/training/attendance/server/doorScreen';
import { originOf } from '$lib/training/places/server/letters';
import { halfFrom } from '$lib/training/timetable/slot';
import type { RequestHandler } from './$types';

/** The code of this moment, for the screen that is open at the door. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  if (!locals.person) error(401, { message: m.server_not_allowed(), id: '' });
  const half = halfFrom(params.half);
  if (!half) error(404, { message: m.server_not_found(), id: '' });
  const at = { training: params.training, ...half };
  const screen = await orErrorPage(doorScreen(locals.supabase, at, await originOf(url)));
  return json(screen, { headers: { 'cache-control': 'private, no-store' } });
};
