import { found } from '$lib/server/found';
import { evaluationOf } from '$lib/training/evaluation/server/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { id, title, form } = await found(
    evaluationOf(locals.supabase, params.training, params.evaluation, Date.now())
  );
  return { evaluation: { id, title, form } };
};
