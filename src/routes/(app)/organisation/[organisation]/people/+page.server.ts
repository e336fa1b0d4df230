import { orErrorPage } from '$lib/server/errors';
import { activeLinks } from '$lib/teams/joinLink';
import { linkSchema, memberSchema, standingSchema } from '$lib/teams/schema';
import { adminOnly } from '$lib/teams/server/adminOnly';
import { formAction } from '$lib/teams/server/formAction';
import { revokeLink } from '$lib/teams/server/links';
import { giveStanding, leaveOrganisation, loadPeople } from '$lib/teams/server/organisation';
import { ownTimeZone } from '$lib/teams/timeZone';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  adminOnly((await parent()).organisation);
  const { people, links } = await orErrorPage(loadPeople(locals.supabase, params.organisation));
  return { people, links: activeLinks(links, Date.now()), zone: ownTimeZone() };
};

export const actions = {
  standing: formAction('person', standingSchema, ({ locals, params }: RequestEvent, { person, standing, given }) =>
    giveStanding(locals.supabase, params.organisation, person, standing, given === 'yes')
  ),
  remove: formAction('person', memberSchema, ({ locals, params }: RequestEvent, { person }) =>
    leaveOrganisation(locals.supabase, params.organisation, person)
  ),
  revoke: formAction('link', linkSchema, ({ locals }: RequestEvent, { link }) =>
    revokeLink(locals.supabase, link, Date.now())
  )
} satisfies Actions;
