import { freeName, putSession } from '$lib/training/curriculum/edit';
import { placeForm, placeOptions, placeValue, sessionForm } from '$lib/training/curriculum/forms';
import { sessionsOf } from '$lib/training/curriculum/schema';
import { draftAction } from '$lib/training/curriculum/server/draftAction';
import { draftPage } from '$lib/training/curriculum/server/draftPage';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { document, draft } = await draftPage(locals.supabase, params);
  const day = document.days[Number(url.searchParams.get('day')) - 1];
  const at = day ? { day: document.days.indexOf(day), half: 1 as const, at: day.halves[1].length } : 'extra';
  return {
    draft,
    seen: document.version,
    subjects: document.subjects,
    handouts: document.handouts.map(({ slug, title }) => ({ slug, title })),
    places: placeOptions(document),
    place: placeValue(at)
  };
};

export const actions: Actions = {
  default: (event) =>
    draftAction(event, 'session', sessionForm.extend(placeForm.shape), (before, { place, ...sent }) => {
      const taken = sessionsOf(before).map(({ key }) => key);
      const key = freeName(sent.title, taken, 'session');
      return { document: putSession(before, place, { key, ...sent }), on: `/sessions/${key}?saved` };
    })
};
