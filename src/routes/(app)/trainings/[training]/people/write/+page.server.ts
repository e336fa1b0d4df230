import { fail } from '@sveltejs/kit';
import { orErrorPage, orFormMessage } from '$lib/server/errors';
import { writeSchema } from '$lib/training/places/forms';
import { sendChange } from '$lib/training/places/server/letters';
import { letterTraining, peopleOf } from '$lib/training/places/server/people';
import { makeSecret } from '$lib/training/places/server/placeKey';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Who has a place or waits for one, by name. */
const reached = async ({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) =>
  (await peopleOf(locals.supabase, params.training))
    .filter(({ state }) => state !== 'withdrawn')
    .toSorted((a, b) => a.name.localeCompare(b.name));

export const load: PageServerLoad = async (event) => {
  const people = await orErrorPage(reached(event));
  return {
    key: makeSecret(),
    count: people.filter(({ email }) => email !== '').length,
    without: people.filter(({ email }) => email === '').map(({ name }) => name)
  };
};

export const actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const values = typedValues(data);
    const parsed = writeSchema.safeParse(values);
    if (!parsed.success) return fail(400, { values, errors: fieldErrors(parsed.error) });
    return orFormMessage(values, async () => {
      const { supabase } = event.locals;
      const [people, cohort, openDay] = await Promise.all([
        reached(event),
        letterTraining(supabase, event.params.training, 'cohort'),
        letterTraining(supabase, event.params.training, 'open_day')
      ]);
      const written = people.filter(({ email }) => email !== '');
      // Their personal address is the one they have; nobody else knows it.
      const letters = written.map(({ email, kind, state }) => ({ email, place: { kind, state, address: null } }));
      const { key, note } = parsed.data;
      const facts = { cohort, open_day: openDay };
      const about = { training: event.params.training, person: event.locals.person!.id, key, note };
      const failed = await sendChange({ ...about, letters, facts }, Date.now());
      return {
        values,
        sent: letters.length - failed.length,
        failed: written.filter(({ email }) => failed.includes(email)).map(({ name }) => name)
      };
    });
  }
} satisfies Actions;
