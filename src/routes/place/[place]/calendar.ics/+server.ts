import { found } from '$lib/server/found';
import { calendarHeaders } from '$lib/series/calendar';
import { ownCalendar } from '$lib/training/places/ownCalendar';
import { ownPlace } from '$lib/training/places/server/ownPage';
import type { RequestHandler } from './$types';

/** The days of one's own training, for a calendar that may also ask again by itself. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const own = await found(ownPlace(locals.supabase, params.place));
  return new Response(ownCalendar(own, Date.now()), {
    headers: { ...calendarHeaders, 'x-robots-tag': 'noindex, nofollow' }
  });
};
