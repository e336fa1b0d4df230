import { error, fail } from '@sveltejs/kit';
import { wallClock } from '$lib/agenda/clock';
import * as m from '$lib/paraglide/messages';
import { orFormMessage, RuleBroken } from '$lib/server/errors';
import { found } from '$lib/server/found';
import type { Supabase } from '$lib/server/supabase';
import { formAction } from '$lib/teams/server/formAction';
import { pressedInForm, type PlaceNote } from '$lib/training/attendance/note';
import { countSchema, notesField, visitorSchema } from '$lib/training/attendance/schema';
import { halfSheet } from '$lib/training/attendance/server/half';
import { countMore, saveNotes } from '$lib/training/attendance/server/notes';
import { addVisitor } from '$lib/training/attendance/server/visitor';
import { halfFrom } from '$lib/training/timetable/slot';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const now = Date.now();
  const { sheet, ...half } = await found(halfSheet(locals.supabase, params.training, params.half, now));
  const { training } = await parent();
  return {
    today: wallClock(now, training.timeZone).date,
    half,
    halves: sheet.expected.filter(({ day }) => day === half.day),
    looked: url.searchParams.get('q') ?? ''
  };
};

function halfOf({ params }: RequestEvent) {
  const half = halfFrom(params.half);
  if (!half) error(404, { message: m.server_not_found(), id: '' });
  return { training: params.training, ...half };
}

const lineOf = async (supabase: Supabase, event: RequestEvent, place: string) => {
  const { lines } = await found(halfSheet(supabase, event.params.training, event.params.half, Date.now()));
  const line = lines.find((one) => one.place === place);
  if (!line) throw new RuleBroken(404, 'not_found', m.server_not_found());
  return line;
};

/** Saves notes, and gives what stood before for the button that takes it back. Only browsers without scripts come here. */
async function note(event: RequestEvent, before: PlaceNote[], after: PlaceNote[]) {
  await saveNotes(event.locals.supabase, halfOf(event), after);
  const plain = before.map(({ place, came, lateMinutes, leftMinutes }) => ({ place, came, lateMinutes, leftMinutes }));
  return { which: 'tap', done: true, values: {}, errors: {}, undo: JSON.stringify(plain) };
}

export const actions: Actions = {
  tap: async (event) => {
    const data = await event.request.formData();
    return orFormMessage({ which: 'tap' }, async () => {
      const before = await lineOf(event.locals.supabase, event, String(data.get('place')));
      const after = pressedInForm(before, data);
      if (!after) throw new RuleBroken(400, 'not_valid', m.server_not_valid());
      return note(event, [before], [{ place: before.place, ...after }]);
    });
  },
  all: (event) =>
    orFormMessage({ which: 'tap' }, async () => {
      const { training, half } = event.params;
      const { lines } = await found(halfSheet(event.locals.supabase, training, half, Date.now()));
      const open = lines.filter(({ came }) => came === null);
      return note(event, open, open.map((line) => ({ ...line, came: true }))); // prettier-ignore
    }),
  undo: async (event) => {
    const parsed = notesField.safeParse(String((await event.request.formData()).get('notes')));
    if (!parsed.success) return fail(400, { which: 'tap', message: m.server_not_valid() });
    return orFormMessage({ which: 'tap' }, () =>
      saveNotes(event.locals.supabase, halfOf(event), parsed.data).then(() => ({ which: 'tap', done: true }))
    );
  },
  visitor: formAction('visitor', visitorSchema, async (event: RequestEvent, { name }) => {
    const half = await found(halfSheet(event.locals.supabase, event.params.training, event.params.half, Date.now()));
    if (!half.isOpen) throw new RuleBroken(409, 'not_open', m.training_attendance_not_open());
    await addVisitor(event.locals.supabase, halfOf(event), name);
  }),
  count: formAction('count', countSchema, async (event: RequestEvent, { by }) => {
    const { training, day } = halfOf(event);
    await countMore(event.locals.supabase, training, day, by);
  })
};
