import { error, redirect } from '@sveltejs/kit';
import { builtInDocument } from '$lib/library/server/builtIn';
import { saveCopy, teamCopy } from '$lib/library/server/copyStore';
import { takeParts, updateOffer } from '$lib/library/updateOffer';
import * as m from '$lib/paraglide/messages';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import type { Actions, PageServerLoad } from './$types';

/** The copy, and the library's text as it is now. Only a lead compares them, and only while there is something to compare. */
async function compared(locals: App.Locals, params: { team: string; copy: string }) {
  const { team, isLead, copy } = await found(
    teamCopy(locals.supabase, params.team, params.copy, locals.person?.id ?? '')
  );
  if (!isLead) error(403, { message: m.library_copy_leads(), id: '' });
  const newest = builtInDocument(copy.document.kind, copy.document.slug);
  const changed = newest ? updateOffer(copy.document, copy.original, newest) : [];
  if (!newest || changed.length === 0) redirect(303, `/teams/${team.id}/library/${copy.id}`);
  return { team, copy, newest, changed };
}

export const load: PageServerLoad = async ({ locals, params }) => {
  const { team, copy, changed } = await compared(locals, params);
  return { team, copy, changed };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const { copy, newest, changed } = await compared(locals, params);
    const taken = changed.map(({ part }) => part).filter((part) => form.get(part) === 'theirs');
    return orFormMessage({}, async () => {
      const version = Number(form.get('version'));
      await saveCopy(locals.supabase, { id: copy.id, version }, takeParts(copy.document, newest, taken), newest);
      redirect(303, `/teams/${params.team}/library/${copy.id}?saved`);
    });
  }
};
