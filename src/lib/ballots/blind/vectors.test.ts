import { createPrivateKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import rfc9474 from '../../../../tests/fixtures/rfc9474.json';
import { type Bytes, fromHex, fromNumber, toBase64url, toHex, toNumber } from './bytes.ts';
import { blind, encode, finalize, importKey, prepare, verify } from './client.ts';
import { createSigner } from './signer.ts';

// RFC 9474, appendix A: one key of 4096 bits, four variants. Ours is A.1; the others differ in salt and prefix only.
const { key, vectors } = rfc9474;
const [n, p, q, d] = [key.n, key.p, key.q, key.d].map((hex) => toNumber(fromHex(hex))) as [
  bigint,
  bigint,
  bigint,
  bigint
];
const half = (number: bigint) => toBase64url(fromNumber(number, 256));
const publicJwk = { kty: 'RSA', n: toBase64url(fromHex(key.n)), e: toBase64url(fromHex(key.e)) };
const privateJwk = {
  ...publicJwk,
  d: toBase64url(fromHex(key.d)),
  p: half(p),
  q: half(q),
  dp: half(d % (p - 1n)),
  dq: half(d % (q - 1n)),
  qi: half(inverse(q, p))
};
const pkcs8 = createPrivateKey({ key: privateJwk, format: 'jwk' }).export({ type: 'pkcs8', format: 'der' });
const signer = createSigner(pkcs8, 4096);

describe.each(vectors)('attack 11: RFC 9474, appendix $section, $name, byte for byte', (vector) => {
  const prefix = fromHex(vector.msg_prefix);
  const salt = fromHex(vector.salt);
  const factor = fromNumber(inverse(toNumber(fromHex(vector.inv)), n), 512);

  it('prepare, encode, blind, sign, finalize and verify', async () => {
    const open = await importKey(publicJwk, 4096, salt.length);

    const prepared = prepare(fromHex(vector.msg), draws(prefix), prefix.length);
    expect(toHex(prepared)).toBe(vector.prepared_msg);
    const encoded = await encode(prepared, 512, salt);
    // What the published signature was made of. For three of the four it is published, too.
    expect(toNumber(encoded)).toBe(power(toNumber(fromHex(vector.sig)), 0x10001n, n));
    if (vector.encoded_msg) expect(toHex(encoded)).toBe(vector.encoded_msg);

    const { blinded, inverse } = await blind(open, prepared, draws(salt, factor));
    expect(toHex(blinded)).toBe(vector.blinded_msg);
    expect(toHex(inverse)).toBe(vector.inv);

    const blindSignature = signer.sign(blinded);
    expect(toHex(blindSignature)).toBe(vector.blind_sig);

    const signature = await finalize(open, prepared, blindSignature, inverse);
    expect(toHex(signature)).toBe(vector.sig);
    expect(await verify(open, prepared, signature)).toBe(true);
  });
});

describe.each(vectors)('attack 11, weakened: $name', (vector) => {
  const bytes = { sig: fromHex(vector.sig), blind: fromHex(vector.blind_sig), inverse: fromHex(vector.inv) };
  const prepared = fromHex(vector.prepared_msg);
  const saltLength = fromHex(vector.salt).length;

  it('a device that finishes without verifying takes a signature with a flipped bit for one', async () => {
    const open = await importKey(publicJwk, 4096, saltLength);
    const flipped = bytes.blind.map((byte, at) => (at === 300 ? byte ^ 1 : byte));
    const trusting = fromNumber((toNumber(flipped) * toNumber(bytes.inverse)) % n, 512);

    await expect(finalize(open, prepared, flipped, bytes.inverse)).rejects.toMatchObject({ reason: 'signature' });
    expect(trusting).toHaveLength(512);
    expect(toHex(trusting)).not.toBe(vector.sig);
    // The same sum over what the vector gives is the published signature: only the check is missing.
    expect(toHex(fromNumber((toNumber(bytes.blind) * toNumber(bytes.inverse)) % n, 512))).toBe(vector.sig);
  });

  it('with the salt of the other variants nothing fits', async () => {
    const open = await importKey(publicJwk, 4096, saltLength === 0 ? 48 : 0);
    const salt = new Uint8Array(saltLength === 0 ? 48 : 0);

    expect(toNumber(await encode(prepared, 512, salt))).not.toBe(power(toNumber(bytes.sig), 0x10001n, n));
    expect(await verify(open, prepared, bytes.sig)).toBe(false);
    await expect(finalize(open, prepared, bytes.blind, bytes.inverse)).rejects.toMatchObject({ reason: 'signature' });
  });
});

/** Gives these, in this order, and fails if asked for another length or once more. */
function draws(...given: Bytes[]) {
  return (length: number): Bytes => {
    const next = given.shift();
    if (next?.length !== length) throw new Error(`Asked for ${length} bytes`);
    return next;
  };
}

/** By Euler's theorem, with the order of the group of the key or of its first prime. */
function inverse(a: bigint, modulus: bigint): bigint {
  return power(a, modulus === p ? p - 2n : (p - 1n) * (q - 1n) - 1n, modulus);
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base % modulus];
  for (let rest = exponent; rest; rest >>= 1n, square = (square * square) % modulus) {
    if (rest & 1n) result = (result * square) % modulus;
  }
  return result;
}
