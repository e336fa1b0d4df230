import { error } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { orErrorPage } from '$lib/server/errors';
import { calendarFile, calendarHeaders } from '$lib/series/calendar';
import { calendarWords } from '$lib/series/calendarWords';
import { myCalendar } from '$lib/series/server/calendar';
import type { RequestHandler } from './$types';

/** All circles of the person's teams that are still to come. */
export const GET: RequestHandler = async ({ locals, url }) => {
  if (!locals.person) error(401, { message: m.server_not_allowed(), id: '' });
  const meetings = await orErrorPage(myCalendar(locals.supabase));
  return new Response(calendarFile(meetings, calendarWords, url.searchParams.get('titles') === '1'), {
    headers: calendarHeaders
  });
};
