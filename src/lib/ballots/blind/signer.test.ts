import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromNumber, random, toHex } from './bytes.ts';
import { blind, importKey, prepare, type PublicKey } from './client.ts';
import { createSigner, generateKeys, type KeyPair } from './signer.ts';

let pair: KeyPair;
let key: PublicKey;

beforeAll(async () => {
  pair = await generateKeys();
  key = await importKey(pair.publicKey);
});

const der = {
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'der' }
};

describe('The signer', () => {
  it('gives the same answer to the same blinded message, also after a restart', async () => {
    const { blinded } = await blind(key, prepare(new Uint8Array(48)));
    const first = toHex(createSigner(pair.privateKey).sign(blinded));
    expect(toHex(createSigner(pair.privateKey).sign(blinded))).toBe(first);
  });

  it('knows its public half', () => {
    expect(toHex(createSigner(pair.privateKey).publicKey)).toBe(toHex(pair.publicKey));
  });

  it.each([0, 1, 32, 255, 257, 512])('refuses %i bytes', (length) => {
    expect(() => createSigner(pair.privateKey).sign(random(length))).toThrow('Blind token: length');
  });

  it('refuses numbers that no honest device sends, up to the very edges of the range', () => {
    const { n } = key;
    const signer = createSigner(pair.privateKey);
    for (const number of [0n, 1n, n - 1n, n, n + 1n, 2n ** 2048n - 1n]) {
      expect(() => signer.sign(fromNumber(number, 256))).toThrow('Blind token: range');
    }
    for (const number of [2n, n - 2n]) expect(signer.sign(fromNumber(number, 256))).toHaveLength(256);
  });

  it('keeps back a result that is wrong in one bit, too large, too short or plainly the input', async () => {
    const { blinded } = await blind(key, prepare(new Uint8Array(48)));
    const right = createSigner(pair.privateKey).sign(blinded);
    const flipped = right.map((byte, at) => (at === 128 ? byte ^ 1 : byte));
    for (const wrong of [flipped, new Uint8Array(256).fill(255), right.slice(1), blinded, new Uint8Array(256)]) {
      const faulty = createSigner(pair.privateKey, 2048, () => wrong);
      expect(() => faulty.sign(blinded)).toThrow('Blind token: fault');
    }
    expect(toHex(createSigner(pair.privateKey, 2048, () => right).sign(blinded))).toBe(toHex(right));
  });

  it('takes no key but RSA of 2048 bits with exponent 65537', () => {
    const small = generateKeyPairSync('rsa', { modulusLength: 1024, ...der } as never) as never as KeyPair;
    const curve = generateKeyPairSync('ed25519', der as never) as never as KeyPair;
    const cube = generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3, ...der } as never) as never;
    for (const bad of [small, curve, cube as KeyPair]) {
      expect(() => createSigner(bad.privateKey)).toThrow('Blind token: key');
    }
    expect(() => createSigner(pair.publicKey)).toThrow('Blind token: key');
    expect(() => createSigner(new Uint8Array())).toThrow('Blind token: key');
  });
});
