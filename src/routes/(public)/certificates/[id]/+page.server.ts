import { found } from '$lib/server/found';
import { standingInWords } from '$lib/training/certificates/server/published';
import type { PageServerLoad } from './$types';

/** Where the code on a paper certificate leads: whether it holds, and who gave it. No name of its owner. */
export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  setHeaders({ 'x-robots-tag': 'noindex, nofollow' });
  return { standing: await found(standingInWords(locals.supabase, params.id)) };
};
