import { fail, redirect } from '@sveltejs/kit';
import { wallClock } from '$lib/agenda/clock';
import { newId } from '$lib/agenda/item';
import { orErrorPage, orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { copySchema } from '$lib/training/delivery/schema';
import { detailValues } from '$lib/training/delivery/formValues';
import { newerCurricula } from '$lib/training/delivery/server/offered';
import { copyTraining } from '$lib/training/delivery/server/plan';
import { keptTraining } from '$lib/training/delivery/server/store';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const from = await found(keptTraining(locals.supabase, params.training));
  const { morningStarts = '09:30', afternoonStarts = '13:15' } = from.days[0] ?? {};
  return {
    learned: from.learned,
    today: wallClock(Date.now(), from.timeZone).date,
    offered: await orErrorPage(newerCurricula(locals.supabase, from)),
    defaults: {
      ...detailValues(from),
      title: '',
      key: newId(),
      curriculum: from.curriculum.id,
      timetable: 'took',
      morning: morningStarts,
      afternoon: afternoonStarts
    }
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const values = typedValues(form);
    const parsed = copySchema(Date.now()).safeParse(Object.fromEntries(form));
    if (!parsed.success) return fail(400, { values, errors: fieldErrors(parsed.error) });
    const from = await found(keptTraining(locals.supabase, params.training));
    return orFormMessage(values, async () =>
      redirect(303, `/trainings/${await copyTraining(locals.supabase, from, parsed.data)}?planned`)
    );
  }
};
