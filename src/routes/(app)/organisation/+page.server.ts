import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Most people belong to one organisation and go straight to it; the others choose. */
export const load: PageServerLoad = async ({ parent }) => {
  const { organisations } = await parent();
  if (organisations.length === 1) redirect(303, `/organisation/${organisations[0]?.id}`);
};
