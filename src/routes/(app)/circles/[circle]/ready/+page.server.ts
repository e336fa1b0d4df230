import { wholeCircle } from '$lib/circles/server/whole';
import { takesPlans } from '$lib/circles/state';
import { found } from '$lib/server/found';
import type { PageServerLoad } from './$types';

/** The questions only. There is no action here, and there must be none: answers never leave the device. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const me = locals.person?.id ?? '';
  const { id, title, state, keeps } = await found(wholeCircle(locals.supabase, params.circle, me));
  return { circle: { id, title }, me, runs: keeps && takesPlans(state) };
};
