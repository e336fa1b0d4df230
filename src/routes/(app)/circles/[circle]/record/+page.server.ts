import { recordOf } from '$lib/records/server/recordStore';
import { found } from '$lib/server/found';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  ...(await found(recordOf(locals.supabase, params.circle, locals.person?.id ?? ''))),
  saved: url.searchParams.has('saved'),
  /** Whether the note on how people seemed is printed too. */
  withNote: url.searchParams.get('note') === '1'
});
