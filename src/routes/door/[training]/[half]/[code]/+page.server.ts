import { error } from '@sveltejs/kit';
import { z } from 'zod';
import * as m from '$lib/paraglide/messages';
import { found } from '$lib/server/found';
import { doorEmailSchema, walkInSchema } from '$lib/training/attendance/schema';
import { comeIn, doorOf, walkIn, type Code, type HalfAtDoor } from '$lib/training/attendance/server/door';
import { placesOfDevice, rememberPlace } from '$lib/training/attendance/server/doorCookie';
import { keepNoted, notedHere, typedBefore } from '$lib/training/attendance/server/doorVisit';
import { knownAtDoor } from '$lib/training/attendance/server/knownAtDoor';
import { throughDoor } from '$lib/training/attendance/server/throughDoor';
import { writeToVisitor } from '$lib/training/attendance/server/visitor';
import { makeSecret } from '$lib/training/places/server/placeKey';
import { privatePage } from '$lib/training/places/server/privatePage';
import { halfFrom } from '$lib/training/timetable/slot';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

function codeOf({ params }: { params: { training: string; half: string; code: string } }): Code {
  const half = halfFrom(params.half);
  if (!half) error(404, { message: m.server_not_found(), id: '' });
  return { training: params.training, ...half, code: params.code };
}

const known = ({ locals, cookies }: Pick<RequestEvent, 'locals' | 'cookies'>, training: string, door: HalfAtDoor) =>
  knownAtDoor(locals.supabase, training, door, placesOfDevice(cookies), locals.person?.id ?? null);

export const load: PageServerLoad = async (event) => {
  event.setHeaders(privatePage(event.locals.person));
  const code = codeOf(event);
  const { contacts, ...door } = await found(doorOf(event.locals.supabase, code));
  const who = await known(event, code.training, door);
  return { door, contacts, known: who, noted: notedHere(event), typed: typedBefore(event), secret: makeSecret() };
};

export const actions = {
  here: throughDoor('here', z.object({}), async (event: RequestEvent) => {
    const { supabase } = event.locals;
    const code = codeOf(event);
    const who = await known(event, code.training, await found(doorOf(supabase, code)));
    if (!who) return 'unknown';
    const { outcome } = await comeIn(supabase, code, { page: who.page });
    return outcome === 'here' || outcome === 'already' ? 'in' : outcome;
  }),
  email: throughDoor('email', doorEmailSchema, async (event: RequestEvent, { email }) => {
    const { outcome, late, kind } = await comeIn(event.locals.supabase, codeOf(event), { email });
    if (outcome !== 'here' && outcome !== 'already') return outcome;
    await keepNoted(event, { already: outcome === 'already', late, kind });
    return 'in';
  }),
  walkIn: throughDoor('walkIn', walkInSchema, async (event: RequestEvent, typed) => {
    const outcome = await walkIn(event.locals.supabase, codeOf(event), typed);
    if (outcome !== 'placed') return outcome;
    await rememberPlace(event, typed.secret);
    await writeToVisitor(event.locals.supabase, event.url, typed, Date.now());
    return 'in';
  })
} satisfies Actions;
