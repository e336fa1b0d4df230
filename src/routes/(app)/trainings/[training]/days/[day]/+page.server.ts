import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { orFormMessage } from '$lib/server/errors';
import { kept } from '$lib/training/days/dayAddress';
import { dayPage } from '$lib/training/days/dayPage';
import { begin, finish, takeBack, type Stamp } from '$lib/training/days/press';
import { noteChangeSchema, noteSchema } from '$lib/training/days/schema';
import { dayOf } from '$lib/training/days/server/dayOf';
import { addNote, applyToNote } from '$lib/training/days/server/noteStore';
import { press } from '$lib/training/days/server/pressing';
import type { HeldSlot } from '$lib/training/timetable/slot';
import { saveTook } from '$lib/training/timetable/server/store';
import { readTook } from '$lib/training/timetable/tookForm';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

type Event = RequestEvent<{ training: string; day: string }>;
type Values = Record<string, string>;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { training, day } = await dayOf(locals.supabase, params);
  const asked = { half: url.searchParams.get('half'), session: url.searchParams.get('session') };
  return {
    shown: dayPage(training, day, asked, Date.now()),
    // What runs now and the button for the next are to be on a phone's first screen.
    calm: { href: `/trainings/${training.id}`, label: training.title }
  };
};

/** Does the work and says what came of it. Without scripts the answer is a page of its own, so that reloading it sends nothing again. */
async function answer(event: Event, part: string, which: string, values: Values, work: () => Promise<unknown>) {
  const refused = await orFormMessage(values, async () => void (await work()));
  if (refused) return fail(refused.status, { which, ...refused.data });
  if (event.request.headers.has('x-sveltekit-action')) return { done: true };
  const { params, url } = event;
  redirect(303, `/trainings/${params.training}/days/${params.day}?${kept(url.searchParams)}#${part}`);
}

/** A press on a button; `field` names what it is about. */
async function pressed(
  event: Event,
  field: string,
  of: (slots: readonly HeldSlot[], what: string, now: string) => Stamp[]
) {
  const what = typedValues(await event.request.formData())[field] ?? '';
  const written = await press(event.locals.supabase, event.params, new Date(), (slots, now) => of(slots, what, now));
  const message = m.training_days_taken_meanwhile();
  if (!written) return fail(409, { which: 'press', values: {} as Values, errors: {} as Values, message });
  return answer(event, 'now', 'press', {}, async () => {});
}

export const actions: Actions = {
  begin: (event) => pressed(event, 'session', begin),
  finish: (event) => pressed(event, 'session', finish),
  back: (event) => pressed(event, 'seen', takeBack),
  took: async (event) => {
    const form = await event.request.formData();
    const { training } = await dayOf(event.locals.supabase, event.params);
    const { changed, errors } = readTook(form, training.slots);
    const values = typedValues(form);
    if (Object.keys(errors).length > 0) return fail(400, { which: 'took', values, errors });
    return answer(event, 'rows', 'took', values, () => saveTook(event.locals.supabase, training.id, changed));
  },
  note: async (event) => {
    const values = typedValues(await event.request.formData());
    const { training, day } = await dayOf(event.locals.supabase, event.params);
    const which = `note-${values.kind}`;
    const read = noteSchema.safeParse(values);
    if (!read.success) return fail(400, { which, values, errors: fieldErrors(read.error) });
    const part = read.data.kind === 'note' ? 'notes' : 'parked';
    return answer(event, part, which, values, () =>
      addNote(event.locals.supabase, training, { ...read.data, day: day.day })
    );
  },
  change: async (event) => {
    const values = typedValues(await event.request.formData());
    const read = noteChangeSchema.safeParse(values);
    if (!read.success)
      return fail(400, { which: 'change', values, errors: {} as Values, message: m.server_not_valid() });
    return answer(event, 'parked', 'change', values, () =>
      applyToNote(event.locals.supabase, event.params.training, read.data)
    );
  }
};
