import { orErrorPage } from '$lib/server/errors';
import { evaluationsOf } from '$lib/training/evaluation/server/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const evaluations = await orErrorPage(evaluationsOf(locals.supabase, params.training, Date.now()));
  return {
    evaluations: evaluations.map(({ id, title, phase, opensAt, closesAt }) => ({
      id,
      title,
      phase,
      opensAt,
      closesAt
    })),
    takenBack: url.searchParams.has('taken-back')
  };
};
