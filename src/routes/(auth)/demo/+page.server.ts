import { error, redirect } from '@sveltejs/kit';
import { demoPassword, demoPeople, isDemoRole } from '$lib/teams/demo';
import { returnAddress } from '$lib/teams/returnAddress';
import { signIn, signOut } from '$lib/teams/server/accounts';
import type { Actions, PageServerLoad } from './$types';

const onlyInTheDemo = (demo: boolean) => {
  if (!demo) error(404);
};

export const load: PageServerLoad = ({ locals }) => onlyInTheDemo(locals.demo);

export const actions = {
  default: async ({ request, locals }) => {
    onlyInTheDemo(locals.demo);
    const data = await request.formData();
    const role = data.get('as');
    if (!isDemoRole(role)) redirect(303, '/demo');
    if (locals.person) await signOut(locals.supabase, 'local');
    await signIn(locals.supabase, demoPeople[role], demoPassword);
    redirect(303, returnAddress(String(data.get('next') ?? '')) ?? '/home');
  }
} satisfies Actions;
