import { redirect } from '@sveltejs/kit';
import { orErrorPage, orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { makeDraft } from '$lib/training/curriculum/server/draft';
import { curriculumOf, versionsOf } from '$lib/training/curriculum/server/store';
import { typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  versions: await orErrorPage(versionsOf(locals.supabase, params.organisation)),
  thrownAway: url.searchParams.has('gone')
});

export const actions: Actions = {
  draft: async ({ request, locals, params }) => {
    const values = typedValues(await request.formData());
    const from = await found(curriculumOf(locals.supabase, params.organisation, values.from ?? ''));
    return orFormMessage(values, async () => {
      const draft = await makeDraft(locals.supabase, params.organisation, from);
      redirect(303, `/curricula/${params.organisation}/${draft}`);
    });
  }
};
