import { found } from '$lib/server/found';
import { seriesOfTeam } from '$lib/series/server/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  found(seriesOfTeam(locals.supabase, params.team, locals.person?.id ?? ''));
