import { redirect } from '@sveltejs/kit';
import { orErrorPage } from '$lib/server/errors';
import { signOut } from '$lib/teams/server/accounts';
import { loadFrame } from '$lib/teams/server/frame';
import type { LayoutServerLoad } from './$types';

/** Who is here, their teams and organisations, and the support contacts at the foot of every page: one query. */
export const load: LayoutServerLoad = async ({ locals }) => {
  // Requests without a session end before this (requests.ts, which knows the way back); this is for the types.
  if (!locals.person) redirect(303, '/sign-in');
  const frame = await orErrorPage(loadFrame(locals.supabase, locals.person.id));
  if (!frame) {
    // The account is gone, and the cookie did not know.
    await signOut(locals.supabase, 'local');
    redirect(303, '/sign-in');
  }
  return {
    me: { id: locals.person.id, email: locals.person.email, name: frame.name },
    organisations: frame.organisations,
    teams: frame.teams,
    contacts: frame.organisations.flatMap(({ contacts }) => contacts),
    demo: locals.demo
  };
};
