import { error, fail } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { orErrorPage, orFormMessage } from '$lib/server/errors';
import { qrPicture } from '$lib/teams/qr';
import { addSchema } from '$lib/training/places/forms';
import { originOf, sendPlaceLetter } from '$lib/training/places/server/letters';
import { letterTraining, roomOf } from '$lib/training/places/server/people';
import { makeSecret } from '$lib/training/places/server/placeKey';
import { addPlace } from '$lib/training/places/server/signUp';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { organisation } = await orErrorPage(roomOf(locals.supabase, params.training));
  return { organisation, secret: makeSecret() };
};

export const actions = {
  /** Adds somebody, writes to them where an e-mail address is known, and shows the personal address: here and never again. */
  default: async ({ request, locals, params, url }) => {
    const data = await request.formData();
    const values = typedValues(data);
    const parsed = addSchema.safeParse(Object.fromEntries(data));
    if (!parsed.success) return fail(400, { values, errors: fieldErrors(parsed.error) });
    return orFormMessage(values, async () => {
      const answer = await addPlace(locals.supabase, params.training, parsed.data);
      if (answer.status === 'full') return fail(409, { values, errors: {}, message: m.training_places_add_full() });
      if (answer.status !== 'placed' && answer.status !== 'waiting')
        error(409, { message: m.server_already_there(), id: '' });
      const address = `${await originOf(url)}/place/${parsed.data.secret}`;
      const { name, email, kind } = parsed.data;
      const facts = await letterTraining(locals.supabase, params.training, kind);
      const to = { trainingId: params.training, email };
      await sendPlaceLetter('added', to, { kind, state: answer.status, address }, facts, Date.now());
      return { made: { name, email, state: answer.status, address, picture: qrPicture(address) } };
    });
  }
} satisfies Actions;
