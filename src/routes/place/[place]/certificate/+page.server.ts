import { found } from '$lib/server/found';
import { printed } from '$lib/training/certificates/printed';
import { ownCertificate } from '$lib/training/certificates/server/store';
import { originOf } from '$lib/training/places/server/letters';
import { paperFrom } from '$lib/ui/paper/paper';
import type { PageServerLoad } from './$types';

/** The holder's own certificate, to print and to take along. Headers of private pages are the layout's. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const certificate = await found(ownCertificate(locals.supabase, params.place));
  const { revokedOn, revokedWhy } = certificate;
  return {
    here: `/place/${params.place}`,
    revoked: revokedOn === null ? null : { on: revokedOn, why: revokedWhy },
    certificate: printed(certificate, await originOf(url)),
    paper: paperFrom(url.searchParams.get('paper'))
  };
};
