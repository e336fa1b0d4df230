import { orErrorPage } from '$lib/server/errors';
import { loadOwnFrame } from '$lib/teams/server/frame';
import type { LayoutServerLoad } from './$types';

/** Whether the embedded demo runs here, and the frame of a person who is signed in; visitors cost no query. */
export const load: LayoutServerLoad = async ({ locals }) => {
  const frame = await orErrorPage(loadOwnFrame(locals.supabase, locals.person));
  return { demo: locals.demo, signedIn: frame !== null, frame };
};
