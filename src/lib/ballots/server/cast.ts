import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { Backend } from '../../server/backend.ts';
import type { Env } from '../../server/env.ts';
import { fromBase64url, toBase64url } from '../blind/bytes.ts';
import { SEALED_BYTES } from '../blind/seal.ts';
import { MESSAGE_BYTES, nullifierOf, parseMessage } from '../blind/token.ts';
import { boxClient, castInto, publicKeys } from './ballotBox.ts';
import { isRoundId } from './keyStore.ts';

const SIGNATURE_BYTES = 256;

/** A cast: message ‖ signature ‖ sealed answer, one after the other. The same length for everybody. */
export const CAST_BYTES = MESSAGE_BYTES + SIGNATURE_BYTES + SEALED_BYTES;

/** What becomes of a cast, as an HTTP status and nothing else. */
export const castStatus = {
  counted: 204,
  malformed: 400,
  forged: 403,
  unknown: 404,
  already: 409,
  closed: 410,
  failed: 503
} as const;
export type CastOutcome = keyof typeof castStatus;

// A round's key never changes once it is open. Public keys only, and none of who asked.
const verifiers = new Map<string, KeyObject>();
const MOST_VERIFIERS = 2_000;

// True at first: the server may have stopped between a close and the writing anew.
let stirred = true;

/** Whether an answer came in since this was asked last. When, how many and of which round is not kept. */
export function takeStirred(): boolean {
  const was = stirred;
  stirred = false;
  return was;
}

/** Checks a cast and puts it into the ballot box. Nothing about it is kept or told but what it gives. */
export async function castBallot(backend: Backend, round: string, body: Uint8Array): Promise<CastOutcome> {
  if (body.length !== CAST_BYTES || !isRoundId(round)) return 'malformed';
  const message = new Uint8Array(body.subarray(0, MESSAGE_BYTES));
  const signature = body.subarray(MESSAGE_BYTES, MESSAGE_BYTES + SIGNATURE_BYTES);
  const sealed = body.subarray(MESSAGE_BYTES + SIGNATURE_BYTES);
  // The round is in the message too: a token of another round is none of this.
  if (parseMessage(message)?.roundId !== round) return 'forged';
  const key = await verifierOf(backend, round);
  if (!key) return 'unknown';
  const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
  if (!verify('sha384', message, pss, signature)) return 'forged';
  const outcome = await castInto(boxClient(backend), round, await nullifierOf(message), toBase64url(sealed));
  if (outcome === 'counted') stirred = true;
  return outcome in castStatus ? (outcome as CastOutcome) : 'failed';
}

async function verifierOf(backend: Backend, round: string): Promise<KeyObject | null> {
  const known = verifiers.get(round);
  if (known) return known;
  const keys = await publicKeys(boxClient(backend), round);
  if (!keys) return null;
  const der = Buffer.from(fromBase64url(keys.sign.key));
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  if (verifiers.size >= MOST_VERIFIERS) verifiers.clear();
  verifiers.set(round, key);
  return key;
}

/** Where a page sends the answers of a round: this server, or its other name without cookies. */
export function castAddress(env: Pick<Env, 'PUBLIC_BALLOT_ORIGIN'>, round: string): string {
  return `${env.PUBLIC_BALLOT_ORIGIN ?? ''}/cast/${round}`;
}
