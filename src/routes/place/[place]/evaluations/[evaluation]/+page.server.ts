import { found } from '$lib/server/found';
import { running } from '$lib/server/theBackend';
import { formPage } from '$lib/training/evaluation/participant/formPage';
import { ownPlace, tokensOfPlace } from '$lib/training/places/server/ownPage';
import type { PageServerLoad } from './$types';

/** An evaluation that does not ask this place looks like one there is not. Headers of private pages are the layout's. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const [own, { env }] = await Promise.all([found(ownPlace(locals.supabase, params.place)), running()]);
  const asked = own.evaluations.find(({ id }) => id === params.evaluation);
  return {
    here: `/place/${params.place}`,
    page: await found(Promise.resolve(asked ? formPage(asked) : null)),
    // Not the layout's, which may be older: the form may have closed since.
    round: tokensOfPlace(own, params.place, env).find(({ round }) => round === params.evaluation) ?? null
  };
};
