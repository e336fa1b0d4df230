import { error, fail, redirect } from '@sveltejs/kit';
import { copiedKinds } from '$lib/library/copy';
import { partOfCircle } from '$lib/library/inCircle';
import { builtInDocument } from '$lib/library/server/builtIn';
import { takeCopy } from '$lib/library/server/copyStore';
import { placesToUse, useInCircle } from '$lib/library/server/useStore';
import * as m from '$lib/paraglide/messages';
import { orErrorPage, orFormMessage } from '$lib/server/errors';
import { typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

/** The built-in text an address names; a visual is printed, not used in a circle. */
function named({ kind: asked, slug }: { kind: string; slug: string }) {
  const kind = copiedKinds.find((some) => some === asked);
  return (kind && builtInDocument(kind, slug)) ?? error(404, { message: m.server_not_found(), id: '' });
}

export const load: PageServerLoad = async ({ locals, params }) => {
  const document = named(params);
  return { document, places: await orErrorPage(placesToUse(locals.supabase, locals.person?.id ?? '')) };
};

export const actions: Actions = {
  circle: async ({ request, locals, params }) => {
    const values = typedValues(await request.formData());
    const part = partOfCircle(named(params));
    if (!values.circle || !part) return fail(400, { values, errors: { circle: m.library_use_circle_none() } });
    const circle = values.circle;
    return orFormMessage(values, async () => {
      const added = await useInCircle(locals.supabase, circle, part);
      redirect(303, `/circles/${circle}/agenda?library=${added ? 'added' : 'there'}`);
    });
  },
  copy: async ({ request, locals, params }) => {
    const values = typedValues(await request.formData());
    return orFormMessage(values, async () => {
      const id = await takeCopy(locals.supabase, values.team ?? '', named(params));
      redirect(303, `/teams/${values.team}/library/${id}?taken`);
    });
  }
};
