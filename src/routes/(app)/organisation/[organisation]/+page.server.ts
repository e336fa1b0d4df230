import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { orErrorPage } from '$lib/server/errors';
import { organisationSchema } from '$lib/teams/schema';
import { formAction } from '$lib/teams/server/formAction';
import { changeOrganisation, leaveOrganisation, loadRetention } from '$lib/teams/server/organisation';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const retention = orErrorPage(loadRetention(locals.supabase, params.organisation));
  // Whose organisation this is not, hears so from the layout, and not from the query.
  retention.catch(() => {});
  await parent();
  return { retentionYears: await retention };
};

export const actions = {
  change: formAction('change', organisationSchema, ({ locals, params }: RequestEvent, given) =>
    changeOrganisation(locals.supabase, params.organisation, given)
  ),
  leave: formAction('leave', z.object({}), async ({ locals, params }: RequestEvent) => {
    await leaveOrganisation(locals.supabase, params.organisation, locals.person?.id ?? '');
    redirect(303, '/home?left=1');
  })
} satisfies Actions;
