import { byState } from '$lib/circles/circle';
import { circlesOf } from '$lib/circles/server/store';
import { found } from '$lib/server/found';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { team, isLead, circles } = await found(circlesOf(locals.supabase, params.team, locals.person?.id ?? ''));
  return { team, isLead, circles: byState(circles), removed: url.searchParams.has('removed') };
};
