import { error, fail, redirect } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { orFormMessage } from '$lib/server/errors';
import { signUpSchema } from '$lib/training/places/forms';
import { letterOrigin, sendPlaceLetter } from '$lib/training/places/server/letters';
import { ownLetter, ownPlace } from '$lib/training/places/server/ownPage';
import { makeSecret } from '$lib/training/places/server/placeKey';
import { signUp } from '$lib/training/places/server/signUp';
import { maySignUp } from '$lib/training/places/server/tries';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

/** The secret of the personal address is made with the form and goes through it, so that a second click or a reload is the same place. */
export const load: PageServerLoad = () => ({ secret: makeSecret() });

export const actions = {
  default: async ({ request, locals, params, url, getClientAddress }) => {
    const data = await request.formData();
    const values = typedValues(data);
    const parsed = signUpSchema.safeParse(Object.fromEntries(data));
    if (!parsed.success) return fail(400, { values, errors: fieldErrors(parsed.error) });
    const { secret, email } = parsed.data;
    return orFormMessage(values, async () => {
      const now = Date.now();
      maySignUp(getClientAddress(), now);
      const answer = await signUp(locals.supabase, params.code, parsed.data);
      switch (answer.status) {
        case 'unknown':
          return error(404, { message: m.server_not_found(), id: '' });
        case 'closed':
          return fail(409, { values, errors: {}, message: m.training_places_sign_up_closed_now() });
        case 'full':
          return fail(409, { values, errors: {}, message: m.training_places_sign_up_full() });
        case 'already':
          return redirect(303, `/place/${answer.place}?already=1`);
      }
      const own = await ownPlace(locals.supabase, secret);
      if (own && own.state !== 'withdrawn') {
        const address = `${await letterOrigin(url)}/place/${secret}`;
        await sendPlaceLetter('signed_up', { trainingId: own.training.id, email }, ...ownLetter(own, address), now);
      }
      return redirect(303, `/place/${secret}`);
    });
  }
} satisfies Actions;
