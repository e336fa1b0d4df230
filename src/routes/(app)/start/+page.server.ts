import { fail, redirect } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { orFormMessage } from '$lib/server/errors';
import { startSchema } from '$lib/teams/schema';
import { startOrganisation } from '$lib/teams/server/home';
import { once } from '$lib/teams/server/once';
import { ownTimeZone, timeZoneOptions } from '$lib/teams/timeZone';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

const startOnce = once(10 * 60_000);

export const load: PageServerLoad = () => ({ zones: timeZoneOptions(), zone: ownTimeZone(), key: randomUUID() });

export const actions = {
  default: async ({ request, locals }) => {
    const data = await request.formData();
    const values = typedValues(data);
    const parsed = startSchema.safeParse(Object.fromEntries(data));
    if (!parsed.success) return fail(400, { values, errors: fieldErrors(parsed.error) });
    return orFormMessage(values, async () => {
      const key = `${locals.person?.id} ${values.key}`;
      const team = await startOnce(key, Date.now(), () => startOrganisation(locals.supabase, parsed.data));
      redirect(303, `/teams/${team}/members?started=1`);
    });
  }
} satisfies Actions;
