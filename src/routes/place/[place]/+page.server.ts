import { error, fail, redirect } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { orFormMessage } from '$lib/server/errors';
import { qrPicture } from '$lib/teams/qr';
import { originOf } from '$lib/training/places/server/letters';
import { claimPlace, givePlaceBack } from '$lib/training/places/server/ownPage';
import { isSecret } from '$lib/training/places/server/placeKey';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const address = isSecret(params.place) ? `${await originOf(url)}/place/${params.place}` : null;
  return {
    here: `/place/${params.place}`,
    already: url.searchParams.has('already'),
    signedIn: locals.person !== null,
    address: address && { text: address, picture: qrPicture(address) }
  };
};

const refusals = { taken: m.training_places_claim_taken, twice: m.training_places_claim_twice };

export const actions = {
  give: ({ locals, params }) =>
    orFormMessage({ which: 'give' }, async () => {
      await givePlaceBack(locals.supabase, params.place);
      redirect(303, `/place/${params.place}`);
    }),
  claim: ({ locals, params }) => {
    if (!locals.person) redirect(303, `/sign-in?next=${encodeURIComponent(`/place/${params.place}`)}`);
    if (!isSecret(params.place)) error(404, { message: m.server_not_found(), id: '' });
    return orFormMessage({ which: 'claim' }, async () => {
      const claim = await claimPlace(locals.supabase, params.place);
      if (claim === 'taken' || claim === 'twice')
        return fail(409, { values: { which: 'claim' }, errors: {}, message: refusals[claim]() });
      redirect(303, `/place/${params.place}`);
    });
  }
} satisfies Actions;
