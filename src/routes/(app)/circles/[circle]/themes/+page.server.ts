import { found } from '$lib/server/found';
import { readProgress } from '$lib/themes/server/progressStore';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  found(readProgress(locals.supabase, locals.person?.id ?? '', params.circle));
