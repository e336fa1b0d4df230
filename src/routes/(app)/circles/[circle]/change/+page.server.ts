import { fail, redirect } from '@sveltejs/kit';
import { wallClock } from '$lib/agenda/clock';
import { changeCircleSchema } from '$lib/circles/schema';
import { changeCircle, removeCircle } from '$lib/circles/server/store';
import { wholeCircle } from '$lib/circles/server/whole';
import { takesPlans } from '$lib/circles/state';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const circle = await found(wholeCircle(locals.supabase, params.circle, locals.person?.id ?? ''));
  if (!circle.isLead || !takesPlans(circle.state)) redirect(303, `/circles/${circle.id}`);
  const { title, startsAt, plannedMinutes, timeZone } = circle;
  const clock = wallClock(startsAt ? Date.parse(startsAt) : Date.now(), timeZone);
  return {
    circle: { id: circle.id, title, state: circle.state, team: circle.team },
    values: { title, date: clock.date, time: clock.time, minutes: String(plannedMinutes), timeZone }
  };
};

export const actions: Actions = {
  save: async ({ request, locals, params }) => {
    const form = await request.formData();
    const parsed = changeCircleSchema.safeParse(Object.fromEntries(form));
    if (!parsed.success) return fail(400, { values: typedValues(form), errors: fieldErrors(parsed.error) });
    return orFormMessage(typedValues(form), async () => {
      await changeCircle(locals.supabase, params.circle, parsed.data);
      redirect(303, `/circles/${params.circle}`);
    });
  },
  remove: async ({ locals, params }) => {
    const circle = await found(wholeCircle(locals.supabase, params.circle, locals.person?.id ?? ''));
    return orFormMessage({}, async () => {
      await removeCircle(locals.supabase, circle.id);
      redirect(303, `/teams/${circle.team.id}?removed`);
    });
  }
};
