import { z } from 'zod';
import { isRoundId, type KeyStore } from './keyStore.ts';
import { signToken, type Signed, type TakeToken } from './sign.ts';

const asked = z.strictObject({ blinded: z.string().length(342) });
const statuses = { signed_out: 401, other: 409, not_listed: 403, closed: 410, malformed: 400, missing: 503 } as const;
const headers = { 'cache-control': 'no-store' };

/** Answers a browser that asks for a token: `{ blinded }` → `{ signature }`, both 256 bytes as base64url; else `{ status }`. */
export async function tokenAnswer(request: Request, keys: KeyStore, round: string, take: TakeToken): Promise<Response> {
  const body = asked.safeParse(await request.json().catch(() => null));
  if (!body.success || !isRoundId(round)) return tokenRefusal('malformed');
  const signed = await signToken(take, keys, round, body.data.blinded);
  return signed.status === 'signed'
    ? Response.json({ signature: signed.signature }, { headers })
    : tokenRefusal(signed.status);
}

/** Why there is no token. */
export function tokenRefusal(status: Exclude<Signed['status'], 'signed'> | 'signed_out'): Response {
  return Response.json({ status }, { status: statuses[status], headers });
}
