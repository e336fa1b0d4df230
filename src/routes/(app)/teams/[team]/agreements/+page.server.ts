import { fail } from '@sveltejs/kit';
import { adoptAgreementSchema } from '$lib/agreements/schema';
import { adoptAgreement, agreementsOf } from '$lib/agreements/server/store';
import { starterKeys } from '$lib/agreements/starters';
import * as m from '$lib/paraglide/messages';
import { orFormMessage, RuleBroken } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const agreements = await found(agreementsOf(locals.supabase, params.team, locals.person?.id ?? ''));
  const asked = url.searchParams.get('starter');
  return { ...agreements, starter: starterKeys.find((key) => key === asked) ?? null };
};

export const actions: Actions = {
  adopt: async ({ request, locals, params }) => {
    const form = await request.formData();
    const values = typedValues(form);
    const parsed = adoptAgreementSchema.safeParse(Object.fromEntries(form));
    if (!parsed.success) return fail(400, { values, errors: fieldErrors(parsed.error) });
    const next = parsed.data;
    return orFormMessage(values, async () => {
      const adopted = await adoptAgreement(locals.supabase, params.team, next).catch((broken: unknown) => {
        if (!(broken instanceof RuleBroken) || broken.hint !== 'already_there') throw broken;
        throw new RuleBroken(409, 'already_there', m.agreements_stale({ version: next.current + 1 }));
      });
      return { adopted };
    });
  }
};
