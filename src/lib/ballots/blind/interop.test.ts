import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Bytes } from './bytes.ts';
import { blind, finalize, importKey, prepare, verify } from './client.ts';
import { createSigner, generateRoundKeys, type KeyPair } from './signer.ts';

// An implementation by others, as the judge of ours: their device with our server, our device with their server.
const theirs = RSABSSA.SHA384.PSS.Randomized();
const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
const message = new TextEncoder().encode('One token');

let pairs: KeyPair[];

beforeAll(async () => {
  pairs = Object.values(await generateRoundKeys());
});

const theirPublic = (pair: KeyPair) => crypto.subtle.importKey('spki', pair.publicKey, algorithm, true, ['verify']);
const theirPrivate = (pair: KeyPair) => crypto.subtle.importKey('pkcs8', pair.privateKey, algorithm, true, ['sign']);

describe.each([0, 1])('attack 11: with @cloudflare/blindrsa-ts, key %i', (at) => {
  it('their device gets a token from our signer, and both sides accept it', async () => {
    const open = await theirPublic(pairs[at]!);
    const prepared = theirs.prepare(message);
    const { blindedMsg, inv } = await theirs.blind(open, prepared);
    const blindSignature = createSigner(pairs[at]!.privateKey).sign(blindedMsg);
    const signature = await theirs.finalize(open, prepared, blindSignature, inv);

    expect(await verify(await importKey(pairs[at]!.publicKey), prepared as Bytes, signature as Bytes)).toBe(true);
    expect(await theirs.verify(open, signature, prepared)).toBe(true);
  });

  it('our device gets a token from their signer, and both sides accept it', async () => {
    const key = await importKey(pairs[at]!.publicKey);
    const prepared = prepare(message);
    const { blinded, inverse } = await blind(key, prepared);
    const blindSignature = await theirs.blindSign(await theirPrivate(pairs[at]!), blinded);
    expect(blindSignature).toEqual(createSigner(pairs[at]!.privateKey).sign(blinded));

    const signature = await finalize(key, prepared, blindSignature, inverse);
    expect(await theirs.verify(await theirPublic(pairs[at]!), signature, prepared)).toBe(true);
    expect(await theirs.verify(await theirPublic(pairs[1 - at]!), signature, prepared)).toBe(false);
  });

  it('either device can finish what the other began', async () => {
    const key = await importKey(pairs[at]!.publicKey);
    const open = await theirPublic(pairs[at]!);
    const signer = createSigner(pairs[at]!.privateKey);

    const ours = prepare(message);
    const begun = await blind(key, ours);
    await theirs.finalize(open, ours, signer.sign(begun.blinded), begun.inverse);

    const other = theirs.prepare(message) as Bytes;
    const { blindedMsg, inv } = await theirs.blind(open, other);
    await finalize(key, other, signer.sign(blindedMsg), inv);
  });
});
