import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Bytes, concat, fromNumber, random, toBase64url, toHex, toNumber } from './bytes.ts';
import { blind, encode, finalize, importKey, prepare, type PublicKey, verify } from './client.ts';
import { type BlindSigner, createSigner, generateRoundKeys } from './signer.ts';

let [signer, other]: BlindSigner[] = [];
let [key, otherKey]: PublicKey[] = [];

beforeAll(async () => {
  const { sign, seal } = await generateRoundKeys();
  [signer, other] = [createSigner(sign.privateKey), createSigner(seal.privateKey)];
  [key, otherKey] = [await importKey(sign.publicKey), await importKey(seal.publicKey)];
});

async function issue(prepared: Bytes) {
  const { blinded, inverse } = await blind(key!, prepared);
  const blindSignature = signer!.sign(blinded);
  return {
    prepared,
    blinded,
    inverse,
    blindSignature,
    signature: await finalize(key!, prepared, blindSignature, inverse)
  };
}

describe('A blind signature', () => {
  it('verifies for any message, and for no other message or key', async () => {
    const message = fc.uint8Array({ maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(message, message, async (one, two) => {
        const { prepared, signature } = await issue(prepare(one));
        expect(await verify(key!, prepared, signature)).toBe(true);
        expect(await verify(key!, prepare(two), signature)).toBe(false);
        expect(await verify(otherKey!, prepared, signature)).toBe(false);
      }),
      { numRuns: 25 }
    );
  });

  it('is refused with any one bit of the message or of the signature flipped', async () => {
    const { prepared, signature } = await issue(prepare(new Uint8Array(48)));
    const bits = [...prepared, ...signature].length * 8;
    const verdicts = await Promise.all(
      Array.from({ length: bits }, (_, bit) => {
        const both = concat(prepared, signature);
        both[bit >> 3]! ^= 1 << (bit & 7);
        return verify(key!, both.slice(0, prepared.length), both.slice(prepared.length));
      })
    );
    expect(verdicts).toHaveLength(8 * (80 + 256));
    expect(verdicts.filter(Boolean)).toEqual([]);
  });

  it('is refused when forged, of another key, too short or too long', async () => {
    const { prepared, signature } = await issue(prepare(new Uint8Array(48)));
    const refused = [random(256), new Uint8Array(256), new Uint8Array(256).fill(255), new Uint8Array()];
    refused.push(signature.slice(1), concat([0], signature), fromNumber(key!.n - toNumber(signature), 256));
    for (const forged of refused) expect(await verify(key!, prepared, forged)).toBe(false);

    const theirs = await blind(otherKey!, prepared);
    const answer = other!.sign(theirs.blinded);
    await finalize(otherKey!, prepared, answer, theirs.inverse);
    const ofOther = finalize(key!, prepared, answer, theirs.inverse);
    await expect(ofOther).rejects.toMatchObject({ reason: 'signature' });
  });

  it('does not come out of a changed answer, a changed inverse or parts of the wrong length', async () => {
    const { prepared, blindSignature, inverse } = await issue(prepare(new Uint8Array(48)));
    await fc.assert(
      fc.asyncProperty(fc.nat(2047), fc.boolean(), async (bit, inAnswer) => {
        const [answer, factor] = [blindSignature.slice(), inverse.slice()];
        (inAnswer ? answer : factor)[bit >> 3]! ^= 1 << (bit & 7);
        await expect(finalize(key!, prepared, answer, factor)).rejects.toMatchObject({ reason: 'signature' });
      }),
      { numRuns: 50 }
    );
    const wrong = { reason: 'length' };
    await expect(finalize(key!, prepared, blindSignature.slice(1), inverse)).rejects.toMatchObject(wrong);
    await expect(finalize(key!, prepared, blindSignature, concat([0], inverse))).rejects.toMatchObject(wrong);
  });
});

describe('Blinding', () => {
  it('gives another blinded message and another inverse each time, and another signature', async () => {
    const prepared = prepare(new Uint8Array(48));
    const seen = await Promise.all(Array.from({ length: 12 }, () => issue(prepared)));
    for (const part of ['blinded', 'inverse', 'blindSignature', 'signature'] as const) {
      expect(new Set(seen.map((one) => toHex(one[part]))).size).toBe(12);
    }
    expect(toHex(prepare(new Uint8Array(48)))).not.toBe(toHex(prepared));
  });

  it('lets every token fit every issuing equally: whoever keeps all that was signed can rule nobody out', async () => {
    const { n } = key!;
    const issued = await Promise.all(Array.from({ length: 4 }, (_, at) => issue(prepare(Uint8Array.of(at)))));
    for (const asked of issued) {
      for (const cast of issued) {
        // The one factor with which this asking would have led to that token. It exists, and it checks.
        const root = toNumber(cast.signature);
        const factor = (toNumber(asked.blindSignature) * invert(root, n)) % n;
        expect((toPower(root, n) * toPower(factor, n)) % n).toBe(toNumber(asked.blinded));
      }
    }
  });

  it('draws again for a factor that does not fit and gives up on a broken source', async () => {
    const prepared = prepare(new Uint8Array(48));
    const sizes: number[] = [];
    // Then one that fits any modulus of 2048 bits; what chance draws may be larger than it.
    const factors = [new Uint8Array(256).fill(255), new Uint8Array(256), random(256).with(0, 1)];
    const { blinded, inverse } = await blind(key!, prepared, (length) => {
      sizes.push(length);
      return (length === 256 && factors.shift()) || random(length);
    });
    expect(sizes).toEqual([48, 256, 256, 256]);
    await finalize(key!, prepared, signer!.sign(blinded), inverse);

    const broken = blind(key!, prepared, (length) => new Uint8Array(length));
    await expect(broken).rejects.toMatchObject({ reason: 'blinding' });
  });

  it('refuses a message that shares a factor with the key', async () => {
    const n = 3n ** 1292n;
    const made = await importKey(jwk(n));
    const salt = (length: number) => new Uint8Array(length).fill(1);
    const verdicts = new Set<string>();
    for (let at = 0; at < 24; at++) {
      const prepared = Uint8Array.of(at);
      const shares = toNumber(await encode(prepared, 256, salt(48))) % 3n === 0n;
      const verdict = await blind(made, prepared, salt).then(
        () => 'blinded',
        (error) => error.reason
      );
      expect(verdict).toBe(shares ? 'message' : 'blinded');
      verdicts.add(verdict);
    }
    expect([...verdicts].sort()).toEqual(['blinded', 'message']);
  });
});

describe('A key', () => {
  it('is the same one from a JWK and from SubjectPublicKeyInfo', async () => {
    const again = await importKey(jwk(key!.n));
    expect(again.n).toBe(key!.n);
    expect(toHex(again.spki)).toBe(toHex(signer!.publicKey));
  });

  it('is refused with another size or exponent, even, or not a key at all', async () => {
    const { n } = key!;
    const refused = [jwk(n, 'Aw'), jwk(n - 1n), jwk(n >> 1n), { kty: 'RSA' }, new Uint8Array(294), new Uint8Array()];
    for (const bad of refused) await expect(importKey(bad)).rejects.toMatchObject({ reason: 'key' });
    await expect(importKey(signer!.publicKey, 4096)).rejects.toMatchObject({ reason: 'key' });
  });
});

function jwk(n: bigint, e = 'AQAB'): JsonWebKey {
  return { kty: 'RSA', n: toBase64url(fromNumber(n, 256)), e };
}

function toPower(base: bigint, n: bigint): bigint {
  return (Array.from({ length: 16 }).reduce<bigint>((power) => (power * power) % n, base) * base) % n;
}

function invert(a: bigint, n: bigint): bigint {
  let [rest, next, x, nextX] = [n, a, 0n, 1n];
  while (next) [rest, next, x, nextX] = [next, rest % next, nextX, x - (rest / next) * nextX];
  return (x + n) % n;
}
