import { fail } from '@sveltejs/kit';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { makeUpSchema } from '$lib/training/attendance/schema';
import { personIn, removeMakeUp, saveMakeUp } from '$lib/training/attendance/server/makeUps';
import { attendanceSheet } from '$lib/training/attendance/server/sheet';
import { trainingFrame } from '$lib/training/delivery/server/store';
import { halfFrom } from '$lib/training/timetable/slot';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const sheetOf = ({ locals, params }: { locals: App.Locals; params: { training: string } }) =>
  found(attendanceSheet(locals.supabase, params.training, Date.now()));

export const load: PageServerLoad = async (event) => {
  const sheet = await sheetOf(event);
  return {
    person: await found(Promise.resolve(personIn(sheet, event.params.place))),
    makeUpsCount: sheet.rule.makeUpsCount
  };
};

/** Which half day the form is of; its key stands in a hidden field and names the form among those of the page. */
async function formOf({ request }: RequestEvent) {
  const data = await request.formData();
  const which = String(data.get('which'));
  return { data, which, half: await found(Promise.resolve(halfFrom(which))) };
}

export const actions: Actions = {
  save: async (event) => {
    const { data, which, half } = await formOf(event);
    const values = typedValues(data);
    const parsed = makeUpSchema.safeParse(Object.fromEntries(data));
    if (!parsed.success) return fail(400, { which, values, errors: fieldErrors(parsed.error) });
    const { supabase } = event.locals;
    const { training, place } = event.params;
    return orFormMessage(values, async () => {
      const [frame, sheet] = await Promise.all([found(trainingFrame(supabase, training)), sheetOf(event)]);
      const of = { training, organisation: frame.organisationId, place };
      await saveMakeUp(supabase, of, sheet, { ...half, ...parsed.data });
      return { which, done: true };
    });
  },
  remove: async (event) => {
    const { which, half } = await formOf(event);
    return orFormMessage({ which }, async () => {
      await removeMakeUp(event.locals.supabase, event.params, half);
      return { which, done: true };
    });
  }
};
