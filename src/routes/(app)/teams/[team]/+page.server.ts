import { waitingProposals } from '$lib/agreements/server/proposals';
import { unreadAgreements } from '$lib/agreements/server/store';
import { wallClock } from '$lib/agenda/clock';
import { byState } from '$lib/circles/circle';
import { circlesOf } from '$lib/circles/server/store';
import { actionsOfTeam } from '$lib/records/server/actionStore';
import { found } from '$lib/server/found';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const personId = locals.person?.id ?? '';
  const { team, isLead, circles } = await found(circlesOf(locals.supabase, params.team, personId));
  const [unread, waiting, whole] = await Promise.all([
    unreadAgreements(locals.supabase, personId, team.id),
    waitingProposals(locals.supabase, personId, team.id),
    actionsOfTeam(locals.supabase, team.id, personId)
  ]);
  return {
    team,
    isLead,
    circles: byState(circles),
    unread,
    waiting,
    actions: whole?.actions ?? [],
    today: wallClock(Date.now(), team.timeZone).date,
    removed: url.searchParams.has('removed')
  };
};
