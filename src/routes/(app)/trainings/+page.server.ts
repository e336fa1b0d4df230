import { orErrorPage } from '$lib/server/errors';
import { myTrainings } from '$lib/training/delivery/server/store';
import { inOrder } from '$lib/training/delivery/training';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  ...inOrder(await orErrorPage(myTrainings(locals.supabase, Date.now()))),
  deleted: url.searchParams.has('deleted')
});
