import { freeName, putHandout } from '$lib/training/curriculum/edit';
import { handoutForm } from '$lib/training/curriculum/forms';
import { draftAction } from '$lib/training/curriculum/server/draftAction';
import { draftPage } from '$lib/training/curriculum/server/draftPage';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { document, draft } = await draftPage(locals.supabase, params);
  return { draft, seen: document.version };
};

export const actions: Actions = {
  default: (event) =>
    draftAction(event, 'handout', handoutForm, (before, sent) => {
      const taken = before.handouts.map(({ slug }) => slug);
      const slug = freeName(sent.title, taken, 'handout');
      return { document: putHandout(before, { slug, ...sent }), on: `/handouts/${slug}?saved` };
    })
};
