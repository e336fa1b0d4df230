import { createHash, randomBytes } from 'node:crypto';

/** A place as the functions that serve a participant's own page are asked for it. */
export type PlaceKey = { p_secret_hash: string; p_place: string };

const secretText = /^[A-Za-z0-9_-]{43}$/;
const idText = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
// The generated types know no null among arguments.
const none = null as unknown as string;

/** A new secret for a personal address: 32 random bytes as base64url, 43 characters. */
export const makeSecret = (): string => randomBytes(32).toString('base64url');

/** The secret of one person in a list that is added in one go: the same again from the same key, and no other's. @param key from `makeSecret` */
export const secretInList = (key: string, who: string): string =>
  createHash('sha256').update(`${key}\n${who}`).digest('base64url');

export const isSecret = (text: string): boolean => secretText.test(text);

/** What is kept of a secret: the hex of its SHA-256. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/**
 * What the last part of `/place/…` opens: the secret of a personal address, of which only the SHA-256 leaves this function, or the id of a place,
 * for the one it belongs to. Null when it is neither.
 */
export function placeKey(part: string): PlaceKey | null {
  if (isSecret(part)) return { p_secret_hash: hashOf(part), p_place: none };
  return idText.test(part) ? { p_secret_hash: none, p_place: part } : null;
}
