import { keyStoreOf } from '$lib/ballots/server/keyStore';
import { tokenAnswer, tokenRefusal } from '$lib/ballots/server/tokenAnswer';
import { running } from '$lib/server/theBackend';
import { takeEvaluationToken } from '$lib/training/evaluation/server/evaluationToken';
import { placeKey } from '$lib/training/places/server/placeKey';
import type { RequestHandler } from './$types';

/** Signs one blinded token for a place that is asked. The address opens the place; by its id only the one it belongs to does. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
  const key = placeKey(params.place);
  if (!key) return tokenRefusal('not_listed');
  const { env } = await running();
  const take = takeEvaluationToken(locals.supabase, key, params.evaluation);
  return tokenAnswer(request, keyStoreOf(env), params.evaluation, take);
};
