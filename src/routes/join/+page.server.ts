import { fail, redirect } from '@sveltejs/kit';
import { pastedLinkSchema } from '$lib/teams/schema';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions } from './$types';

export const actions = {
  default: async ({ request }) => {
    const data = await request.formData();
    const parsed = pastedLinkSchema.safeParse(Object.fromEntries(data));
    if (!parsed.success) return fail(400, { values: typedValues(data), errors: fieldErrors(parsed.error) });
    redirect(303, `/join/${parsed.data.link}`);
  }
} satisfies Actions;
