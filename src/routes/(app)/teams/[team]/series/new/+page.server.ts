import { fail, redirect } from '@sveltejs/kit';
import { nextWeekday } from '$lib/agenda/clock';
import { newId } from '$lib/agenda/item';
import { plannedAgenda } from '$lib/circles/plan';
import { templates } from '$lib/circles/template';
import { found } from '$lib/server/found';
import { orFormMessage } from '$lib/server/errors';
import { startSeriesSchema } from '$lib/series/schema';
import { startSeries } from '$lib/series/server/start';
import { seriesOfTeam } from '$lib/series/server/store';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { team, isLead } = await found(seriesOfTeam(locals.supabase, params.team, locals.person?.id ?? ''));
  if (!isLead) redirect(303, `/teams/${team.id}/series`);
  return {
    team,
    defaults: { date: nextWeekday(Date.now(), team.timeZone), time: '10:00', timeZone: team.timeZone, key: newId() }
  };
};

export const actions: Actions = {
  /** Without scripts: the page again, with the dates that what was typed would make. */
  look: async ({ request }) => {
    const form = await request.formData();
    const parsed = startSeriesSchema.safeParse(Object.fromEntries(form));
    return { values: typedValues(form), errors: parsed.success ? {} : fieldErrors(parsed.error) };
  },
  start: async ({ request, locals, params }) => {
    const form = await request.formData();
    const parsed = startSeriesSchema.safeParse(Object.fromEntries(form));
    if (!parsed.success) return fail(400, { values: typedValues(form), errors: fieldErrors(parsed.error) });
    const series = parsed.data;
    return orFormMessage(typedValues(form), async () => {
      const { items, change } = plannedAgenda(templates[series.template], series.minutes);
      redirect(303, `/series/${await startSeries(locals.supabase, params.team, series, items)}?started=${change}`);
    });
  }
};
