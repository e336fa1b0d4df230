import { redirect } from '@sveltejs/kit';
import { found } from '$lib/server/found';
import { belongingsOf } from '$lib/series/belonging';
import { isHeld } from '$lib/series/series';
import { wholeSeries } from '$lib/series/server/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const series = await found(wholeSeries(locals.supabase, params.series, locals.person?.id ?? ''));
  if (!series.keeps) redirect(303, `/series/${series.id}`);
  const held = series.meetings.filter(isHeld);
  const { attendance: _attendance, placed: _placed, roles: _roles, ...shown } = series;
  return {
    series: shown,
    people: belongingsOf(series),
    held: held.length,
    notTaken: held.filter(({ id }) => !series.taken.includes(id)).length
  };
};
