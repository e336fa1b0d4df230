import { fail, redirect } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { found } from '$lib/server/found';
import { orFormMessage } from '$lib/server/errors';
import { rolesIn, sameRoles } from '$lib/series/rolesForm';
import { setSeriesRoles } from '$lib/series/server/roles';
import { wholeSeries } from '$lib/series/server/store';
import { typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function ledSeries({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
  const series = await found(wholeSeries(locals.supabase, params.series, locals.person?.id ?? ''));
  if (!series.isLead) redirect(303, `/series/${series.id}`);
  const planned = series.meetings.filter(({ state }) => state === 'planned').map(({ id }) => id);
  return { series, planned };
}

export const load: PageServerLoad = async (event) => {
  const { series, planned } = await ledSeries(event);
  const roles = series.roles[planned[0] ?? ''] ?? [];
  const { attendance: _attendance, placed: _placed, roles: all, members, ...shown } = series;
  return {
    series: shown,
    members: members.map(({ id, name }) => ({ id, name })),
    planned: planned.length,
    roles,
    differ: planned.some((id) => !sameRoles(all[id] ?? [], roles))
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const values = typedValues(form);
    const { series, planned } = await ledSeries(event);
    const roles = rolesIn(form, series.members);
    if (planned.length === 0) return fail(409, { values, errors: {}, message: m.series_error_roles_none() });
    if (!roles.some(({ role }) => role === 'facilitator'))
      return fail(400, { values, errors: {}, message: m.series_error_facilitator() });
    return orFormMessage(values, async () => ({
      saved: await setSeriesRoles(event.locals.supabase, series.id, roles, planned)
    }));
  }
};
