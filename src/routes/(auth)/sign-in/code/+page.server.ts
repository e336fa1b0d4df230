import { fail, redirect } from '@sveltejs/kit';
import { orFormMessage } from '$lib/server/errors';
import { returnAddress } from '$lib/teams/returnAddress';
import { askForCodeSchema, codeSchema } from '$lib/teams/schema';
import { checkCode, sendCode } from '$lib/teams/server/accounts';
import { mustBeAllowed } from '$lib/teams/server/tries';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { next } = await parent();
  if (locals.person) redirect(303, next ?? '/home');
  return { have: url.searchParams.has('have') };
};

export const actions = {
  send: async ({ request, locals, getClientAddress }) => {
    const data = await request.formData();
    const values = typedValues(data);
    const parsed = askForCodeSchema.safeParse(Object.fromEntries(data));
    if (!parsed.success) return fail(400, { values, errors: fieldErrors(parsed.error) });
    return orFormMessage(values, async () => {
      const { email } = parsed.data;
      mustBeAllowed('letter', email, getClientAddress(), Date.now());
      await sendCode(locals.supabase, email);
      // The same answer whether there is an account or not.
      const kept: Record<string, string> = { email };
      return { step: 'enter' as const, values: kept };
    });
  },
  check: async ({ request, locals, url, getClientAddress }) => {
    const data = await request.formData();
    const values = typedValues(data, ['code']);
    const parsed = codeSchema.safeParse(Object.fromEntries(data));
    if (!parsed.success) return fail(400, { step: 'enter', values, errors: fieldErrors(parsed.error) });
    const answer = await orFormMessage(values, async () => {
      mustBeAllowed('code', parsed.data.email, getClientAddress(), Date.now());
      await checkCode(locals.supabase, parsed.data.email, parsed.data.code);
      redirect(303, returnAddress(url.searchParams.get('next')) ?? '/home');
    });
    return fail(answer.status, { ...answer.data, step: 'enter' as const });
  }
} satisfies Actions;
