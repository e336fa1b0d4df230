import { error, json } from '@sveltejs/kit';
import { boxClient, publicKeys } from '$lib/ballots/server/ballotBox';
import { isRoundId } from '$lib/ballots/server/keyStore';
import * as m from '$lib/paraglide/messages';
import { running } from '$lib/server/theBackend';
import type { RequestHandler } from './$types';

/**
 * The public keys of a round, for anybody, the same for everybody: `{ round, sign: { key, fingerprint }, seal: { key, fingerprint } }`, keys as
 * SubjectPublicKeyInfo in base64url, fingerprints their SHA-256 in hex. No session is looked at: a device that asks here is told no key of its own.
 */
export const GET: RequestHandler = async ({ params }) => {
  const { backend } = await running();
  const keys = isRoundId(params.round) ? await publicKeys(boxClient(backend), params.round) : null;
  if (!keys) error(404, { message: m.server_not_found(), id: '' });
  return json({ round: params.round, ...keys }, { headers: { 'cache-control': 'no-store' } });
};
