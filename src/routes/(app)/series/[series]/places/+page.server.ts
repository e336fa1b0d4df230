import { fail, redirect } from '@sveltejs/kit';
import { wallClock } from '$lib/agenda/clock';
import * as m from '$lib/paraglide/messages';
import { found } from '$lib/server/found';
import { belongingsOf } from '$lib/series/belonging';
import { dayOf } from '$lib/circles/circle';
import { placesOf } from '$lib/series/place';
import { addPlaceSchema, admitSchema, leavingSchema, placeSchema } from '$lib/series/schema';
import { intakeAhead } from '$lib/series/series';
import { admit, askForPlaces, backInLine, noteLeaving, stepOut } from '$lib/series/server/places';
import { wholeSeries } from '$lib/series/server/store';
import { formAction } from '$lib/teams/server/formAction';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const whole = ({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) =>
  found(wholeSeries(locals.supabase, params.series, locals.person?.id ?? ''));

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const series = await whole({ locals, params });
  if (!series.keeps || series.places === null) redirect(303, `/series/${series.id}`);
  const people = belongingsOf(series);
  const today = wallClock(Date.now(), series.timeZone).date;
  const { waiting, free } = placesOf(series.placed, series.places);
  const inIt = new Set(series.placed.map(({ person }) => person));
  return {
    series: { ...series, places: series.places, attendance: [], placed: [], roles: {} },
    taken: people.filter(({ span }) => span.until === null),
    left: people.filter(({ span }) => span.until !== null),
    waiting,
    free,
    notYet: series.members.filter(({ id }) => !inIt.has(id)).map(({ id, name }) => ({ id, name })),
    today,
    intake: intakeAhead(
      series,
      today,
      series.placed.map(({ joinedOn }) => joinedOn),
      free
    ),
    joined: { count: Number(url.searchParams.get('joined') ?? -1), on: url.searchParams.get('on') ?? '' }
  };
};

export const actions = {
  add: formAction('add', addPlaceSchema, async (event: RequestEvent, { person, names }) => {
    const { id, team } = await whole(event);
    await askForPlaces(event.locals.supabase, { series: id, team: team.id, person: person || null, names });
  }),
  admit: formAction('admit', admitSchema, async ({ locals, params }: RequestEvent, { on }) => {
    const joined = await admit(locals.supabase, params.series, on);
    redirect(303, `/series/${params.series}/places?joined=${joined}&on=${on}`);
  }),
  leave: async (event: RequestEvent) => {
    const request = event.request.clone();
    const values = Object.fromEntries((await request.formData()).entries()) as Record<string, string>;
    const { placed, timeZone } = await whole(event);
    const joined = placed.find(({ id }) => id === values.place)?.joinedOn;
    const today = wallClock(Date.now(), timeZone).date;
    if (joined && values.on && (values.on < joined || values.on > today)) {
      const errors = { on: m.series_error_left_early({ joined: dayOf(joined) }) };
      return fail(400, { which: 'leave', done: false, values, errors });
    }
    return formAction('leave', leavingSchema, ({ locals, params }: RequestEvent, { place, on }) =>
      noteLeaving(locals.supabase, params.series, place, on)
    )(event);
  },
  undo: formAction('undo', placeSchema, ({ locals, params }: RequestEvent, { place }) =>
    noteLeaving(locals.supabase, params.series, place, null)
  ),
  back: formAction('back', placeSchema, ({ locals }: RequestEvent, { place }) => backInLine(locals.supabase, place)),
  remove: formAction('remove', placeSchema, ({ locals, params }: RequestEvent, { place }) =>
    stepOut(locals.supabase, params.series, place)
  )
} satisfies Actions;
