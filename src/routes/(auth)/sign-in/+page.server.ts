import { fail, redirect } from '@sveltejs/kit';
import { orFormMessage } from '$lib/server/errors';
import { returnAddress } from '$lib/teams/returnAddress';
import { signInSchema } from '$lib/teams/schema';
import { signIn } from '$lib/teams/server/accounts';
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
    const parsed = signInSchema.safeParse(Object.fromEntries(data));
    if (!parsed.success) return fail(400, { values, errors: fieldErrors(parsed.error) });
    return orFormMessage(values, async () => {
      const { email, password } = parsed.data;
      mustBeAllowed('password', email, getClientAddress(), Date.now());
      await signIn(locals.supabase, email, password);
      redirect(303, returnAddress(url.searchParams.get('next')) ?? '/home');
    });
  }
} satisfies Actions;
