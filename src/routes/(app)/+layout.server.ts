import { redirect } from '@sveltejs/kit';
import { orErrorPage } from '$lib/server/errors';
import { loadOwnFrame } from '$lib/teams/server/frame';
import type { LayoutServerLoad } from './$types';

/** Who is here, their teams and organisations, and the support contacts at the foot of every page: one query. */
export const load: LayoutServerLoad = async ({ locals }) => {
  const frame = await orErrorPage(loadOwnFrame(locals.supabase, locals.person));
  // Requests without a session end before this (requests.ts, which knows the way back): the account is gone.
  if (!frame) redirect(303, '/sign-in');
  return { ...frame, demo: locals.demo };
};
