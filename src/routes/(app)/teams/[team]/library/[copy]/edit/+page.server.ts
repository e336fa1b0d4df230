import { error, fail, redirect } from '@sveltejs/kit';
import { copyProblems, readCopyForm } from '$lib/library/copyForm';
import { documentSchema } from '$lib/library/schema';
import { saveCopy, teamCopy } from '$lib/library/server/copyStore';
import * as m from '$lib/paraglide/messages';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { team, isLead, copy } = await found(
    teamCopy(locals.supabase, params.team, params.copy, locals.person?.id ?? '')
  );
  if (!isLead) error(403, { message: m.library_copy_leads(), id: '' });
  return { team, copy };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const values = typedValues(form);
    const { copy } = await found(teamCopy(locals.supabase, params.team, params.copy, locals.person?.id ?? ''));
    const parsed = documentSchema.safeParse(readCopyForm(copy.document, form));
    if (!parsed.success) return fail(400, { values, errors: copyProblems(parsed.error) });
    const { data: document } = parsed;
    if (document.kind === 'visual') return fail(400, { values, errors: {} });
    return orFormMessage(values, async () => {
      await saveCopy(locals.supabase, { id: copy.id, version: Number(values.version) }, document);
      redirect(303, `/teams/${params.team}/library/${copy.id}?saved`);
    });
  }
};
