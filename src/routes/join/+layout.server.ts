import { orErrorPage } from '$lib/server/errors';
import { loadOwnFrame } from '$lib/teams/server/frame';
import type { LayoutServerLoad } from './$types';

/** Visitors open join links too: what follows depends on whether somebody is signed in. */
export const load: LayoutServerLoad = async ({ locals }) => {
  const frame = await orErrorPage(loadOwnFrame(locals.supabase, locals.person));
  return { signedIn: frame !== null, frame };
};
