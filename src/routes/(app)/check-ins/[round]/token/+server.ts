import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { isRoundId, keyStoreOf } from '$lib/checkins/server/keyStore';
import { signToken } from '$lib/checkins/server/sign';
import { running } from '$lib/server/theBackend';
import type { RequestHandler } from './$types';

const asked = z.strictObject({ blinded: z.string().length(342) });
const statuses = { other: 409, not_listed: 403, closed: 410, malformed: 400, missing: 503 } as const;
const noStore = { 'cache-control': 'no-store' };

/** Signs one blinded token for a member on the roster: `{ blinded }` → `{ signature }`, both 256 bytes as base64url; else `{ status }`. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
  const refuse = (status: string, code: number) => json({ status }, { status: code, headers: noStore });
  if (!locals.person) return refuse('signed_out', 401);
  const body = asked.safeParse(await request.json().catch(() => null));
  if (!body.success || !isRoundId(params.round)) return refuse('malformed', 400);
  const { env } = await running();
  const signed = await signToken(locals.supabase, keyStoreOf(env), params.round, body.data.blinded);
  if (signed.status !== 'signed') return refuse(signed.status, statuses[signed.status]);
  return json({ signature: signed.signature }, { headers: noStore });
};
