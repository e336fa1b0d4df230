import { randomUUID } from 'node:crypto';
import { wallClock } from '$lib/agenda/clock';
import { teamActionForms } from '$lib/records/server/actionForms';
import { actionsOfTeam } from '$lib/records/server/actionStore';
import { found } from '$lib/server/found';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const whole = await found(actionsOfTeam(locals.supabase, params.team, locals.person?.id ?? ''));
  return { ...whole, today: wallClock(Date.now(), whole.team.timeZone).date, requestKey: randomUUID() };
};

export const actions: Actions = teamActionForms;
