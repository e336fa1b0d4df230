/**
 * Sealed answers: RSA-OAEP with SHA-256 and 2048 bits, over WebCrypto, so that browsers seal and the server opens with
 * the same few lines. Every plaintext has 64 bytes and every sealed answer 256, whatever was answered.
 */
import { BlindError } from './blindError.ts';
import { type Bytes, fromHex } from './bytes.ts';

/** What is sealed: one byte for the answer's length, the answer, zeros. The same length for everybody. */
export const PLAIN_BYTES = 64;
/** The longest answer. */
export const ANSWER_BYTES = PLAIN_BYTES - 1;
/** What leaves the device. */
export const SEALED_BYTES = 256;

const algorithm = { name: 'RSA-OAEP', hash: 'SHA-256' };

/** The public sealing key (SubjectPublicKeyInfo, DER). Throws BlindError `key` unless it is RSA with 2048 bits. */
export function importSealKey(spki: Bytes): Promise<CryptoKey> {
  return checked(crypto.subtle.importKey('spki', spki, algorithm, false, ['encrypt']));
}

/** The private sealing key (PKCS #8, DER), for the close of a round. Throws BlindError `key` as above. */
export function importOpenKey(pkcs8: Bytes): Promise<CryptoKey> {
  return checked(crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['decrypt']));
}

/**
 * Seals an answer of at most 63 bytes for the ballot with this nullifier (64 hex digits). The nullifier is the OAEP
 * label: whoever copies somebody's sealed answer onto tokens of their own, to see it weigh more in the result, gets
 * ballots that do not open. Throws BlindError `sealed` if the answer is too long.
 */
export async function seal(key: CryptoKey, answer: Uint8Array, nullifier: string): Promise<Bytes> {
  if (answer.length > ANSWER_BYTES) throw new BlindError('sealed');
  const plain = new Uint8Array(PLAIN_BYTES);
  plain[0] = answer.length;
  plain.set(answer, 1);
  return new Uint8Array(await crypto.subtle.encrypt({ name: algorithm.name, label: fromHex(nullifier) }, key, plain));
}

/**
 * Opens a sealed answer of the ballot with this nullifier. Throws BlindError `sealed`, always the same one, if it was
 * sealed with another key or for another ballot, was changed, or does not have the fixed form.
 */
export async function open(key: CryptoKey, sealed: Bytes, nullifier: string): Promise<Bytes> {
  try {
    const label = fromHex(nullifier);
    const plain = new Uint8Array(await crypto.subtle.decrypt({ name: algorithm.name, label }, key, sealed));
    const end = 1 + plain[0]!;
    if (plain.length === PLAIN_BYTES && end <= PLAIN_BYTES && plain.subarray(end).every((byte) => byte === 0)) {
      return plain.slice(1, end);
    }
  } catch {
    // Falls through: which step failed is nobody's business.
  }
  throw new BlindError('sealed');
}

async function checked(importing: Promise<CryptoKey>): Promise<CryptoKey> {
  const key = await importing.catch(() => undefined);
  if ((key?.algorithm as RsaKeyAlgorithm | undefined)?.modulusLength !== 2048) throw new BlindError('key');
  return key!;
}
