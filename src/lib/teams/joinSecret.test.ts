import { expect, test } from 'vitest';
import { hashJoinSecret, isJoinSecret, makeJoinSecret, secretIn } from './joinSecret.ts';

const secret = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';

test('a secret is 32 random bytes in 43 characters that fit an address', () => {
  const counted = (bytes: number) => Buffer.from(Array.from({ length: bytes }, (_, index) => index));
  expect(makeJoinSecret(counted)).toBe(secret);
  expect(isJoinSecret(makeJoinSecret())).toBe(true);
  expect(makeJoinSecret()).not.toBe(makeJoinSecret());
});

test('only its SHA-256 is kept', () => {
  // FIPS 180-2, appendix B.1: the digest of "abc".
  expect(hashJoinSecret('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test.each([
  ['the whole link', `https://circlewell.example/join/${secret}`],
  ['a link with words around it', `Join us: http://10.0.0.4:3000/join/${secret} (until Friday)`],
  ['a link with a question', `https://circlewell.example/join/${secret}?from=poster`],
  ['its end', `/join/${secret}`],
  ['the bare code', `  ${secret}\n`]
])('finds the secret in %s', (_, text) => {
  expect(secretIn(text)).toBe(secret);
});

test.each([
  ['nothing', ''],
  ['a code that is too short', secret.slice(1)],
  ['a link whose code is too long', `https://circlewell.example/join/${secret}A`],
  ['another page', 'https://circlewell.example/home'],
  ['a script', `<script>/join/</script>`]
])('finds none in %s', (_, text) => {
  expect(secretIn(text)).toBeNull();
});
