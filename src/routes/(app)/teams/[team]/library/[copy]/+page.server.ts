import { error, fail, redirect } from '@sveltejs/kit';
import { partOfCircle } from '$lib/library/inCircle';
import { builtInDocument } from '$lib/library/server/builtIn';
import { removeCopy, teamCopy } from '$lib/library/server/copyStore';
import { copyText } from '$lib/library/server/copyText';
import { placesToUse, useInCircle } from '$lib/library/server/useStore';
import { updateOffer } from '$lib/library/updateOffer';
import * as m from '$lib/paraglide/messages';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const person = locals.person?.id ?? '';
  const { team, isLead, copy } = await found(teamCopy(locals.supabase, params.team, params.copy, person));
  const newest = builtInDocument(copy.document.kind, copy.document.slug);
  const places = isLead ? await placesToUse(locals.supabase, person) : [];
  return {
    team,
    isLead,
    copy,
    text: copyText(copy.document),
    changed: newest ? updateOffer(copy.document, copy.original, newest).length : 0,
    places: places.filter((place) => place.team.id === team.id),
    taken: url.searchParams.has('taken'),
    saved: url.searchParams.has('saved')
  };
};

export const actions: Actions = {
  circle: async ({ request, locals, params }) => {
    const values = typedValues(await request.formData());
    const { copy } = await found(teamCopy(locals.supabase, params.team, params.copy, locals.person?.id ?? ''));
    const part = partOfCircle(copy.document);
    if (!values.circle || !part) return fail(400, { values, errors: { circle: m.library_use_circle_none() } });
    const circle = values.circle;
    return orFormMessage(values, async () => {
      const added = await useInCircle(locals.supabase, circle, part);
      redirect(303, `/circles/${circle}/agenda?library=${added ? 'added' : 'there'}`);
    });
  },
  remove: async ({ locals, params }) => {
    const { isLead } = await found(teamCopy(locals.supabase, params.team, params.copy, locals.person?.id ?? ''));
    if (!isLead) error(403, { message: m.library_copy_leads(), id: '' });
    return orFormMessage({}, async () => {
      await removeCopy(locals.supabase, params.copy);
      redirect(303, `/teams/${params.team}/library?removed`);
    });
  }
};
