import { fail } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { orFormMessage } from '$lib/server/errors';
import { qrPicture } from '$lib/teams/qr';
import { organisationInviteSchema } from '$lib/teams/schema';
import { adminOnly } from '$lib/teams/server/adminOnly';
import { makeLink } from '$lib/teams/server/links';
import { ownTimeZone } from '$lib/teams/timeZone';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
  adminOnly((await parent()).organisation);
  return { key: randomUUID(), zone: ownTimeZone() };
};

export const actions = {
  default: async ({ request, locals, params, url }) => {
    const data = await request.formData();
    const values = typedValues(data);
    const parsed = organisationInviteSchema.safeParse(Object.fromEntries(data));
    if (!parsed.success) return fail(400, { values, errors: fieldErrors(parsed.error) });
    return orFormMessage(values, async () => {
      const key = `${locals.person?.id} ${params.organisation} ${values.key}`;
      const link = { organisationId: params.organisation, teamId: null, ...parsed.data };
      const { secret, expiresAt } = await makeLink(locals.supabase, key, link, Date.now());
      const address = `${url.origin}/join/${secret}`;
      return { made: { address, picture: qrPicture(address), expiresAt, role: link.role, maxUses: link.maxUses } };
    });
  }
} satisfies Actions;
