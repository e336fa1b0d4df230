import { redirect } from '@sveltejs/kit';
import { orErrorPage, orFormMessage } from '$lib/server/errors';
import { isJoinSecret } from '$lib/teams/joinSecret';
import { joinByLink, lookAtLink } from '$lib/teams/server/links';
import type { Actions, PageServerLoad } from './$types';

// The secret stands in the address. It leaves the page in no Referer header: the whole site sends those to itself only
// ("same-origin"; "no-referrer" would also take the Origin header away that guards forms).
export const load: PageServerLoad = async ({ locals, params }) => {
  const back = `/join/${params.token}`;
  // What cannot be a secret is unknown to everybody; anything else is told to people who are signed in.
  if (!isJoinSecret(params.token)) return { back, look: { status: 'unknown' as const } };
  if (!locals.person) return { back, look: null };
  return { back, look: await orErrorPage(lookAtLink(locals.supabase, params.token)) };
};

export const actions = {
  default: async ({ locals, params }) => {
    const { person } = locals;
    if (!person) redirect(303, `/sign-in?next=${encodeURIComponent(`/join/${params.token}`)}`);
    return orFormMessage({}, async () => {
      const look = await joinByLink(locals.supabase, person.id, params.token, Date.now());
      // The page says in words why not.
      if (look.status !== 'ok') redirect(303, `/join/${params.token}`);
      redirect(303, look.teamId ? `/teams/${look.teamId}?joined=1` : '/organisation');
    });
  }
} satisfies Actions;
