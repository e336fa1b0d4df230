import fc from 'fast-check';
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { issuerPath, keyPath, revokedPath } from './addresses.ts';
import {
  certificate,
  dayAfter as now,
  keyId,
  newPair,
  origin,
  publishes,
  signedWith,
  type Pair
} from './certificateStage.ts';
import { credentialOf, headerOf } from './credential.ts';
import { bake } from './png.ts';
import { keysIn, verifyCertificate } from './verify.ts';

const badge = new Uint8Array(readFileSync(join(import.meta.dirname, 'badge.png')));
const bytes = (text: string) => new TextEncoder().encode(text);
const nowhere = () => Promise.resolve(null);
const key = origin + keyPath(keyId);

let pair: Pair;
let other: Pair;
let token: string;
beforeAll(async () => {
  [pair, other] = await Promise.all([newPair(), newPair()]);
  token = await signedWith(pair);
});

const facts = {
  narrative: '',
  name: certificate.name,
  training: 'Facilitators, spring',
  organisation: 'Harbour House',
  hours: 27.5,
  subjects: ['Circles', 'Risk', 'Culture'],
  beginsOn: '2026-03-30',
  endsOn: '2026-04-20',
  issuedOn: '2026-04-21'
};

describe('a certificate', () => {
  it('is verified by a library that knows nothing of us, from the file and the key', async () => {
    const verified = await compactVerify(token, await importJWK(pair.publicKey, 'RS256'));
    const payload = JSON.parse(new TextDecoder().decode(verified.payload));
    expect(payload).toMatchObject({
      iss: payload.issuer.id,
      jti: payload.id,
      sub: payload.credentialSubject.id,
      nbf: Date.parse(payload.validFrom) / 1000
    });
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'RS256', typ: 'JWT', kid: key });
    expect(payload.vc).toBeUndefined();
    expect(JSON.stringify(payload)).not.toMatch(/@[\w.]+\.\w/);
  });

  it.each(['png', 'jwt'])('is valid as %s, by the published key, its facts told', async (ending) => {
    const file = ending === 'png' ? bake(badge, token) : bytes(`${token}\n`);
    expect(await verifyCertificate(file, { fetchJson: publishes(pair), now })).toEqual({
      outcome: 'valid',
      facts,
      keyAddress: key,
      keyFrom: 'address',
      publishedBy: 'Harbour House',
      statusChecked: true
    });
  });

  it('is valid by a key given by hand with nothing reached, and says that revocation was not looked at', async () => {
    const keys = keysIn(JSON.stringify({ keys: [other.publicKey, { ...pair.publicKey, d: 'private' }] }));
    expect(keys).toHaveLength(2);
    expect(keys[1]).not.toHaveProperty('d');
    const result = await verifyCertificate(bytes(token), { keys, fetchJson: nowhere, now });
    expect(result).toMatchObject({ outcome: 'valid', keyFrom: 'given', statusChecked: false, facts });
  });

  it('is never valid with one character changed', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    const keys = [{ ...pair.publicKey, kid: key }];
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom(...alphabet), async (at, sign) => {
        fc.pre(token[at] !== sign);
        const changed = token.slice(0, at) + sign + token.slice(at + 1);
        for (const means of [{ fetchJson: publishes(pair) }, { keys, fetchJson: nowhere }]) {
          const result = await verifyCertificate(bytes(changed), { ...means, now });
          expect(result.outcome).not.toBe('valid');
          expect(result.facts).toBeNull();
        }
      }),
      { numRuns: 150 }
    );
  });

  it('says changed for a changed payload, and for every other last character of the signature', async () => {
    const [head = '', payload = '', signature = ''] = token.split('.');
    const instead = (text: string, at: number, sign: string) => text.slice(0, at) + sign + text.slice(at + 1);
    const middle = Math.floor(payload.length / 2);
    const changed = instead(payload, middle, payload[middle] === 'A' ? 'B' : 'A');
    const last = [...'ABCDQRSTghijwxyz'].filter((sign) => !signature.endsWith(sign));
    for (const file of [
      `${head}.${changed}.${signature}`,
      ...last.map((sign) => `${head}.${payload}.${signature.slice(0, -1)}${sign}`)
    ])
      expect(await verifyCertificate(bytes(file), { fetchJson: publishes(pair), now })).toMatchObject({
        outcome: 'changed',
        facts: null
      });
    const picture = bake(badge, token);
    picture[picture.length - 100]! ^= 1;
    expect((await verifyCertificate(picture, { fetchJson: publishes(pair), now })).outcome).toBe('changed');
  });

  it('is revoked when the issuer lists it, and not when another issuer does', async () => {
    const file = bytes(token);
    const list = publishes(pair, [certificate.id]);
    expect(await verifyCertificate(file, { fetchJson: list, now })).toMatchObject({ outcome: 'revoked', facts });
    const address = origin + revokedPath(certificate.organisationId);
    const foreign = { ...((await list(address)) as object), issuer: `${origin}/elsewhere` };
    const fetchJson = publishes(pair, [], { [address]: foreign });
    expect(await verifyCertificate(file, { fetchJson, now })).toMatchObject({ outcome: 'valid', statusChecked: false });
  });

  it('is not valid before its day, nor after its end', async () => {
    const fetchJson = publishes(pair);
    const before = Date.parse('2026-04-20T23:59:59Z');
    expect((await verifyCertificate(bytes(token), { fetchJson, now: before })).outcome).toBe('not_yet');
    const ends = await signedWith(pair, { ...credentialOf(certificate, origin), exp: now / 1000 });
    expect((await verifyCertificate(bytes(ends), { fetchJson, now })).outcome).toBe('ended');
  });
});

describe('keys', () => {
  it('that are not there are unknown, wrong ones are told from changes by their name', async () => {
    const file = bytes(token);
    const outcome = async (keys: Parameters<typeof verifyCertificate>[1]['keys'], fetchJson = nowhere) =>
      (await verifyCertificate(file, { ...(keys && { keys }), fetchJson, now })).outcome;
    expect(await outcome(undefined)).toBe('unknown_key');
    expect(await outcome([other.publicKey])).toBe('other_key');
    expect(await outcome([{ ...other.publicKey, kid: key }])).toBe('changed');
  });

  it('of another organisation of the same server are none for this issuer', async () => {
    const issuer = origin + issuerPath(certificate.organisationId);
    const profile = {
      id: issuer,
      name: 'Harbour House',
      assertionMethod: [`${origin}/certificates/keys/its-own.json`]
    };
    const forged = publishes(other, [], { [issuer]: profile });
    const file = bytes(await signedWith(other));
    expect(await verifyCertificate(file, { fetchJson: forged, now })).toMatchObject({
      outcome: 'unknown_key',
      facts: null
    });
  });

  it('of this server are told with the name they are published for, whatever name a file gives', async () => {
    const claims = credentialOf({ ...certificate, organisation: 'The Ministry' }, origin);
    const result = await verifyCertificate(bytes(await signedWith(pair, claims)), { fetchJson: publishes(pair), now });
    expect([result.outcome, result.facts?.organisation, result.publishedBy]).toEqual([
      'valid',
      'The Ministry',
      'Harbour House'
    ]);
  });

  it.each(['', 'no json', '[]', '{"keys":[{"kty":"EC"}]}', '{"kty":"RSA","n":1}'])('are none in %j', (text) => {
    expect(keysIn(text)).toEqual([]);
  });
});

describe('files that are none', () => {
  const none = (file: Uint8Array) => verifyCertificate(file, { fetchJson: publishes(pair), now });
  it.each([
    ['an empty file', new Uint8Array(), 'empty'],
    ['20 MB', new Uint8Array(20 * 1024 * 1024), 'too_large'],
    ['a JPEG', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]), 'not_a_certificate'],
    ['an SVG with a script', bytes('<svg><script>alert(1)</script></svg>'), 'not_a_certificate'],
    ['a picture with nothing in it', badge, 'not_a_certificate'],
    ['three words', bytes('a.b.c'), 'not_a_certificate']
  ])('%s', async (_, file, outcome) => {
    expect((await none(file)).outcome).toBe(outcome);
  });

  it('signed without a signature, with a secret, or about something else', async () => {
    const [, payload = '', signature = ''] = token.split('.');
    const header = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const alg of ['none', 'HS256'])
      expect((await none(bytes(`${header({ alg, kid: key })}.${payload}.${signature}`))).outcome).toBe('other_way');
    expect((await none(bytes(await signedWith(pair, { hello: 'there' })))).outcome).toBe('not_a_certificate');
    const twoIssuers = { ...credentialOf(certificate, origin), iss: 'https://elsewhere.example.org' };
    expect((await none(bytes(await signedWith(pair, twoIssuers)))).outcome).toBe('not_a_certificate');
    const otherHolder = { ...credentialOf(certificate, origin), sub: `${origin}#somebody` };
    expect((await none(bytes(await signedWith(pair, otherHolder)))).outcome).toBe('not_a_certificate');
    // A header may bring its own key along; that proves nothing of who signed.
    const own = { ...headerOf(keyId, origin), jwk: other.publicKey };
    expect((await none(bytes(await signedWith(other, undefined, own)))).outcome).toBe('changed');
  });
});
