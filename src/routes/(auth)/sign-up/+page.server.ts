import { fail, redirect } from '@sveltejs/kit';
import { orFormMessage } from '$lib/server/errors';
import { nextQuery, returnAddress } from '$lib/teams/returnAddress';
import { signUpSchema } from '$lib/teams/schema';
import { signUp } from '$lib/teams/server/accounts';
import { mustBeAllowed } from '$lib/teams/server/tries';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { next } = await parent();
  if (locals.person) redirect(303, next ?? '/home');
};

export const actions = {
  default: async ({ request, locals, url, getClientAddress }) => {
    const data = await request.formData();
    const values = typedValues(data);
    const parsed = signUpSchema.safeParse(Object.fromEntries(data));
    if (!parsed.success) return fail(400, { values, errors: fieldErrors(parsed.error) });
    const next = returnAddress(url.searchParams.get('next'));
    return orFormMessage(values, async () => {
      mustBeAllowed('signUp', parsed.data.email, getClientAddress(), Date.now());
      const signedIn = await signUp(locals.supabase, parsed.data);
      // Where the backend wants the address confirmed, a code is on its way.
      redirect(303, signedIn ? (next ?? '/home') : `/sign-in/code?have=1${nextQuery(next, '&')}`);
    });
  }
} satisfies Actions;
