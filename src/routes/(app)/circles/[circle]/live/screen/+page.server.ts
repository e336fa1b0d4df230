import { wholeCircle } from '$lib/circles/server/whole';
import { storedRun } from '$lib/live/server/store';
import { loadOwnFrame } from '$lib/teams/server/frame';
import { orErrorPage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const personId = locals.person?.id ?? '';
  const { id, title, state, agreement } = await found(wholeCircle(locals.supabase, params.circle, personId));
  const frame = await orErrorPage(loadOwnFrame(locals.supabase, locals.person));
  return {
    circle: { id, title, state },
    agreement,
    // This page has no layout around it, so what layouts give is asked for here.
    contacts: frame?.organisations.length ? frame.contacts : undefined,
    personId,
    run: await storedRun(locals.supabase, id),
    now: Date.now()
  };
};
