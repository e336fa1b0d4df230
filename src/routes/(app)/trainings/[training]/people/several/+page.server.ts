import { fail } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { orErrorPage, orFormMessage } from '$lib/server/errors';
import { qrPicture } from '$lib/teams/qr';
import { listSchema, mostLines } from '$lib/training/places/forms';
import { linesTwice, readPeople } from '$lib/training/places/peopleList';
import { addList } from '$lib/training/places/server/addList';
import { originOf } from '$lib/training/places/server/letters';
import { peopleOf, roomOf } from '$lib/training/places/server/people';
import { makeSecret } from '$lib/training/places/server/placeKey';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { organisation } = await orErrorPage(roomOf(locals.supabase, params.training));
  return { organisation, key: makeSecret() };
};

/** The list as it was typed and as it is understood, or what is wrong with the whole of it. */
async function listIn({ request }: RequestEvent) {
  const data = await request.formData();
  const values = typedValues(data);
  const parsed = listSchema.safeParse(Object.fromEntries(data));
  if (!parsed.success) return { values, errors: fieldErrors(parsed.error), form: null };
  const read = readPeople(parsed.data.list);
  const count = read.people.length + read.refused.length;
  const wrong =
    count === 0
      ? m.training_places_list_empty()
      : count > mostLines
        ? m.training_places_list_too_long({ max: mostLines })
        : null;
  if (wrong !== null) return { values, errors: { list: wrong }, form: null };
  return { values, errors: {}, form: { ...parsed.data, read } };
}

export const actions = {
  /** Says how each line is understood, and adds nobody. */
  look: async (event: RequestEvent) => {
    const { values, errors, form } = await listIn(event);
    if (!form) return fail(400, { values, errors });
    return orFormMessage(values, async () => {
      const known = (await peopleOf(event.locals.supabase, event.params.training!))
        .filter(({ state }) => state !== 'withdrawn')
        .map(({ email }) => email);
      return { values, looked: { ...form.read, twice: [...linesTwice(form.read.people, known)] } };
    });
  },
  /** Adds those whose lines can be read. What could not be added comes back to be corrected. */
  add: async (event: RequestEvent) => {
    const { values, errors, form } = await listIn(event);
    if (!form) return fail(400, { values, errors });
    return orFormMessage(values, async () => {
      const { heading, people, refused } = form.read;
      const origin = await originOf(event.url);
      const { added, left } = await addList(event.locals.supabase, event.params.training!, { ...form, people }, origin);
      const lines = [...refused, ...left].toSorted((a, b) => a.line - b.line).map(({ text }) => text);
      if (lines.length > 0 && heading !== '') lines.unshift(heading);
      return {
        // Another list from now on: a line that was corrected is somebody else, and must not come to an address that is taken.
        values: { ...values, key: makeSecret(), list: lines.join('\n') },
        full: left.length > 0,
        added: added.map((one) => ({ ...one, picture: one.email === '' ? qrPicture(one.address) : null }))
      };
    });
  }
} satisfies Actions;
