import { fail, redirect } from '@sveltejs/kit';
import { orFormMessage } from '$lib/server/errors';
import { returnAddress } from '$lib/teams/returnAddress';
import { askForCodeSchema, resetSchema } from '$lib/teams/schema';
import { resetPassword, sendResetCode } from '$lib/teams/server/accounts';
import { mustBeAllowed } from '$lib/teams/server/tries';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ have: url.searchParams.has('have') });

export const actions = {
  send: async ({ request, locals, getClientAddress }) => {
    const data = await request.formData();
    const values = typedValues(data);
    const parsed = askForCodeSchema.safeParse(Object.fromEntries(data));
    if (!parsed.success) return fail(400, { values, errors: fieldErrors(parsed.error) });
    return orFormMessage(values, async () => {
      const { email } = parsed.data;
      mustBeAllowed('letter', email, getClientAddress(), Date.now());
      await sendResetCode(locals.supabase, email);
      const kept: Record<string, string> = { email };
      return { step: 'enter' as const, values: kept };
    });
  },
  set: async ({ request, locals, url, getClientAddress }) => {
    const data = await request.formData();
    const values = typedValues(data);
    // Everything is looked at before the code is used, because it works once.
    const parsed = resetSchema.safeParse(Object.fromEntries(data));
    if (!parsed.success) return fail(400, { step: 'enter', values, errors: fieldErrors(parsed.error) });
    const answer = await orFormMessage(values, async () => {
      const { email, code, password } = parsed.data;
      mustBeAllowed('code', email, getClientAddress(), Date.now());
      await resetPassword(locals.supabase, email, code, password);
      redirect(303, returnAddress(url.searchParams.get('next')) ?? '/home?password=new');
    });
    return fail(answer.status, { ...answer.data, step: 'enter' as const });
  }
} satisfies Actions;
