import { redirect } from '@sveltejs/kit';
import { signOut } from '$lib/teams/server/accounts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  if (!locals.person) redirect(303, '/sign-in');
};

export const actions = {
  default: async ({ locals }) => {
    if (locals.person) await signOut(locals.supabase, 'local');
    redirect(303, '/sign-in?out=1');
  }
} satisfies Actions;
