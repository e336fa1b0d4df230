import { fail } from '@sveltejs/kit';
import { agendaOf } from '$lib/agenda/server/store';
import { plannedForOtherDay } from '$lib/circles/circle';
import { moveCircle } from '$lib/circles/server/store';
import { wholeCircle } from '$lib/circles/server/whole';
import { isCircleState, mayBecome } from '$lib/circles/state';
import * as m from '$lib/paraglide/messages';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const circle = await found(wholeCircle(locals.supabase, params.circle, locals.person?.id ?? ''));
  return {
    circle,
    agenda: await agendaOf(locals.supabase, circle.id),
    planned: url.searchParams.has('planned'),
    otherDay: plannedForOtherDay(circle, Date.now())
  };
};

export const actions: Actions = {
  state: async ({ request, locals, params }) => {
    const to = String((await request.formData()).get('to'));
    const circle = await found(wholeCircle(locals.supabase, params.circle, locals.person?.id ?? ''));
    const trouble = (status: number, message: string) => fail(status, { values: {}, errors: {}, message });
    if (!circle.isLead) return trouble(403, m.circles_lead_only());
    // Sent twice, or done by another lead in the meantime: the wish is fulfilled.
    if (circle.state === to) return { moved: circle.state };
    if (!isCircleState(to) || !mayBecome(circle.state, to)) return trouble(409, m.circles_state_changed());
    return orFormMessage({}, async () => {
      await moveCircle(locals.supabase, circle, to, Date.now());
      return { moved: to };
    });
  }
};
