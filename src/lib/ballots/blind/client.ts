/**
 * The device's half of RSA blind signatures, RSABSSA-SHA384-PSS-Randomized of RFC 9474, over WebCrypto and BigInt. Runs
 * in browsers and in Node; a browser offers WebCrypto on https and localhost only.
 *
 * Nothing here knows an answer: tokens are drawn before the first question. A signer that made up its key on purpose
 * learns nothing from a token that `finalize` accepted: such a message has an e-th root, and then the blinded message
 * is spread evenly over all numbers that have one, whoever asked.
 */
import { BlindError } from './blindError.ts';
import { type Bytes, concat, fromBase64url, fromNumber, random, type Random, toNumber } from './bytes.ts';

/** A round's public signing key. `bytes` is the length of the modulus, of blinded messages and of signatures. */
export interface PublicKey {
  readonly n: bigint;
  readonly bytes: number;
  readonly saltLength: number;
  /** Canonical SubjectPublicKeyInfo (DER): what the fingerprint is taken of. */
  readonly spki: Bytes;
  readonly verifier: CryptoKey;
}

/** What `blind` gives: `blinded` goes to the signer, `inverse` stays on the device and is as secret as the message. */
export interface Blinded {
  blinded: Bytes;
  inverse: Bytes;
}

// A first factor that does not fit is drawn again; 128 misses in a row mean a broken random source.
const maxDraws = 128;
// 2^16 + 1, the only exponent accepted: `power` below has it built in.
const exponent = 'AQAB';

/**
 * Takes a public key in, as SubjectPublicKeyInfo (DER) or as a JWK. Throws BlindError `key` unless it is an RSA key of
 * exactly `bits` bits with exponent 65537. Other sizes and salts are there for the vectors of RFC 9474.
 */
export async function importKey(key: Bytes | JsonWebKey, bits = 2048, saltLength = 48): Promise<PublicKey> {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  try {
    const verifier =
      key instanceof Uint8Array
        ? await crypto.subtle.importKey('spki', key, algorithm, true, ['verify'])
        : await crypto.subtle.importKey('jwk', key, algorithm, true, ['verify']);
    const jwk = await crypto.subtle.exportKey('jwk', verifier);
    const n = toNumber(fromBase64url(jwk.n!));
    if (jwk.e === exponent && n >> BigInt(bits - 1) === 1n && n & 1n) {
      const spki = new Uint8Array(await crypto.subtle.exportKey('spki', verifier));
      return { n, bytes: bits / 8, saltLength, spki, verifier };
    }
  } catch {
    // Falls through: whatever was wrong with it, it is not a key.
  }
  throw new BlindError('key');
}

/** Puts 32 fresh random bytes before a message ("Prepare", the Randomized variants of RFC 9474). */
export function prepare(message: Uint8Array, draw: Random = random, prefixLength = 32): Bytes {
  return concat(draw(prefixLength), message);
}

/** EMSA-PSS-ENCODE (RFC 8017, 9.1.1) with SHA-384, MGF1-SHA-384 and the given salt, for a modulus of `length` bytes. */
export async function encode(prepared: Bytes, length: number, salt: Bytes): Promise<Bytes> {
  const hash = await sha384(concat(new Uint8Array(8), await sha384(prepared), salt));
  const block = new Uint8Array(length - hash.length - 1);
  block.set([1, ...salt], block.length - salt.length - 1);
  for (let counter = 0; counter * hash.length < block.length; counter++) {
    const mask = await sha384(concat(hash, fromNumber(BigInt(counter), 4)));
    const start = counter * hash.length;
    mask.slice(0, block.length - start).forEach((byte, at) => (block[start + at]! ^= byte));
  }
  // The encoding is one bit shorter than the modulus, so that it is smaller as a number.
  block[0]! &= 127;
  return concat(block, hash, [0xbc]);
}

/**
 * Blinds a prepared message ("Blind", RFC 9474, 4.2). Takes the salt, then the factor from `draw`. Throws BlindError
 * `message` if the message and the modulus share a factor (a key made up by somebody), `blinding` if no factor fitted.
 */
export async function blind(key: PublicKey, prepared: Bytes, draw: Random = random): Promise<Blinded> {
  const { n, bytes } = key;
  const m = toNumber(await encode(prepared, bytes, draw(key.saltLength)));
  for (let drawn = 0; drawn < maxDraws; drawn++) {
    const r = toNumber(draw(bytes));
    if (r === 0n || r >= n) continue;
    // One inversion of the product checks both: it has an inverse only if the message and the factor have one, and
    // how long it takes says nothing of the factor alone.
    const product = invert((m * r) % n, n);
    if (product) {
      return { blinded: fromNumber((m * power(r, n)) % n, bytes), inverse: fromNumber((product * m) % n, bytes) };
    }
    if (!invert(m, n)) throw new BlindError('message');
  }
  throw new BlindError('blinding');
}

/**
 * Turns the signer's answer into a signature of the prepared message ("Finalize", RFC 9474, 4.4). Throws BlindError
 * `length` if a part has the wrong length and `signature` if what comes out does not verify: the token is then void.
 */
export async function finalize(
  key: PublicKey,
  prepared: Bytes,
  blindSignature: Uint8Array,
  inverse: Uint8Array
): Promise<Bytes> {
  if (blindSignature.length !== key.bytes || inverse.length !== key.bytes) throw new BlindError('length');
  const signature = fromNumber((toNumber(blindSignature) * toNumber(inverse)) % key.n, key.bytes);
  if (!(await verify(key, prepared, signature))) throw new BlindError('signature');
  return signature;
}

/** Whether a signature fits a prepared message: plain RSASSA-PSS, by the platform. False for a wrong length, too. */
export function verify(key: PublicKey, prepared: Bytes, signature: Bytes): Promise<boolean> {
  const algorithm = { name: 'RSA-PSS', saltLength: key.saltLength };
  return crypto.subtle.verify(algorithm, key.verifier, signature, prepared);
}

async function sha384(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
}

/** base^65537 mod n. */
function power(base: bigint, n: bigint): bigint {
  let result = base;
  for (let squared = 0; squared < 16; squared++) result = (result * result) % n;
  return (result * base) % n;
}

/** The inverse of a modulo n (extended Euclid), or undefined if they share a factor. */
function invert(a: bigint, n: bigint): bigint | undefined {
  let [rest, next, x, nextX] = [n, a, 0n, 1n];
  while (next) {
    const quotient = rest / next;
    [rest, next] = [next, rest - quotient * next];
    [x, nextX] = [nextX, x - quotient * nextX];
  }
  return rest === 1n ? (x + n) % n : undefined;
}
