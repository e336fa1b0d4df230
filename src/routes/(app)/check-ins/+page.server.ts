import { myRounds, tokensToHold } from '$lib/checkins/server/memberStore';
import { orErrorPage } from '$lib/server/errors';
import { running } from '$lib/server/theBackend';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const person = locals.person?.id ?? '';
  const rounds = await orErrorPage(myRounds(locals.supabase, person, Date.now()));
  const { env } = await running();
  return { rounds, tokens: tokensToHold(rounds, person, env) };
};
