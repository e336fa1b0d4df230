import { keyStoreOf } from '$lib/ballots/server/keyStore';
import { tokenAnswer, tokenRefusal } from '$lib/ballots/server/tokenAnswer';
import { takeRoundToken } from '$lib/checkins/server/roundToken';
import { running } from '$lib/server/theBackend';
import type { RequestHandler } from './$types';

/** Signs one blinded token for a member on the roster. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
  if (!locals.person) return tokenRefusal('signed_out');
  const { env } = await running();
  return tokenAnswer(request, keyStoreOf(env), params.round, takeRoundToken(locals.supabase, params.round));
};
