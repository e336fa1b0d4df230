import { fail } from '@sveltejs/kit';
import { debriefSchema } from '$lib/circles/debrief/schema';
import { debriefOf, writeDebrief } from '$lib/circles/server/debrief';
import { wholeCircle } from '$lib/circles/server/whole';
import * as m from '$lib/paraglide/messages';
import { orFormMessage, RuleBroken } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const here = ({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) =>
  found(wholeCircle(locals.supabase, params.circle, locals.person?.id ?? ''));

export const load: PageServerLoad = async (event) => {
  const { id, title, state, timeZone, isLead, debriefs } = await here(event);
  return {
    circle: { id, title, state, timeZone, isLead, debriefs },
    me: event.locals.person?.id ?? '',
    // Not asked for where it would be empty: a policy shows these words to nobody else.
    notes: debriefs ? await debriefOf(event.locals.supabase, id) : []
  };
};

export const actions = {
  write: async (event) => {
    const form = await event.request.formData();
    const values = typedValues(form);
    const parsed = debriefSchema.safeParse(Object.fromEntries(form));
    if (!parsed.success) return fail(400, { values, errors: fieldErrors(parsed.error) });
    const words = parsed.data;
    return orFormMessage(values, async () => {
      const circle = await here(event);
      if (circle.state === 'planned') throw new RuleBroken(409, 'circle_state', m.circles_debrief_planned());
      await writeDebrief(event.locals.supabase, circle, event.locals.person?.id ?? '', words);
      return { saved: words.moment, empty: words.text === '' };
    });
  }
} satisfies Actions;
