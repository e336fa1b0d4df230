import { found } from '$lib/server/found';
import { printed } from '$lib/training/certificates/printed';
import { certificateOf } from '$lib/training/certificates/server/store';
import { originOf } from '$lib/training/places/server/letters';
import { paperFrom } from '$lib/ui/paper/paper';
import type { PageServerLoad } from './$types';

/** One place's certificate; whoever has none, has no page. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const certificate = await found(certificateOf(locals.supabase, params.training, params.place));
  return { certificate: printed(certificate, await originOf(url)), paper: paperFrom(url.searchParams.get('paper')) };
};
