import { redirect } from '@sveltejs/kit';
import { changePasswordSchema, nameSchema } from '$lib/teams/schema';
import { changePassword, signOut } from '$lib/teams/server/accounts';
import { formAction } from '$lib/teams/server/formAction';
import { changeName } from '$lib/teams/server/frame';
import { mustBeAllowed } from '$lib/teams/server/tries';
import type { Actions, RequestEvent } from './$types';

export const actions = {
  name: formAction('name', nameSchema, ({ locals }: RequestEvent, { name }) =>
    changeName(locals.supabase, locals.person?.id ?? '', name)
  ),
  password: formAction(
    'password',
    changePasswordSchema,
    async ({ locals, getClientAddress }: RequestEvent, { current, password }) => {
      const email = locals.person?.email ?? '';
      mustBeAllowed('password', email, getClientAddress(), Date.now());
      await changePassword(locals.supabase, email, current, password);
    },
    ['password', 'current']
  ),
  everywhere: async ({ locals }) => {
    await signOut(locals.supabase, 'global');
    redirect(303, '/sign-in?out=everywhere');
  }
} satisfies Actions;
