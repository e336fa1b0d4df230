import { randomUUID } from 'node:crypto';
import { fail } from '@sveltejs/kit';
import { wallClock } from '$lib/agenda/clock';
import { agendaOf } from '$lib/agenda/server/store';
import { plannedForOtherDay } from '$lib/circles/circle';
import { moveCircle } from '$lib/circles/server/store';
import { wholeCircle } from '$lib/circles/server/whole';
import { isCircleState, isOver, mayBecome } from '$lib/circles/state';
import * as m from '$lib/paraglide/messages';
import { circleActionForms } from '$lib/records/server/actionForms';
import { actionsForCircle } from '$lib/records/server/actionStore';
import { recordOf } from '$lib/records/server/recordStore';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const personId = locals.person?.id ?? '';
  const circle = await found(wholeCircle(locals.supabase, params.circle, personId));
  const [agenda, teamActions, record] = await Promise.all([
    agendaOf(locals.supabase, circle.id),
    actionsForCircle(locals.supabase, circle, { personId, isLead: circle.isLead }),
    isOver(circle.state) ? recordOf(locals.supabase, circle.id, personId) : null
  ]);
  return {
    circle,
    agenda,
    teamActions,
    record: record && { record: record.record, figures: record.figures },
    today: wallClock(Date.now(), circle.team.timeZone).date,
    requestKey: randomUUID(),
    planned: url.searchParams.get('planned'),
    otherDay: plannedForOtherDay(circle, Date.now())
  };
};

export const actions: Actions = {
  ...circleActionForms,
  state: async ({ request, locals, params }) => {
    const to = String((await request.formData()).get('to'));
    const circle = await found(wholeCircle(locals.supabase, params.circle, locals.person?.id ?? ''));
    const trouble = (status: number, message: string) => fail(status, { values: {}, errors: {}, message });
    if (!(to === 'archived' ? circle.isLead : circle.keeps)) return trouble(403, m.circles_lead_only());
    // Sent twice, or done by another lead in the meantime: the wish is fulfilled.
    if (circle.state === to) return { moved: circle.state };
    if (!isCircleState(to) || !mayBecome(circle.state, to)) return trouble(409, m.circles_state_changed());
    return orFormMessage({}, async () => {
      await moveCircle(locals.supabase, circle, to, Date.now());
      return { moved: to };
    });
  }
};
