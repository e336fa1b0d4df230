import { error, json } from '@sveltejs/kit';
import { z } from 'zod';
import { liveAccess } from '$lib/live/server/store';
import * as m from '$lib/paraglide/messages';
import { orErrorPage } from '$lib/server/errors';
import type { RequestHandler } from './$types';

/** Says whether a circle can be run. Asked when a socket was closed: a request renews the session, a socket can't. */
export const GET: RequestHandler = async ({ params, locals }) => {
  if (!locals.person) error(401, { message: m.server_not_allowed(), id: '' });
  const circle = z.guid().safeParse(params.circle);
  if (!circle.success) error(404, { message: m.server_not_found(), id: '' });
  return json(await orErrorPage(liveAccess(locals.supabase, circle.data)));
};
