import { error } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { found } from '$lib/server/found';
import { calendarFile, calendarHeaders } from '$lib/series/calendar';
import { calendarWords } from '$lib/series/calendarWords';
import { calendarOfSeries } from '$lib/series/server/calendar';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  if (!locals.person) error(401, { message: m.server_not_allowed(), id: '' });
  const meetings = await found(calendarOfSeries(locals.supabase, params.series));
  return new Response(calendarFile(meetings, calendarWords, url.searchParams.get('titles') === '1'), {
    headers: calendarHeaders
  });
};
