import { fail } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { orErrorPage, orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { giveSchema } from '$lib/training/places/forms';
import { placesOfKind, sameAddress } from '$lib/training/places/placeList';
import { peopleOf, placeIn, roomOf } from '$lib/training/places/server/people';
import { settleAndTell } from '$lib/training/places/server/settling';
import { typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const [people, room] = await Promise.all([
    orErrorPage(peopleOf(locals.supabase, params.training)),
    orErrorPage(roomOf(locals.supabase, params.training))
  ]);
  return {
    organisation: room.organisation,
    kinds: [placesOfKind(people, 'cohort', room.cohort), placesOfKind(people, 'open_day', room.openDay)],
    twice: [...sameAddress(people)]
  };
};

export const actions = {
  /** Somebody on the waiting list gets the place that is free, and a letter. */
  give: async ({ request, locals, params }) => {
    const data = await request.formData();
    const values = typedValues(data);
    const parsed = giveSchema.safeParse(values);
    if (!parsed.success) return fail(400, { values, errors: {}, message: m.server_not_valid() });
    return orFormMessage(values, async () => {
      const place = await found(placeIn(locals.supabase, params.training, parsed.data.place));
      const given = { state: 'placed', kind: place.kind, from: `waiting ${place.kind}` } as const;
      await settleAndTell(locals.supabase, params.training, place, given, Date.now());
      return { gave: place.name };
    });
  }
} satisfies Actions;
