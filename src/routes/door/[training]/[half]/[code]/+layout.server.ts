import { orErrorPage } from '$lib/server/errors';
import { loadOwnFrame } from '$lib/teams/server/frame';
import type { LayoutServerLoad } from './$types';

/** Visitors come in as people with an account do. */
export const load: LayoutServerLoad = async ({ locals }) => ({
  frame: await orErrorPage(loadOwnFrame(locals.supabase, locals.person))
});
