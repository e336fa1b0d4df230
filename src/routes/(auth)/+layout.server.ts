import { orErrorPage } from '$lib/server/errors';
import { returnAddress } from '$lib/teams/returnAddress';
import { loadOwnFrame } from '$lib/teams/server/frame';
import type { LayoutServerLoad } from './$types';

/** Where to go afterwards, when it is a page of this site, whether the demo runs here, and the frame of a person who is in. */
export const load: LayoutServerLoad = async ({ locals, url }) => ({
  demo: locals.demo,
  next: returnAddress(url.searchParams.get('next')),
  frame: await orErrorPage(loadOwnFrame(locals.supabase, locals.person))
});
