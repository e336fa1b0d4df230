import { fail, redirect } from '@sveltejs/kit';
import { wallClock } from '$lib/agenda/clock';
import { newId } from '$lib/agenda/item';
import { orErrorPage, orFormMessage } from '$lib/server/errors';
import { presetMostMissed } from '$lib/training/delivery/rule';
import { planSchema } from '$lib/training/delivery/schema';
import { likelyZone, offeredCurricula } from '$lib/training/delivery/server/offered';
import { planTraining } from '$lib/training/delivery/server/plan';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { trained, me } = await parent();
  const wanted = url.searchParams.get('organisation');
  const organisation = trained.find(({ id }) => id === wanted) ?? trained[0]!;
  const [offered, timeZone] = await orErrorPage(
    Promise.all([offeredCurricula(locals.supabase, organisation.id), likelyZone(locals.supabase, organisation.id)])
  );
  return {
    organisation,
    offered,
    today: wallClock(Date.now(), timeZone).date,
    defaults: {
      key: newId(),
      organisation: organisation.id,
      morning: '09:30',
      afternoon: '13:15',
      timeZone,
      trainers: me.name,
      places: '20',
      openPlaces: '60',
      makeUpsCount: 'on',
      mostMissed: String(presetMostMissed)
    }
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const values = typedValues(form);
    const parsed = planSchema(Date.now()).safeParse(Object.fromEntries(form));
    if (!parsed.success) return fail(400, { values, errors: fieldErrors(parsed.error) });
    return orFormMessage(values, async () =>
      redirect(303, `/trainings/${await planTraining(locals.supabase, parsed.data)}?planned`)
    );
  }
};
