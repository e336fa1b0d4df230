import { base64url, compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import type { CertificateFacts } from './certificate.ts';
import { revocationList } from './credential.ts';
import { isPng, mostBytes, PngFault, readBaked } from './png.ts';

/**
 * valid, revoked, not_yet (its day is still to come), ended (its time is over): signed by the key, unchanged.
 * changed: the key is known and the signature is not of this text. other_key: none of the given keys signed it as it is.
 * unknown_key: no key could be had for it. other_way: signed in a way that is not looked into here.
 */
export type Outcome =
  | 'valid'
  | 'revoked'
  | 'not_yet'
  | 'ended'
  | 'changed'
  | 'other_key'
  | 'unknown_key'
  | 'other_way'
  | 'not_a_certificate'
  | 'empty'
  | 'too_large';

/** What a file says, with what its issuer wrote about this holder's part of the training; empty where they came to all of it. */
export type FileFacts = CertificateFacts & { narrative: string };

export interface Verified {
  outcome: Outcome;
  /** Only of what is signed and unchanged. */
  facts: FileFacts | null;
  /** Where the file says its key is. */
  keyAddress: string | null;
  /** Whether the key was given by the person or came from its address. */
  keyFrom: 'given' | 'address' | null;
  /** Name of the organisation the key is published for; the one in `facts` is what the file says. Null when the key was given by hand. */
  publishedBy: string | null;
  /** Whether the issuer's list of revoked certificates could be read. */
  statusChecked: boolean;
}

interface Means {
  /** Public keys the person gives; without any, the key is fetched. */
  keys?: readonly JWK[];
  /** The JSON at an address; null when it can't be had or is asked of nobody. */
  fetchJson: (address: string) => Promise<unknown>;
  /** Milliseconds since 1970. */
  now: number;
}

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}T/);
/** As much of a credential as is looked at. Other members may be there. */
const claimsSchema = z.object({
  iss: z.string(),
  jti: z.string(),
  sub: z.string().optional(),
  nbf: z.number(),
  exp: z.number().optional(),
  id: z.string(),
  type: z
    .array(z.string())
    .refine((types) => types.includes('OpenBadgeCredential') || types.includes('AchievementCredential')),
  issuer: z.object({ id: z.string(), name: z.string().default('') }),
  validFrom: date,
  credentialSubject: z.object({
    id: z.string().optional(),
    identifier: z.array(z.object({ identityType: z.string(), identityHash: z.string() })).default([]),
    activityStartDate: date.optional(),
    activityEndDate: date.optional(),
    creditsEarned: z.number().default(0),
    narrative: z.string().default(''),
    achievement: z.object({ name: z.string(), tag: z.array(z.string()).default([]) })
  }),
  credentialStatus: z.object({ id: z.string(), type: z.string() }).optional()
});
type Claims = z.infer<typeof claimsSchema>;

const profileSchema = z.object({ id: z.string(), name: z.string(), assertionMethod: z.array(z.string()) });
const listSchema = z.object({
  issuer: z.string(),
  revokedCredentials: z.array(z.object({ id: z.string(), revoked: z.boolean().default(true) }))
});
const keySchema = z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string(), kid: z.string().optional() });

/** The public keys in a file: one JSON Web Key, or a set of them (RFC 7517). None when it is neither; what is private in it is left out. */
export function keysIn(text: string): JWK[] {
  try {
    const parsed: unknown = JSON.parse(text);
    const set = z.object({ keys: z.array(z.unknown()) }).safeParse(parsed);
    return (set.success ? set.data.keys : [parsed]).flatMap((key) => keySchema.safeParse(key).data ?? []);
  } catch {
    return [];
  }
}

/**
 * Whether a certificate, the picture or the text file, is signed by a key and unchanged, and whether it was revoked. Needs nothing but the
 * file, the key and, for revocation, the issuer's list. The same in a browser and on a server.
 */
export async function verifyCertificate(file: Uint8Array, { keys = [], fetchJson, now }: Means): Promise<Verified> {
  const token = tokenIn(file);
  if (token.outcome) return about(token.outcome);
  const header = headerIn(token.text);
  if (!header) return about('not_a_certificate');
  const keyAddress = typeof header.kid === 'string' ? header.kid : null;
  const known = { keyAddress, keyFrom: keys.length > 0 ? ('given' as const) : ('address' as const) };
  if (header.alg !== 'RS256') return about('other_way', known);

  const fetched = keys.length === 0 && keyAddress ? keySchema.safeParse(await fetchJson(keyAddress)).data : undefined;
  const candidates = fetched ? [fetched] : keys;
  if (candidates.length === 0) return about('unknown_key', { ...known, keyFrom: null });
  const payload = await signedBy(token.text, candidates);
  if (!payload) {
    const isItsKey = fetched !== undefined || candidates.some(({ kid }) => kid !== undefined && kid === keyAddress);
    return about(isItsKey ? 'changed' : 'other_key', known);
  }

  const claims = claimsIn(payload);
  if (!claims) return about('not_a_certificate', known);
  // Every organisation of a server can publish keys there: the one that is named as the issuer has to say that the key is its own.
  const profile = fetched && profileSchema.safeParse(await fetchJson(claims.iss)).data;
  if (fetched && (profile?.id !== claims.iss || !profile.assertionMethod.includes(keyAddress ?? '')))
    return about('unknown_key', { ...known, keyFrom: null });
  const revoked = await isRevoked(claims, fetchJson);
  return {
    outcome: standing(claims, revoked === true, now),
    facts: factsOf(claims),
    ...known,
    publishedBy: profile?.name ?? null,
    statusChecked: revoked !== null
  };
}

/** An outcome with what little is known of the file. */
export const about = (outcome: Outcome, known: Partial<Verified> = {}): Verified => ({
  facts: null,
  keyAddress: null,
  keyFrom: null,
  publishedBy: null,
  statusChecked: false,
  ...known,
  outcome
});

function tokenIn(file: Uint8Array): { outcome: Outcome; text?: never } | { outcome: null; text: string } {
  if (file.length === 0) return { outcome: 'empty' };
  if (file.length > mostBytes) return { outcome: 'too_large' };
  try {
    const text = (isPng(file) ? readBaked(file) : new TextDecoder().decode(file))?.trim() ?? '';
    return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text) ? { outcome: null, text } : { outcome: 'not_a_certificate' };
  } catch (fault) {
    // A picture whose checksums don't fit is one that something was changed in.
    if (fault instanceof PngFault) return { outcome: 'changed' };
    throw fault;
  }
}

function headerIn(token: string): { alg?: unknown; kid?: unknown } | null {
  try {
    return decodeProtectedHeader(token);
  } catch {
    return null;
  }
}

/** What one of the keys has signed; null when none has. */
async function signedBy(token: string, keys: readonly JWK[]): Promise<Uint8Array | null> {
  const [, , signature = ''] = token.split('.');
  // The last character of a signature carries bits nobody reads: another one there is a changed file all the same.
  if (base64url.encode(base64url.decode(signature)) !== signature) return null;
  for (const key of keys) {
    try {
      return (await compactVerify(token, await importJWK(key, 'RS256'), { algorithms: ['RS256'] })).payload;
    } catch {
      // Not this one.
    }
  }
  return null;
}

/** The claims, when they are of an Open Badge and say the same twice where they say it twice (Open Badges 3.0, 8.2.4). */
function claimsIn(payload: Uint8Array): Claims | null {
  try {
    const claims = claimsSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)));
    const { iss, jti, sub, nbf, issuer, id, validFrom, credentialSubject: subject } = claims;
    const sameTime = Math.floor(nbf) === Math.floor(Date.parse(validFrom) / 1000);
    const agree = iss === issuer.id && jti === id && sameTime && (subject.id === undefined || subject.id === sub);
    return agree ? claims : null;
  } catch {
    return null;
  }
}

/** Null when nobody could say. */
async function isRevoked(
  { iss, id, credentialStatus }: Claims,
  fetchJson: Means['fetchJson']
): Promise<boolean | null> {
  if (credentialStatus?.type !== revocationList) return null;
  const list = listSchema.safeParse(await fetchJson(credentialStatus.id)).data;
  if (list?.issuer !== iss) return null;
  return list.revokedCredentials.some((each) => each.id === id && each.revoked);
}

function standing({ nbf, exp }: Claims, revoked: boolean, now: number): Outcome {
  if (revoked) return 'revoked';
  if (nbf * 1000 > now) return 'not_yet';
  return exp !== undefined && exp * 1000 <= now ? 'ended' : 'valid';
}

function factsOf({ issuer, validFrom, credentialSubject: subject }: Claims): FileFacts {
  const day = (instant: string) => instant.slice(0, 10);
  return {
    name: subject.identifier.find(({ identityType }) => identityType === 'name')?.identityHash ?? '',
    training: subject.achievement.name,
    organisation: issuer.name,
    hours: subject.creditsEarned,
    narrative: subject.narrative,
    subjects: subject.achievement.tag,
    beginsOn: day(subject.activityStartDate ?? ''),
    endsOn: day(subject.activityEndDate ?? ''),
    issuedOn: day(validFrom)
  };
}
