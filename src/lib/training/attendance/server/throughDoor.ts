import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { orFormMessage } from '$lib/server/errors';
import * as m from '$lib/paraglide/messages';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import { countSignUps } from '../../places/server/tries.ts';
import { forgetTyped, keepTyped } from './doorVisit.ts';

// A whole room comes in from one network.
const mayTry = countSignUps();

const refusals = {
  closed: [409, m.training_attendance_door_closed],
  over: [409, m.training_attendance_door_over],
  unknown: [404, m.training_attendance_door_unknown],
  full: [409, m.training_attendance_door_full]
} as const;

/** An action of the door. Who is in is sent back to the page, which says so as often as it is loaded. */
export function throughDoor<T extends Record<string, string>, E extends RequestEvent>(
  which: string,
  schema: z.ZodType<T>,
  enter: (event: E, typed: T) => Promise<'in' | 'closed' | 'unknown' | 'full'>
) {
  return async (event: E) => {
    const data = await event.request.formData();
    const values = { ...typedValues(data), which };
    const parsed = schema.safeParse(Object.fromEntries(data));
    if (!parsed.success) return fail(400, { values, errors: fieldErrors(parsed.error) });
    return orFormMessage(values, async () => {
      mayTry(event.getClientAddress(), Date.now());
      const outcome = await enter(event, parsed.data);
      // The code ran out while they typed.
      const over = outcome === 'closed' && Object.keys(parsed.data).length > 0;
      if (over) await keepTyped(event, { ...parsed.data, which });
      else forgetTyped(event);
      if (outcome === 'in') redirect(303, event.url.pathname);
      const [status, sentence] = refusals[over ? 'over' : outcome];
      return fail(status, { values, errors: {}, message: sentence() });
    });
  };
}
