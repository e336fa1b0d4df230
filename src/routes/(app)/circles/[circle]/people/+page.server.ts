import { fail } from '@sveltejs/kit';
import { readRoles } from '$lib/circles/roles/roleForm';
import { saveRoles } from '$lib/circles/server/roles';
import { wholeCircle } from '$lib/circles/server/whole';
import { takesPlans } from '$lib/circles/state';
import * as m from '$lib/paraglide/messages';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const circle = await found(wholeCircle(locals.supabase, params.circle, locals.person?.id ?? ''));
  return { circle, changes: circle.isLead && takesPlans(circle.state) };
};

export const actions = {
  save: async ({ request, locals, params }) => {
    const form = await request.formData();
    const values = typedValues(form);
    const circle = await found(wholeCircle(locals.supabase, params.circle, locals.person?.id ?? ''));
    const trouble = (status: number, message: string) => fail(status, { values, errors: {}, message });
    if (!circle.isLead) return trouble(403, m.circles_lead_only());
    if (!takesPlans(circle.state)) return trouble(409, m.circles_roles_closed());
    return orFormMessage(values, async () => {
      await saveRoles(locals.supabase, circle, readRoles(form, circle.members));
      return { saved: true };
    });
  }
} satisfies Actions;
