import { orErrorPage } from '$lib/server/errors';
import { printed } from '$lib/training/certificates/printed';
import { certificatesOf } from '$lib/training/certificates/server/store';
import { originOf } from '$lib/training/places/server/letters';
import { paperFrom } from '$lib/ui/paper/paper';
import type { PageServerLoad } from './$types';

/** All valid certificates of a training, a sheet each. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const [certificates, origin] = await Promise.all([
    orErrorPage(certificatesOf(locals.supabase, params.training)),
    originOf(url)
  ]);
  return {
    certificates: certificates
      .filter(({ signed, revokedOn }) => signed !== null && revokedOn === null)
      .map((certificate) => printed(certificate, origin)),
    paper: paperFrom(url.searchParams.get('paper'))
  };
};
