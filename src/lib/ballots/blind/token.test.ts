import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Bytes, concat, fromBase64url, fromHex, toBase64url, toHex } from './bytes.ts';
import { blind, finalize, importKey, type PublicKey } from './client.ts';
import { createSigner, generateKeys } from './signer.ts';
import { checkToken, drawMessage, fingerprintOf, inGroups, MESSAGE_BYTES, nullifierOf, parseMessage } from './token.ts';

const round = '3f0b8c1e-52a7-4d19-9c40-a1b2c3d4e5f6';
const otherRound = '3f0b8c1e-52a7-4d19-9c40-a1b2c3d4e5f7';
let key: PublicKey;
let message: Bytes;
let signature: Bytes;

beforeAll(async () => {
  const pair = await generateKeys();
  key = await importKey(pair.publicKey);
  message = drawMessage(round);
  const { blinded, inverse } = await blind(key, message);
  signature = await finalize(key, message, createSigner(pair.privateKey).sign(blinded), inverse);
});

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('A message', () => {
  it('is 32 random bytes, the round and a serial of 32 bytes', () => {
    const filler = [1, 2];
    const drawn = drawMessage(round, (length) => new Uint8Array(length).fill(filler.shift()!));
    const [serial, prefix] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
    expect(toHex(drawn)).toBe(toHex(concat(prefix, fromHex(round.replaceAll('-', '')), serial)));
    expect(drawn).toHaveLength(MESSAGE_BYTES);
    expect(parseMessage(drawn)).toEqual({ roundId: round, serial: toHex(serial) });
  });

  it('is another one each time', () => {
    expect(new Set(Array.from({ length: 50 }, () => toHex(drawMessage(round)))).size).toBe(50);
  });

  it('has no parts at any other length, and belongs to a round', () => {
    for (const length of [0, 48, 79, 81]) expect(parseMessage(new Uint8Array(length))).toBeUndefined();
    for (const id of ['', 'round 1', round.slice(1)]) expect(() => drawMessage(id)).toThrow(RangeError);
  });
});

describe('A presented token', () => {
  it('is accepted with the nullifier of its message, the same one every time', async () => {
    const nullifier = sha256(message);
    for (const id of [round, round.toUpperCase()]) {
      expect(await checkToken(key, id, message, signature)).toEqual({ ok: true, nullifier });
    }
    expect(await nullifierOf(message)).toBe(nullifier);
  });

  it('is refused for another round, with another signature or at another length', async () => {
    const check = (m: Bytes, s: Bytes, id = round) => checkToken(key, id, m, s);
    expect(await check(message, signature, otherRound)).toEqual({ ok: false, reason: 'round' });
    expect(await check(message, new Uint8Array(256))).toEqual({ ok: false, reason: 'signature' });
    expect(await check(drawMessage(round), signature)).toEqual({ ok: false, reason: 'signature' });
    const moved = message.slice();
    moved.set(fromHex(otherRound.replaceAll('-', '')), 32);
    expect(await check(moved, signature, otherRound)).toEqual({ ok: false, reason: 'signature' });
    for (const [m, s] of [
      [message.slice(1), signature],
      [concat(message, [0]), signature],
      [message, signature.slice(1)],
      [message, concat(signature, [0])]
    ] as const) {
      expect(await check(m, s)).toEqual({ ok: false, reason: 'length' });
    }
  });
});

describe('A fingerprint', () => {
  it('is the SHA-256 of the public key, in sixteen groups with nothing left out', async () => {
    const fingerprint = await fingerprintOf(key.spki);
    expect(fingerprint).toBe(sha256(key.spki));
    const groups = inGroups(fingerprint).split(' ');
    expect(groups.map((group) => group.length)).toEqual(Array(16).fill(4));
    expect(groups.join('')).toBe(fingerprint);
  });
});

describe('Bytes as text', () => {
  it('come back the same from base64url and hex, which agree with Node', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect([...fromBase64url(toBase64url(bytes))]).toEqual([...bytes]);
        expect([...fromHex(toHex(bytes))]).toEqual([...bytes]);
      })
    );
  });

  it('are not read from anything else', () => {
    for (const text of ['ab=', 'a+b', 'a b', 'é', 'a']) expect(() => fromBase64url(text)).toThrow();
    for (const text of ['a', 'xy', '0x12', '12 ']) expect(() => fromHex(text)).toThrow(RangeError);
  });
});
