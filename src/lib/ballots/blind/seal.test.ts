import fc from 'fast-check';
import { privateDecrypt, publicEncrypt } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromHex, random, toHex } from './bytes.ts';
import { ANSWER_BYTES, importOpenKey, importSealKey, open, PLAIN_BYTES, seal, SEALED_BYTES } from './seal.ts';
import { generateRoundKeys, type RoundKeys } from './signer.ts';

let keys: RoundKeys;
let [sealKey, openKey, otherKey]: CryptoKey[] = [];
const ballot = toHex(new Uint8Array(32).fill(7));
const otherBallot = toHex(new Uint8Array(32).fill(8));

beforeAll(async () => {
  keys = await generateRoundKeys();
  sealKey = await importSealKey(keys.seal.publicKey);
  openKey = await importOpenKey(keys.seal.privateKey);
  otherKey = await importOpenKey(keys.sign.privateKey);
});

const failed = { message: 'Blind token: sealed' };

describe('A sealed answer', () => {
  it('opens to what was sealed, and has one length, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: ANSWER_BYTES }), async (answer) => {
        const sealed = await seal(sealKey!, answer, ballot);
        expect(sealed).toHaveLength(SEALED_BYTES);
        expect([...(await open(openKey!, sealed, ballot))]).toEqual([...answer]);
      }),
      { numRuns: 40 }
    );
  });

  it('is sealed as 64 bytes for the shortest and for the longest answer', async () => {
    for (const answer of [new Uint8Array(), new Uint8Array(ANSWER_BYTES).fill(255)]) {
      const sealed = await seal(sealKey!, answer, ballot);
      const key = { key: Buffer.from(keys.seal.privateKey), format: 'der', type: 'pkcs8' } as const;
      const plain = privateDecrypt({ ...key, oaepHash: 'sha256', oaepLabel: fromHex(ballot) }, sealed);
      expect([...plain]).toEqual([answer.length, ...answer, ...new Uint8Array(ANSWER_BYTES - answer.length)]);
      expect(plain).toHaveLength(PLAIN_BYTES);
    }
  });

  it('differs each time for the same answer', async () => {
    const sealed = await Promise.all(Array.from({ length: 20 }, () => seal(sealKey!, Uint8Array.of(1), ballot)));
    expect(new Set(sealed.map(toHex)).size).toBe(20);
  });

  it('opens with no other key and for no other ballot, so a copy of it counts for nothing', async () => {
    const sealed = await seal(sealKey!, Uint8Array.of(1, 2, 3), ballot);
    await expect(open(otherKey!, sealed, ballot)).rejects.toMatchObject(failed);
    await expect(open(openKey!, sealed, otherBallot)).rejects.toMatchObject(failed);
    await expect(open(openKey!, sealed, '')).rejects.toMatchObject(failed);
  });

  it('does not open changed, cut, random or in another form, and never says which', async () => {
    const sealed = await seal(sealKey!, Uint8Array.of(1), ballot);
    const bad = [sealed.slice(1), random(SEALED_BYTES), new Uint8Array(SEALED_BYTES), new Uint8Array()];
    for (const bit of [0, 1, 1000, 2047]) {
      bad.push(sealed.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)));
    }
    const spki = { key: Buffer.from(keys.seal.publicKey), format: 'der', type: 'spki' } as const;
    for (const plain of [[1, 1], [64, ...new Uint8Array(63)], [0, ...new Uint8Array(62), 1], [...new Uint8Array(65)]]) {
      const how = { ...spki, oaepHash: 'sha256', oaepLabel: fromHex(ballot) };
      bad.push(new Uint8Array(publicEncrypt(how, Uint8Array.from(plain))));
    }
    for (const one of bad) await expect(open(openKey!, one, ballot)).rejects.toMatchObject(failed);
  });

  it('is not made of an answer that is too long, nor with anything but a key', async () => {
    await expect(seal(sealKey!, new Uint8Array(ANSWER_BYTES + 1), ballot)).rejects.toMatchObject(failed);
    await expect(importSealKey(new Uint8Array(294))).rejects.toMatchObject({ reason: 'key' });
    await expect(importOpenKey(keys.seal.publicKey)).rejects.toMatchObject({ reason: 'key' });
  });
});
