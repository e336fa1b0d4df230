import type { RandomBytes } from './randomBytes.ts';

/** The list of receipts is filled up to a multiple of this, so that its length says nothing about how many answered. */
export const RECEIPT_BLOCK = 64;
const NULLIFIER_BYTES = 32;
const nullifierText = /^[0-9a-f]{64}$/;

/**
 * The receipts of a round as they are published: every nullifier (SHA-256, 64 lower-case hexadecimal digits) among
 * random ones, up to the next multiple of 64 and never none, sorted, so that neither number nor order says anything. A
 * device looks its own nullifier up in it.
 * @throws TypeError when one is not a nullifier or appears twice: a sign that the ballots were tampered with.
 */
export function publishedReceipts(nullifiers: readonly string[], random: RandomBytes): string[] {
  const receipts = new Set(nullifiers);
  if (receipts.size !== nullifiers.length || nullifiers.some((nullifier) => !nullifierText.test(nullifier)))
    throw new TypeError('The nullifiers of a round are different from each other and 32 bytes long.');
  const total = Math.max(1, Math.ceil(nullifiers.length / RECEIPT_BLOCK)) * RECEIPT_BLOCK;
  while (receipts.size < total) receipts.add(hex(random(NULLIFIER_BYTES)));
  return [...receipts].sort();
}

function hex(bytes: Uint8Array): string {
  if (bytes.length !== NULLIFIER_BYTES) throw new RangeError('The random source returned too few or too many bytes.');
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
