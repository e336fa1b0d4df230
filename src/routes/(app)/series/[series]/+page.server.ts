import { wallClock } from '$lib/agenda/clock';
import { found } from '$lib/server/found';
import { orFormMessage } from '$lib/server/errors';
import { belongingsOf } from '$lib/series/belonging';
import { sameRoles } from '$lib/series/rolesForm';
import { intakeAhead, progressOf } from '$lib/series/series';
import { askForPlaces, myLine, stepOutMyself } from '$lib/series/server/places';
import { wholeSeries } from '$lib/series/server/store';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const me = locals.person?.id ?? '';
  const series = await found(wholeSeries(locals.supabase, params.series, me));
  const today = wallClock(Date.now(), series.timeZone).date;
  const progress = progressOf(series.meetings);
  const ahead = progress.next ? [progress.next, ...progress.coming] : [];
  const roles = series.roles[(progress.next ?? progress.done.at(-1))?.id ?? ''] ?? [];
  const mine = series.placed.find(({ person }) => person === me) ?? null;
  // Those who keep a series see its whole line, and are asked whether they want a place only if they are in it.
  const takesPart = !series.keeps || series.places === null || mine !== null;
  const inLine = takesPart && series.places !== null && mine?.joinedOn == null;
  const line = inLine ? await myLine(locals.supabase, series.id) : null;
  const joined = series.placed.map(({ joinedOn }) => joinedOn);
  const { members, placed, attendance: _attendance, roles: _roles, ...shown } = series;
  return {
    series: shown,
    progress,
    taken: placed.filter(({ joinedOn, leftOn }) => joinedOn && !leftOn).length,
    waiting: placed.filter(({ joinedOn }) => !joinedOn).length,
    members: members.map(({ id, name }) => ({ id, name })),
    roles,
    rolesDiffer: ahead.some(({ id }) => !sameRoles(series.roles[id] ?? [], roles)),
    takesPart,
    mine,
    standing: belongingsOf(series).find(({ person }) => person === me)?.standing ?? null,
    line,
    // Members know only their own day of joining; those who keep the series see all of them on the page of places.
    intake: intakeAhead(series, today, joined, line?.free ?? 1),
    today,
    started: url.searchParams.get('started')
  };
};

export const actions: Actions = {
  ask: async ({ locals, params }) =>
    orFormMessage({}, async () => {
      const me = locals.person?.id ?? '';
      const { id, team } = await found(wholeSeries(locals.supabase, params.series, me));
      await askForPlaces(locals.supabase, { series: id, team: team.id, person: me, names: [] });
      return { done: 'ask' as const };
    }),
  stepOut: async ({ locals, params }) =>
    orFormMessage({}, async () => {
      await stepOutMyself(locals.supabase, params.series, locals.person?.id ?? '');
      return { done: 'stepOut' as const };
    })
};
