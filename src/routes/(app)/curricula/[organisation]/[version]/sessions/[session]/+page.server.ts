import { z } from 'zod';
import { found } from '$lib/server/found';
import { changeSession, moveSession, placeOfSession, withoutSession } from '$lib/training/curriculum/edit';
import { placeForm, placeOptions, placeWords, sessionForm } from '$lib/training/curriculum/forms';
import { sessionsOf } from '$lib/training/curriculum/schema';
import { draftAction } from '$lib/training/curriculum/server/draftAction';
import { draftPage } from '$lib/training/curriculum/server/draftPage';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { document, draft } = await draftPage(locals.supabase, params);
  const session = await found(Promise.resolve(sessionsOf(document).find(({ key }) => key === params.session) ?? null));
  return {
    draft,
    seen: document.version,
    session,
    subjects: document.subjects,
    handouts: document.handouts.map(({ slug, title }) => ({ slug, title })),
    places: placeOptions(document, session.key),
    stands: placeWords(placeOfSession(document, session.key) ?? 'extra'),
    saved: url.searchParams.has('saved')
  };
};

export const actions: Actions = {
  session: (event) =>
    draftAction(event, 'session', sessionForm, (before, sent) => ({
      document: changeSession(before, { key: event.params.session, ...sent }),
      on: `/sessions/${event.params.session}?saved`
    })),
  move: (event) =>
    draftAction(event, 'move', placeForm, (before, { place }) => ({
      document: moveSession(before, event.params.session, place),
      on: `/sessions/${event.params.session}?saved`
    })),
  remove: (event) =>
    draftAction(event, 'remove', z.object({}), (before) => ({
      document: withoutSession(before, event.params.session),
      on: '?saved'
    }))
};
