import { error, fail } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { doorEmailSchema, walkInSchema } from '$lib/training/attendance/schema';
import { comeIn, doorOf, knownAtDoor, walkIn, type Code } from '$lib/training/attendance/server/door';
import { placesOfDevice, rememberPlace } from '$lib/training/attendance/server/doorCookie';
import { writeToVisitor } from '$lib/training/attendance/server/visitor';
import { makeSecret } from '$lib/training/places/server/placeKey';
import { privatePage } from '$lib/training/places/server/privatePage';
import { countSignUps } from '$lib/training/places/server/tries';
import { halfFrom } from '$lib/training/timetable/slot';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

function codeOf({ params }: { params: { training: string; half: string; code: string } }): Code {
  const half = halfFrom(params.half);
  if (!half) error(404, { message: m.server_not_found(), id: '' });
  return { training: params.training, ...half, code: params.code };
}

const known = ({ locals, cookies }: Pick<RequestEvent, 'locals' | 'cookies'>, training: string) =>
  knownAtDoor(locals.supabase, training, placesOfDevice(cookies), locals.person?.id ?? null);

export const load: PageServerLoad = async (event) => {
  event.setHeaders(privatePage(event.locals.person));
  const code = codeOf(event);
  const door = await found(doorOf(event.locals.supabase, code));
  const who = door.open ? await known(event, code.training) : null;
  return { door, name: who?.name ?? null, secret: makeSecret() };
};

// A whole room comes in from one network.
const mayTry = countSignUps();

export const actions = {
  here: (event) =>
    orFormMessage({ which: 'here' }, async () => {
      const code = codeOf(event);
      const who = await known(event, code.training);
      const by = who?.secret ? { secret: who.secret } : { account: true as const };
      return { which: 'here', outcome: await comeIn(event.locals.supabase, code, by), own: null };
    }),
  email: async (event) => {
    const data = await event.request.formData();
    const values = { ...typedValues(data), which: 'email' };
    const parsed = doorEmailSchema.safeParse(Object.fromEntries(data));
    if (!parsed.success) return fail(400, { values, errors: fieldErrors(parsed.error) });
    return orFormMessage(values, async () => {
      mayTry(event.getClientAddress(), Date.now());
      const outcome = await comeIn(event.locals.supabase, codeOf(event), { email: parsed.data.email });
      if (outcome === 'unknown')
        return fail(404, { values, errors: {}, message: m.training_attendance_door_unknown() });
      return { which: 'email', outcome, own: null };
    });
  },
  walkIn: async (event) => {
    const data = await event.request.formData();
    const values = { ...typedValues(data), which: 'walkIn' };
    const parsed = walkInSchema.safeParse(Object.fromEntries(data));
    if (!parsed.success) return fail(400, { values, errors: fieldErrors(parsed.error) });
    return orFormMessage(values, async () => {
      mayTry(event.getClientAddress(), Date.now());
      const answer = await walkIn(event.locals.supabase, codeOf(event), parsed.data);
      if (answer === 'full') return fail(409, { values, errors: {}, message: m.training_attendance_door_full() });
      if (answer === 'closed') return { which: 'walkIn', outcome: 'closed' as const, own: null };
      await rememberPlace(event, parsed.data.secret);
      await writeToVisitor(event.locals.supabase, event.url, parsed.data, Date.now());
      return { which: 'walkIn', outcome: 'here' as const, own: `/place/${parsed.data.secret}` };
    });
  }
} satisfies Actions;
