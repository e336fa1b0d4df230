import { fail, redirect } from '@sveltejs/kit';
import { nextWeekday } from '$lib/agenda/clock';
import { newId } from '$lib/agenda/item';
import { plannedAgenda, startingNow } from '$lib/circles/plan';
import { planCircleSchema } from '$lib/circles/schema';
import { circlesOf, planCircle } from '$lib/circles/server/store';
import { templates } from '$lib/circles/template';
import { sectionTemplate } from '$lib/library/server/sectionTemplate';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { team, isLead } = await found(circlesOf(locals.supabase, params.team, locals.person?.id ?? ''));
  if (!isLead) redirect(303, `/teams/${team.id}`);
  // Another page may have named the circle that fits.
  const asked = url.searchParams.get('template') ?? '';
  const fromLibrary = await sectionTemplate(locals.supabase, team.id, asked);
  return {
    team,
    fromLibrary,
    template: Object.hasOwn({ ...fromLibrary, ...templates }, asked) ? asked : undefined,
    defaults: { date: nextWeekday(Date.now(), team.timeZone), time: '10:00', timeZone: team.timeZone, key: newId() }
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const known = {
      ...(await sectionTemplate(locals.supabase, params.team, String(form.get('template')))),
      ...templates
    };
    const parsed = planCircleSchema(known).safeParse(startingNow(Object.fromEntries(form), Date.now()));
    if (!parsed.success) return fail(400, { values: typedValues(form), errors: fieldErrors(parsed.error) });
    const circle = parsed.data;
    return orFormMessage(typedValues(form), async () => {
      const { items, change } = plannedAgenda(circle.template, circle.minutes);
      const id = await planCircle(locals.supabase, params.team, circle, items);
      redirect(303, `/circles/${id}?planned=${change}`);
    });
  }
};
