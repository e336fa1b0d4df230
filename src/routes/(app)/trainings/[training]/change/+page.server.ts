import { fail, redirect } from '@sveltejs/kit';
import { wallClock } from '$lib/agenda/clock';
import * as m from '$lib/paraglide/messages';
import { orErrorPage, orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { formAction } from '$lib/teams/server/formAction';
import { dayRows, detailValues } from '$lib/training/delivery/formValues';
import { addDaySchema, daysSchema, deleteSchema, detailsSchema, noFields } from '$lib/training/delivery/schema';
import { addDay, changeDays, changeDetails, deleteTraining, removeLastDay } from '$lib/training/delivery/server/change';
import { certificatesGiven, keptTraining, lastDayIsEmpty, placesTaken } from '$lib/training/delivery/server/store';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const kept = ({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) =>
  found(keptTraining(locals.supabase, params.training));

export const load: PageServerLoad = async ({ locals, params }) => {
  const whole = await kept({ locals, params });
  const [certificates, removable, taken] = await orErrorPage(
    Promise.all([
      certificatesGiven(locals.supabase, whole.id),
      lastDayIsEmpty(locals.supabase, whole),
      placesTaken(locals.supabase, whole.id)
    ])
  );
  return {
    whole,
    values: detailValues(whole),
    certificates: certificates.length,
    taken,
    today: wallClock(Date.now(), whole.timeZone).date,
    removable,
    allNeeded: whole.daysNeeded >= whole.days.length
  };
};

export const actions: Actions = {
  details: formAction('details', detailsSchema, async (event: RequestEvent, given) =>
    changeDetails(event.locals.supabase, await kept(event), given)
  ),
  days: async (event) => {
    const form = await event.request.formData();
    const values = typedValues(form);
    const parsed = daysSchema.safeParse({ days: dayRows(form), together: form.get('together') ?? undefined });
    const which = 'days';
    if (!parsed.success) return fail(400, { which, done: false, values, errors: fieldErrors(parsed.error) });
    const { days, together } = parsed.data;
    const answer = await orFormMessage(values, async () => {
      await changeDays(event.locals.supabase, await kept(event), days, together);
      return { which, done: true, values: {}, errors: {} };
    });
    return 'status' in answer ? fail(answer.status, { ...answer.data, which, done: false }) : answer;
  },
  addDay: formAction('addDay', addDaySchema, async (event: RequestEvent, { date, needed }) =>
    addDay(event.locals.supabase, await kept(event), date, needed)
  ),
  removeDay: formAction('removeDay', noFields, async (event: RequestEvent) =>
    removeLastDay(event.locals.supabase, await kept(event))
  ),
  delete: async (event) => {
    const form = await event.request.formData();
    const values = typedValues(form);
    const { title } = await kept(event);
    if (!deleteSchema(title).safeParse(values).success)
      return fail(400, {
        which: 'delete',
        done: false,
        values,
        errors: { title: m.training_delivery_delete_differs() }
      });
    const answer = await orFormMessage(values, async () => {
      await deleteTraining(event.locals.supabase, event.params.training);
      redirect(303, '/trainings?deleted');
    });
    return fail(answer.status, { ...answer.data, which: 'delete', done: false });
  }
};
