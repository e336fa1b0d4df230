import { error } from '@sveltejs/kit';
import { noteAddressSchema } from '$lib/notes/schema';
import { notePage } from '$lib/notes/server/store';
import * as m from '$lib/paraglide/messages';
import { orErrorPage } from '$lib/server/errors';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
  const address = noteAddressSchema.safeParse(params);
  if (!address.success || !locals.person) error(404, { message: m.server_not_found(), id: '' });
  return { note: await orErrorPage(notePage(locals.supabase, address.data)), personId: locals.person.id };
};
