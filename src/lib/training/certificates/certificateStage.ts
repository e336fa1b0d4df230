import { CompactSign, exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';
import { issuerPath, keyPath, revokedPath } from './addresses.ts';
import type { Certificate } from './certificate.ts';
import { credentialOf, headerOf, profileOf, revokedListOf } from './credential.ts';

export const origin = 'https://circles.example.org';

/** Of the key that its certificates are signed with. */
export const keyId = 'bbbbbbbb-cccc-4ddd-8eee-ffffffffffff';

/** A certificate for tests, as the database gives one. */
export const certificate: Certificate = {
  id: '5d1f6f3e-8a3b-4d55-9c0a-1f0d4a5b6c7d',
  organisationId: '11111111-2222-4333-8444-555555555555',
  trainingId: '66666666-7777-4888-8999-aaaaaaaaaaaa',
  name: 'Žofia Ångström-O’Neill',
  training: 'Facilitators, spring',
  organisation: 'Harbour House',
  hours: 27.5,
  subjects: ['Circles', 'Risk', 'Culture'],
  beginsOn: '2026-03-30',
  endsOn: '2026-04-20',
  issuedOn: '2026-04-21',
  trainers: ['Tara Trainer'],
  daysNeeded: 5,
  days: 5,
  daysCounted: 5,
  makeUpsCount: true,
  signed: null,
  revokedOn: null,
  revokedWhy: ''
};

/** A day after the certificate was given, in milliseconds since 1970. */
export const dayAfter = Date.parse('2026-04-22T12:00:00Z');

export type Pair = { privateKey: CryptoKey; publicKey: JWK };
export async function newPair(): Promise<Pair> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { modulusLength: 2048 });
  return { privateKey, publicKey: await exportJWK(publicKey) };
}

/** Signs claims, those of the certificate unless others are given. */
export const signedWith = (
  { privateKey }: Pair,
  claims: object = credentialOf(certificate, origin),
  header = headerOf(keyId, origin)
): Promise<string> =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(claims))).setProtectedHeader(header).sign(privateKey);

/** What this server publishes, as `fetchJson`. Null at an address takes it away. */
export function publishes({ publicKey }: Pair, revoked: string[] = [], over: Record<string, unknown> = {}) {
  const { organisationId, organisation } = certificate;
  const there: Record<string, unknown> = {
    [origin + keyPath(keyId)]: publicKey,
    [origin + issuerPath(organisationId)]: profileOf({ id: organisationId, name: organisation, keys: [keyId] }, origin),
    [origin + revokedPath(organisationId)]: revokedListOf(organisationId, revoked, origin),
    ...over
  };
  return (address: string) => Promise.resolve(there[address] ?? null);
}
