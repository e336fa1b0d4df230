import { redirect } from '@sveltejs/kit';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { standingBeside } from '$lib/training/evaluation/server/standing';
import { evaluationOf, removePaper, takeBackEvaluation } from '$lib/training/evaluation/server/store';
import { sourcesOf } from '$lib/training/evaluation/sources';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const now = Date.now();
  const [evaluation, beside] = await Promise.all([
    found(evaluationOf(locals.supabase, params.training, params.evaluation, now)),
    found(standingBeside(locals.supabase, params.training, now))
  ]);
  const { published, ...shown } = evaluation;
  return {
    evaluation: { ...shown, published },
    ...sourcesOf(evaluation),
    beside,
    told: url.searchParams.get('told')
  };
};

export const actions: Actions = {
  takeBack: ({ locals, params }) =>
    orFormMessage({}, async () => {
      const taken = await takeBackEvaluation(locals.supabase, params.evaluation);
      redirect(303, `/trainings/${params.training}/evaluations${taken ? '?taken-back' : `/${params.evaluation}`}`);
    }),
  removePaper: ({ locals, params }) =>
    orFormMessage({}, async () => {
      await removePaper(locals.supabase, params.evaluation);
      redirect(303, `/trainings/${params.training}/evaluations/${params.evaluation}?told=removed`);
    })
};
