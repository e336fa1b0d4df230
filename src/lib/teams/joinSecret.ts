import { createHash, randomBytes } from 'node:crypto';

const shape = /^[A-Za-z0-9_-]{43}$/;

/** A new secret for a join link: 32 random bytes as base64url, 43 characters. */
export function makeJoinSecret(random: (bytes: number) => Buffer = randomBytes): string {
  return random(32).toString('base64url');
}

/** What is kept of a secret: the hex of its SHA-256, the same that `look_at_join_link` makes in SQL. */
export function hashJoinSecret(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}

/** Whether a text can be a secret at all; nothing else is worth asking the database. */
export function isJoinSecret(text: string): boolean {
  return shape.test(text);
}

/** The secret in what someone pasted: the whole link (from any address of this server), its end, or the bare code. */
export function secretIn(pasted: string): string | null {
  const text = pasted.trim();
  if (isJoinSecret(text)) return text;
  const last = /\/join\/([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/.exec(text);
  return last?.[1] ?? null;
}
