import { createHash } from 'node:crypto';
import { BlindError } from '../blind/blindError.ts';
import { type Bytes, fromBase64url, toBase64url } from '../blind/bytes.ts';
import type { KeyStore } from './keyStore.ts';

/**
 * `other`: this person or place has a token of this round for another blinded message. `missing`: the server does not find the round's key.
 */
export type Signed =
  { status: 'signed'; signature: string } | { status: 'other' | 'not_listed' | 'closed' | 'malformed' | 'missing' };

/**
 * Notes in the database, as the one who asks, that this round's token is for the blinded message with this SHA-256 (hex). Gives `new`, `same`, `other`,
 * `not_listed` or `closed`.
 */
export type TakeToken = (blindedHash: string) => Promise<string>;

/**
 * The blind signature of a round for one person or place, as base64url; the same one whenever the same blinded message is sent, so that a lost answer can be
 * asked for again. Signs before it notes: a message that cannot be signed must not use up the token, and nothing leaves before it is noted.
 * @param blinded 256 bytes as base64url
 */
export async function signToken(take: TakeToken, keys: KeyStore, round: string, blinded: string): Promise<Signed> {
  const signer = keys.signer(round);
  if (!signer) return { status: 'missing' };
  let bytes: Bytes;
  let signature: string;
  try {
    bytes = fromBase64url(blinded);
    signature = toBase64url(signer.sign(bytes));
  } catch (fault) {
    if (fault instanceof BlindError && fault.reason === 'fault') throw fault;
    return { status: 'malformed' };
  }
  const hash = createHash('sha256').update(bytes).digest('hex');
  const taken = await take(hash);
  if (taken === 'new' || taken === 'same') return { status: 'signed', signature };
  return { status: taken === 'other' || taken === 'not_listed' ? taken : 'closed' };
}
