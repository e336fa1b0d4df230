import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { orErrorPage } from '$lib/server/errors';
import { teamSchema } from '$lib/teams/schema';
import { adminOnly } from '$lib/teams/server/adminOnly';
import { formAction } from '$lib/teams/server/formAction';
import { once } from '$lib/teams/server/once';
import { loadTeams, makeTeam } from '$lib/teams/server/teams';
import { ownTimeZone, timeZoneOptions } from '$lib/teams/timeZone';
import { z } from 'zod';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const makeOnce = once(10 * 60_000);

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  adminOnly((await parent()).organisation);
  return {
    list: await orErrorPage(loadTeams(locals.supabase, params.organisation)),
    zones: timeZoneOptions(),
    zone: ownTimeZone(),
    key: randomUUID()
  };
};

export const actions = {
  make: formAction(
    'make',
    teamSchema.extend({ key: z.string().max(40).default('') }),
    async ({ locals, params }: RequestEvent, { key, team, timeZone }) => {
      const id = await makeOnce(`${locals.person?.id} ${key}`, Date.now(), () =>
        makeTeam(locals.supabase, params.organisation, team, timeZone)
      );
      redirect(303, `/teams/${id}/members/invite?role=lead`);
    }
  )
} satisfies Actions;
