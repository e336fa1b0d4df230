import { z } from 'zod';
import { found } from '$lib/server/found';
import { putHandout, removeHandout } from '$lib/training/curriculum/edit';
import { handoutForm } from '$lib/training/curriculum/forms';
import { draftAction } from '$lib/training/curriculum/server/draftAction';
import { draftPage } from '$lib/training/curriculum/server/draftPage';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { document, draft } = await draftPage(locals.supabase, params);
  const handout = await found(Promise.resolve(document.handouts.find(({ slug }) => slug === params.handout) ?? null));
  return { draft, seen: document.version, handout, saved: url.searchParams.has('saved') };
};

export const actions: Actions = {
  handout: (event) =>
    draftAction(event, 'handout', handoutForm, (before, sent) => ({
      document: putHandout(before, { slug: event.params.handout, ...sent }),
      on: `/handouts/${event.params.handout}?saved`
    })),
  remove: (event) =>
    draftAction(event, 'remove', z.object({}), (before) => ({
      document: removeHandout(before, event.params.handout),
      on: '?saved'
    }))
};
