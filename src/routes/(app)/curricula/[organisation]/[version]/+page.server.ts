import { fail, redirect } from '@sveltejs/kit';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { addDay, addSubject } from '$lib/training/curriculum/edit';
import { dayForm, headForm, publishForm, subjectForm } from '$lib/training/curriculum/forms';
import { readingOf } from '$lib/training/curriculum/reading';
import { draftOf, publishDraft, throwDraftAway } from '$lib/training/curriculum/server/draft';
import { draftAction, draftAddress, sentBy } from '$lib/training/curriculum/server/draftAction';
import { curriculumOf } from '$lib/training/curriculum/server/store';
import { fieldErrors } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const kept = await found(curriculumOf(locals.supabase, params.organisation, params.version));
  const { document, ...version } = kept;
  return {
    version,
    seen: document.version,
    reading: readingOf(document),
    saved: url.searchParams.has('saved'),
    justPublished: url.searchParams.has('published')
  };
};

export const actions: Actions = {
  head: (event) =>
    draftAction(event, 'head', headForm, (before, head) => ({ document: { ...before, ...head }, on: '?saved' })),
  subject: (event) =>
    draftAction(event, 'subject', subjectForm, (before, { title }) => ({
      document: addSubject(before, title),
      on: '?saved'
    })),
  day: (event) =>
    draftAction(event, 'day', dayForm, (before, day) => ({
      document: addDay(before, day),
      on: `/days/${before.days.length + 1}`
    })),
  publish: async (event) => {
    const { locals, params } = event;
    const values = await sentBy(event.request);
    const parsed = publishForm.safeParse(values);
    if (!parsed.success)
      return fail(400, { which: 'publish' as const, values, errors: fieldErrors(parsed.error), message: undefined });
    const refused = await orFormMessage(values, async (): Promise<never> => {
      await publishDraft(locals.supabase, params, values, parsed.data.notes);
      redirect(303, `${draftAddress(event)}?published`);
    });
    return fail(refused.status, { which: 'publish' as const, ...refused.data });
  },
  remove: async ({ locals, params }) => {
    const refused = await orFormMessage({}, async (): Promise<never> => {
      await throwDraftAway(locals.supabase, await draftOf(locals.supabase, params.organisation, params.version));
      redirect(303, `/curricula/${params.organisation}?gone`);
    });
    return fail(refused.status, { which: 'remove' as const, ...refused.data });
  }
};
