import { error, fail } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { scalesOf } from '$lib/checkins/server/scaleStore';
import { scheduleRound, takeBackRound, teamCheckIns } from '$lib/checkins/server/teamStore';
import { ownScale } from '$lib/checkins/scales/ownScale';
import { planOf, scaleChoices } from '$lib/checkins/team/plan';
import { planRoundSchema } from '$lib/checkins/team/schema';
import { rosterFault } from '$lib/checkins/team/teamRound';
import * as m from '$lib/paraglide/messages';
import { orErrorPage, orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const personId = locals.person?.id ?? '';
  const { members, ...whole } = await found(teamCheckIns(locals.supabase, params.team, personId));
  const now = Date.now();
  if (!whole.isLead) return { ...whole, now, personId, plan: null };
  const { organisations } = await parent();
  const organisation = organisations.find(({ id }) => id === whole.team.organisationId);
  const loaded = await orErrorPage(scalesOf(locals.supabase, whole.team.organisationId));
  const plan = {
    ...planOf(whole.rounds, members, organisation ?? null, whole.team.timeZone, now),
    scales: scaleChoices(ownScale, loaded),
    key: randomUUID()
  };
  return { ...whole, now, personId, plan };
};

export const actions: Actions = {
  plan: async ({ request, locals, params }) => {
    const personId = locals.person?.id ?? '';
    const { team, isLead, members } = await found(teamCheckIns(locals.supabase, params.team, personId));
    if (!isLead) error(403, { message: m.server_not_allowed(), id: '' });
    const form = await request.formData();
    const values = typedValues(form);
    const now = Date.now();
    const parsed = planRoundSchema(team.timeZone, now).safeParse(Object.fromEntries(form));
    if (!parsed.success) return fail(400, { values, errors: fieldErrors(parsed.error) });
    if (rosterFault(members, parsed.data.opensAt, now) === 'few_now')
      return fail(409, { values, errors: {}, message: m.checkins_team_few_now() });
    return orFormMessage(values, async () => {
      await scheduleRound(locals.supabase, team.id, parsed.data);
      return { told: 'planned' as const };
    });
  },
  takeBack: async ({ request, locals, params }) => {
    const round = String((await request.formData()).get('round') ?? '');
    return orFormMessage({}, async () => {
      const gone = await takeBackRound(locals.supabase, params.team, round);
      return { told: gone ? ('taken_back' as const) : ('not_taken_back' as const) };
    });
  }
};
