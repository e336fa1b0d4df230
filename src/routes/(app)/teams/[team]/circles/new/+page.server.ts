import { fail, redirect } from '@sveltejs/kit';
import { nextWeekday } from '$lib/agenda/clock';
import { newId } from '$lib/agenda/item';
import { plannedAgenda, startingNow } from '$lib/circles/plan';
import { planCircleSchema } from '$lib/circles/schema';
import { circlesOf, planCircle } from '$lib/circles/server/store';
import { templateKeys } from '$lib/circles/template';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { team, isLead } = await found(circlesOf(locals.supabase, params.team, locals.person?.id ?? ''));
  if (!isLead) redirect(303, `/teams/${team.id}`);
  return {
    team,
    // Another page may have named the circle that fits.
    template: templateKeys.find((key) => key === url.searchParams.get('template')),
    defaults: { date: nextWeekday(Date.now(), team.timeZone), time: '10:00', timeZone: team.timeZone, key: newId() }
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const parsed = planCircleSchema.safeParse(startingNow(Object.fromEntries(form), Date.now()));
    if (!parsed.success) return fail(400, { values: typedValues(form), errors: fieldErrors(parsed.error) });
    const circle = parsed.data;
    return orFormMessage(typedValues(form), async () => {
      const { items, change } = plannedAgenda(circle.template, circle.minutes);
      const id = await planCircle(locals.supabase, params.team, circle, items);
      redirect(303, `/circles/${id}?planned=${change}`);
    });
  }
};
