import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { found } from '$lib/server/found';
import { activeLinks } from '$lib/teams/joinLink';
import { linkSchema, memberRoleSchema, memberSchema, teamSchema } from '$lib/teams/schema';
import { formAction } from '$lib/teams/server/formAction';
import { revokeLink } from '$lib/teams/server/links';
import { changeTeam, loadTeamWithMembers, removeMember, setRole } from '$lib/teams/server/members';
import { timeZoneOptions } from '$lib/teams/timeZone';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const team = await found(loadTeamWithMembers(locals.supabase, params.team));
  return {
    team: { ...team, links: activeLinks(team.links, Date.now()) },
    zones: timeZoneOptions(team.timeZone),
    started: url.searchParams.has('started')
  };
};

export const actions = {
  role: formAction('member', memberRoleSchema, ({ locals, params }: RequestEvent, { person, role }) =>
    setRole(locals.supabase, params.team, person, role)
  ),
  remove: formAction('member', memberSchema, ({ locals, params }: RequestEvent, { person }) =>
    removeMember(locals.supabase, params.team, person)
  ),
  leave: formAction('leave', z.object({}), async ({ locals, params }: RequestEvent) => {
    await removeMember(locals.supabase, params.team, locals.person?.id ?? '');
    redirect(303, '/home?left=1');
  }),
  revoke: formAction('link', linkSchema, ({ locals }: RequestEvent, { link }) =>
    revokeLink(locals.supabase, link, Date.now())
  ),
  change: formAction('team', teamSchema, ({ locals, params }: RequestEvent, given) =>
    changeTeam(locals.supabase, params.team, given.team, given.timeZone)
  )
} satisfies Actions;
