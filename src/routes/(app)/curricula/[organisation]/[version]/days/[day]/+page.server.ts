import { z } from 'zod';
import { found } from '$lib/server/found';
import {
  changeBreak,
  changeDay,
  moveDay,
  moveEntry,
  putEntry,
  removeDay,
  removeEntry
} from '$lib/training/curriculum/edit';
import { breakForm, dayForm, entryForm } from '$lib/training/curriculum/forms';
import { draftAction } from '$lib/training/curriculum/server/draftAction';
import { draftPage } from '$lib/training/curriculum/server/draftPage';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { document, draft } = await draftPage(locals.supabase, params);
  const at = Number(params.day) - 1;
  const day = await found(Promise.resolve(document.days[at] ?? null));
  return {
    draft,
    seen: document.version,
    day,
    number: at + 1,
    of: document.days.length,
    saved: url.searchParams.has('saved')
  };
};

const here = (day: number) => `/days/${day + 1}?saved`;
const dayOf = ({ params }: { params: { day: string } }) => Number(params.day) - 1;
const stepForm = z.object({ by: z.enum(['-1', '1']).transform((by) => (by === '1' ? 1 : -1)) });

export const actions: Actions = {
  day: (event) =>
    draftAction(event, 'day', dayForm, (before, sent) => ({
      document: changeDay(before, dayOf(event), sent),
      on: here(dayOf(event))
    })),
  move: (event) =>
    draftAction(event, 'move', stepForm, (before, { by }) => ({
      document: moveDay(before, dayOf(event), by),
      on: here(Math.min(Math.max(dayOf(event) + by, 0), before.days.length - 1))
    })),
  remove: (event) =>
    draftAction(event, 'remove', z.object({}), (before) => ({
      document: removeDay(before, dayOf(event)),
      on: '?saved'
    })),
  step: (event) =>
    draftAction(event, 'step', entryForm.extend(stepForm.shape), (before, { half, at, by }) => ({
      document: moveEntry(before, { day: dayOf(event), half, at }, by),
      on: here(dayOf(event))
    })),
  rest: (event) =>
    draftAction(event, 'rest', entryForm.pick({ half: true }).extend(breakForm.shape), (before, { half, ...rest }) => ({
      document: putEntry(before, { day: dayOf(event), half, at: Infinity }, rest),
      on: here(dayOf(event))
    })),
  break: (event) =>
    draftAction(event, 'break', entryForm.extend(breakForm.shape), (before, { half, at, ...rest }) => ({
      document: changeBreak(before, { day: dayOf(event), half, at }, rest),
      on: here(dayOf(event))
    })),
  unbreak: (event) =>
    draftAction(event, 'break', entryForm, (before, { half, at }) => ({
      document: removeEntry(before, { day: dayOf(event), half, at }),
      on: here(dayOf(event))
    }))
};
