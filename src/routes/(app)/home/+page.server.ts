import { orErrorPage } from '$lib/server/errors';
import { loadHomeTeams } from '$lib/teams/server/home';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  homeTeams: await orErrorPage(loadHomeTeams(locals.supabase, locals.person?.id ?? '', Date.now())),
  left: url.searchParams.has('left'),
  newPassword: url.searchParams.get('password') === 'new'
});
