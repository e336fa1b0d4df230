import { error, fail } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { retentionSchema } from '$lib/records/schema';
import { changePeriod, retentionOf, retentionWith } from '$lib/records/server/retentionStore';
import { orErrorPage, orFormMessage } from '$lib/server/errors';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

const none = { values: {}, errors: {}, wanted: null, saved: null };

/** The day the job counts in. */
const today = () => new Date().toISOString().slice(0, 10);

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { organisation } = await parent();
  if (!organisation.isAdmin) error(403, { message: m.server_not_allowed(), id: '' });
  const day = today();
  return { today: day, ...(await orErrorPage(retentionOf(locals.supabase, params.organisation, day))) };
};

export const actions: Actions = {
  look: async ({ request, locals, params }) => {
    const form = await request.formData();
    const values = typedValues(form);
    const parsed = retentionSchema.safeParse(Object.fromEntries(form));
    if (!parsed.success) return fail(400, { ...none, values, errors: fieldErrors(parsed.error) });
    const wanted = parsed.data.years;
    return orFormMessage(values, async () => {
      const { years: now } = await retentionOf(locals.supabase, params.organisation, today());
      const leaving = await retentionWith(locals.supabase, params.organisation, { now, wanted }, today());
      return { ...none, wanted: { years: wanted, leaving } };
    });
  },
  save: async ({ request, locals, params }) => {
    const form = await request.formData();
    const values = typedValues(form);
    const parsed = retentionSchema.safeParse(Object.fromEntries(form));
    if (!parsed.success) return fail(400, { ...none, values, errors: fieldErrors(parsed.error) });
    return orFormMessage(values, async () => {
      await changePeriod(locals.supabase, params.organisation, parsed.data.years);
      return { ...none, saved: parsed.data.years };
    });
  }
};
