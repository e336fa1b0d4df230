import { found } from '$lib/server/found';
import { formAction } from '$lib/teams/server/formAction';
import { learnedSchema, signUpSchema } from '$lib/training/delivery/schema';
import { noteLearned, openSignUp } from '$lib/training/delivery/server/change';
import { overviewOf } from '$lib/training/delivery/server/overview';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const overview = await found(overviewOf(locals.supabase, params.training, Date.now()));
  return {
    ...overview,
    signUpUrl: `${url.origin}/training/${overview.whole.signUpCode}`,
    planned: url.searchParams.has('planned')
  };
};

export const actions: Actions = {
  signUp: formAction('signUp', signUpSchema, (event: RequestEvent, { open }) =>
    openSignUp(event.locals.supabase, event.params.training, open)
  ),
  learned: formAction('learned', learnedSchema, (event: RequestEvent, { learned }) =>
    noteLearned(event.locals.supabase, event.params.training, learned)
  )
};
