import { error, json } from '@sveltejs/kit';
import { z } from 'zod';
import { noteAccess } from '$lib/notes/server/store';
import * as m from '$lib/paraglide/messages';
import { orErrorPage } from '$lib/server/errors';
import type { RequestHandler } from './$types';

/** Says whether a note can be written. Asked when a socket was closed: a request renews the session, a socket can't. */
export const GET: RequestHandler = async ({ url, locals }) => {
  if (!locals.person) error(401, { message: m.server_not_allowed(), id: '' });
  const note = z.guid().safeParse(url.searchParams.get('note'));
  if (!note.success) error(404, { message: m.server_not_found(), id: '' });
  return json(await orErrorPage(noteAccess(locals.supabase, note.data)));
};
