import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { wallClock } from '$lib/agenda/clock';
import { kindOfPath, pathOf } from '$lib/agreements/kind';
import { stateOf } from '$lib/agreements/proposal';
import { nextReview } from '$lib/agreements/review';
import { adoptProposalSchema, remarkSchema, takeBackSchema } from '$lib/agreements/schema';
import { adoptProposal, proposalOf, remark, takeBackRemark, withdrawProposal } from '$lib/agreements/server/proposals';
import { agreementsOf } from '$lib/agreements/server/store';
import { found } from '$lib/server/found';
import { formAction } from '$lib/teams/server/formAction';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const me = locals.person?.id ?? '';
  const kind = kindOfPath(url.pathname);
  const { team, isLead, versions } = await found(agreementsOf(locals.supabase, params.team, me, kind));
  const proposal = await found(proposalOf(locals.supabase, params.team, kind, params.proposal));
  const now = versions[0]?.version ?? 0;
  const state = stateOf(proposal, now);
  const waits = state === 'open' || state === 'stale';
  return {
    team,
    kind,
    proposal,
    state,
    now,
    reviewOn: nextReview(versions[0]?.reviewOn ?? null, wallClock(Date.now(), team.timeZone).date),
    me,
    mayAdopt: isLead && state === 'open',
    mayWithdraw: waits && (isLead || proposal.byId === me),
    isNew: url.searchParams.has('new')
  };
};

export const actions = {
  remark: formAction('remark', remarkSchema, ({ locals, params }: RequestEvent, { text }) =>
    remark(locals.supabase, params.team, params.proposal, text)
  ),
  takeBack: formAction('takeBack', takeBackSchema, ({ locals, params }: RequestEvent, given) =>
    takeBackRemark(locals.supabase, params.proposal, given.remark)
  ),
  adopt: formAction('adopt', adoptProposalSchema, async ({ locals, params, url }: RequestEvent, { reviewOn }) => {
    await adoptProposal(locals.supabase, params.proposal, reviewOn);
    redirect(303, `${pathOf(params.team, kindOfPath(url.pathname))}?adopted`);
  }),
  withdraw: formAction('withdraw', z.object({}), ({ locals, params }: RequestEvent) =>
    withdrawProposal(locals.supabase, params.proposal)
  )
} satisfies Actions;
