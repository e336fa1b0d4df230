import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { noteGrid } from '$lib/notes/server/store';
import * as m from '$lib/paraglide/messages';
import { orErrorPage } from '$lib/server/errors';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
  if (!z.guid().safeParse(params.circle).success) error(404, { message: m.server_not_found(), id: '' });
  return orErrorPage(noteGrid(locals.supabase, params.circle, locals.person?.id ?? ''));
};
