import { wallClock } from '$lib/agenda/clock';
import { orErrorPage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { running } from '$lib/server/theBackend';
import { loadOwnFrame } from '$lib/teams/server/frame';
import { rememberPlace } from '$lib/training/attendance/server/doorCookie';
import { ownPlace, tokensOfPlace } from '$lib/training/places/server/ownPage';
import { privatePage } from '$lib/training/places/server/privatePage';
import { shownPlace } from '$lib/training/places/shownPlace';
import type { LayoutServerLoad } from './$types';

/** The address opens the place; by its id only the one it belongs to does. An unknown or ended address is like any that leads nowhere. */
export const load: LayoutServerLoad = async ({ locals, params, cookies, url, setHeaders }) => {
  setHeaders(privatePage(locals.person));
  const [own, frame, { env }] = await Promise.all([
    found(ownPlace(locals.supabase, params.place)),
    orErrorPage(loadOwnFrame(locals.supabase, locals.person)),
    running()
  ]);
  await rememberPlace({ cookies, url }, params.place);
  return {
    frame,
    own: shownPlace(own),
    today: wallClock(Date.now(), own.training.timeZone).date,
    tokens: tokensOfPlace(own, params.place, env)
  };
};
