/**
 * A check-in token: a message with a blind signature under its round's key. The message is 32 random bytes, the round's
 * id and a serial of 32 bytes, all drawn on the device; the signer never sees it before it is cast.
 */
import { type Bytes, concat, fromHex, random, type Random, toHex } from './bytes.ts';
import { prepare, type PublicKey, verify } from './client.ts';

const prefixBytes = 32;
const roundBytes = 16;
const serialBytes = 32;

/** The length of every message. */
export const MESSAGE_BYTES = prefixBytes + roundBytes + serialBytes;

/** What a cast's token turned out to be. Only `ok` may be stored, and of it only the nullifier. */
export type TokenCheck = { ok: true; nullifier: string } | { ok: false; reason: 'length' | 'round' | 'signature' };

/** A new message for a round (its UUID). Throws RangeError if that is not 16 bytes of hex. */
export function drawMessage(roundId: string, draw: Random = random): Bytes {
  return prepare(concat(idBytes(roundId), draw(serialBytes)), draw, prefixBytes);
}

/** The parts of a message, or undefined if it does not have the length of one. The round is a UUID in lower case. */
export function parseMessage(message: Uint8Array): { roundId: string; serial: string } | undefined {
  if (message.length !== MESSAGE_BYTES) return undefined;
  const id = toHex(message.subarray(prefixBytes, prefixBytes + roundBytes));
  return {
    roundId: id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    serial: toHex(message.subarray(prefixBytes + roundBytes))
  };
}

/** The number a message is used up by: its SHA-256 in hex (64 digits). Says nothing of the message. */
export function nullifierOf(message: Bytes): Promise<string> {
  return sha256(message);
}

/** Whether a message and signature are a token of this round, and the nullifier if so. `key` is the round's. */
export async function checkToken(
  key: PublicKey,
  roundId: string,
  message: Bytes,
  signature: Bytes
): Promise<TokenCheck> {
  const parts = parseMessage(message);
  if (!parts || signature.length !== key.bytes) return { ok: false, reason: 'length' };
  if (parts.roundId !== roundId.toLowerCase()) return { ok: false, reason: 'round' };
  if (!(await verify(key, message, signature))) return { ok: false, reason: 'signature' };
  return { ok: true, nullifier: await nullifierOf(message) };
}

/**
 * The fingerprint of a public key: SHA-256 of its SubjectPublicKeyInfo (DER) in hex. For a signing key use the `spki`
 * of `importKey`, which has one form only.
 */
export function fingerprintOf(spki: Bytes): Promise<string> {
  return sha256(spki);
}

/** A fingerprint as people compare it: sixteen groups of four digits. Nothing is left out of it. */
export function inGroups(fingerprint: string): string {
  return fingerprint.match(/.{1,4}/g)?.join(' ') ?? '';
}

async function sha256(bytes: Bytes): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

function idBytes(roundId: string): Bytes {
  const bytes = fromHex(roundId.replaceAll('-', ''));
  if (bytes.length !== roundBytes) throw new RangeError('Not the id of a round');
  return bytes;
}
