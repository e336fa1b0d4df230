import { fail, redirect } from '@sveltejs/kit';
import { nextWeekday } from '$lib/agenda/clock';
import { newId } from '$lib/agenda/item';
import { plannedItems } from '$lib/circles/plan';
import { planCircleSchema } from '$lib/circles/schema';
import { circlesOf, planCircle } from '$lib/circles/server/store';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { team, isLead } = await found(circlesOf(locals.supabase, params.team, locals.person?.id ?? ''));
  if (!isLead) redirect(303, `/teams/${team.id}`);
  return {
    team,
    defaults: { date: nextWeekday(Date.now(), team.timeZone), time: '10:00', timeZone: team.timeZone, key: newId() }
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const parsed = planCircleSchema.safeParse(Object.fromEntries(form));
    if (!parsed.success) return fail(400, { values: typedValues(form), errors: fieldErrors(parsed.error) });
    const circle = parsed.data;
    return orFormMessage(typedValues(form), async () => {
      const items = plannedItems(circle.template, circle.minutes);
      const id = await planCircle(locals.supabase, params.team, circle, items);
      redirect(303, `/circles/${id}?planned`);
    });
  }
};
