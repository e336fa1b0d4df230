/**
 * The server's half of RSA blind signatures (RFC 9474). Node only, and only where private keys may be: nothing that a
 * browser loads imports this file.
 */
import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
  timingSafeEqual
} from 'node:crypto';
import { promisify } from 'node:util';
import { BlindError } from './blindError.ts';
import { type Bytes, fromBase64url, toNumber } from './bytes.ts';

/** Both halves of a key pair, DER: SubjectPublicKeyInfo and PKCS #8. */
export interface KeyPair {
  publicKey: Bytes;
  privateKey: Bytes;
}

/**
 * What a round needs. Never one pair for both: a blind signer raises to the private power whatever it is given, so with
 * the sealing key it would open answers.
 */
export interface RoundKeys {
  sign: KeyPair;
  seal: KeyPair;
}

/** The private operation, input^d mod n; same length out as in. */
export type PrivateOperation = (key: KeyObject, input: Uint8Array) => Uint8Array;

/** Signs blinded messages with one key. */
export interface BlindSigner {
  /** SubjectPublicKeyInfo (DER) of the public half. */
  readonly publicKey: Bytes;
  /**
   * The blind signature of a blinded message; the same one for the same message. Blocks for about a millisecond. Throws
   * BlindError `length` or `range` for what no honest client sends, and `fault` if the result does not check: it must
   * not leave the server then, as a single wrong signature can give away the key.
   */
  sign(blinded: Uint8Array): Bytes;
}

const bits = 2048;
const generate = promisify(generateKeyPair);
const raw = { padding: constants.RSA_NO_PADDING };

/** A new RSA-2048 key pair, made on a worker thread; takes from a tenth of a second up to about a second. */
export async function generateKeys(): Promise<KeyPair> {
  const { publicKey, privateKey } = await generate('rsa', {
    modulusLength: bits,
    publicExponent: 0x10001,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' }
  });
  return { publicKey: new Uint8Array(publicKey), privateKey: new Uint8Array(privateKey) };
}

/** The two key pairs of a new round. Not for the request that shows a page: see `generateKeys`. */
export async function generateRoundKeys(): Promise<RoundKeys> {
  const [sign, seal] = await Promise.all([generateKeys(), generateKeys()]);
  return { sign, seal };
}

/**
 * A signer for a private key (PKCS #8, DER). Throws BlindError `key` unless it is RSA of exactly `size` bits with
 * exponent 65537. Another size and another operation are there for vectors and for tests of faults.
 */
export function createSigner(
  privateKey: Uint8Array,
  size = bits,
  operate: PrivateOperation = nativeOperation
): BlindSigner {
  const secret = readKey(privateKey, size);
  const open = createPublicKey(secret);
  const n = toNumber(fromBase64url(open.export({ format: 'jwk' }).n!));
  return {
    publicKey: new Uint8Array(open.export({ type: 'spki', format: 'der' })),
    sign(blinded) {
      if (blinded.length !== size / 8) throw new BlindError('length');
      const message = toNumber(blinded);
      // 0, 1 and n − 1 sign themselves; blinding gives them with a chance of 1 in 2^2046.
      if (message < 2n || message > n - 2n) throw new BlindError('range');
      const signature = new Uint8Array(operate(secret, blinded));
      if (!isRoot(open, signature, blinded)) throw new BlindError('fault');
      return signature;
    }
  };
}

/** By OpenSSL, which hides the key's influence on the time it takes; in BigInt it would take half a second. */
function nativeOperation(key: KeyObject, input: Uint8Array): Uint8Array {
  return privateDecrypt({ key, ...raw }, input);
}

/** Whether signature^e = message; false, too, for what OpenSSL refuses to raise: a wrong length, a number too large. */
function isRoot(key: KeyObject, signature: Uint8Array, message: Uint8Array): boolean {
  try {
    return timingSafeEqual(publicEncrypt({ key, ...raw }, signature), message);
  } catch {
    return false;
  }
}

function readKey(der: Uint8Array, size: number): KeyObject {
  try {
    const key = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
    const { modulusLength, publicExponent } = key.asymmetricKeyDetails ?? {};
    if (key.asymmetricKeyType === 'rsa' && modulusLength === size && publicExponent === 65537n) return key;
  } catch {
    // Falls through: not a key at all.
  }
  throw new BlindError('key');
}
