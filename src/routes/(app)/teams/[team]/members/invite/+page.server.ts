import { error, fail } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { qrPicture } from '$lib/teams/qr';
import { teamInviteSchema } from '$lib/teams/schema';
import { makeLink } from '$lib/teams/server/links';
import { loadTeamWithMembers } from '$lib/teams/server/members';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import * as m from '$lib/paraglide/messages';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const team = await found(loadTeamWithMembers(locals.supabase, params.team));
  const { me, organisations } = await parent();
  const leads = team.members.some(({ id, role }) => id === me.id && role === 'lead');
  const admin = organisations.some(({ id, isAdmin }) => id === team.organisationId && isAdmin);
  if (!leads && !admin) error(403, { message: m.server_not_allowed(), id: '' });
  return {
    team: { id: team.id, name: team.name, organisation: team.organisation, timeZone: team.timeZone },
    organisationId: team.organisationId,
    role: url.searchParams.get('role') === 'lead' ? ('lead' as const) : ('member' as const),
    key: randomUUID()
  };
};

export const actions = {
  default: async ({ request, locals, params, url }) => {
    const data = await request.formData();
    const values = typedValues(data);
    const parsed = teamInviteSchema.safeParse(Object.fromEntries(data));
    if (!parsed.success) return fail(400, { values, errors: fieldErrors(parsed.error) });
    return orFormMessage(values, async () => {
      const { organisationId } = await loadTeamWithMembers(locals.supabase, params.team);
      const key = `${locals.person?.id} ${params.team} ${values.key}`;
      const link = { organisationId, teamId: params.team, ...parsed.data };
      const { secret, expiresAt } = await makeLink(locals.supabase, key, link, Date.now());
      const address = `${url.origin}/join/${secret}`;
      return { made: { address, picture: qrPicture(address), expiresAt, role: link.role, maxUses: link.maxUses } };
    });
  }
} satisfies Actions;
