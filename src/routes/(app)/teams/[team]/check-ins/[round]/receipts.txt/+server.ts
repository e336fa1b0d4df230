import { receiptsOf } from '$lib/checkins/server/answerStore';
import { found } from '$lib/server/found';
import type { RequestHandler } from './$types';

/** The receipts of a round, one a line, for whoever wants to look for their own by hand. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const receipts = await found(receiptsOf(locals.supabase, params.team, params.round));
  return new Response(`${receipts.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
