import { orErrorPage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { loadOwnFrame } from '$lib/teams/server/frame';
import { privatePage } from '$lib/training/places/server/privatePage';
import { offerOf } from '$lib/training/places/server/signUp';
import type { LayoutServerLoad } from './$types';

/** Visitors sign up as people with an account do. */
export const load: LayoutServerLoad = async ({ locals, params, setHeaders }) => {
  setHeaders(privatePage(locals.person));
  const [offer, frame] = await Promise.all([
    found(offerOf(locals.supabase, params.code)),
    orErrorPage(loadOwnFrame(locals.supabase, locals.person))
  ]);
  return { offer, frame };
};
