import type { Backend } from '../../server/backend.ts';
import { serviceClient, type Supabase } from '../../server/supabase.ts';
import { toBase64url } from '../blind/bytes.ts';
import type { RoundKeys } from '../blind/signer.ts';
import { fingerprintOf } from '../blind/token.ts';

/** `sealed` is null where fewer than five answered. */
export type Ballot = { nullifier: string; sealed: string | null };

export type PublicKeys = { sign: { key: string; fingerprint: string }; seal: { key: string; fingerprint: string } };

/** The database refused or did not answer; of its words only the code is kept, since they may quote values. */
export class BallotBoxFault extends Error {
  override name = 'BallotBoxFault';
}

const clients = new WeakMap<Backend, Supabase>();

/** The server's own client for the ballot box, made once. */
export function boxClient(backend: Backend): Supabase {
  const client = clients.get(backend) ?? serviceClient(backend);
  clients.set(backend, client);
  return client;
}

type Answer<T> = { data: T; error: { code?: string } | null };

/** What the database answered. @throws BallotBoxFault */
export function told<T>({ data, error }: Answer<T>): NonNullable<T> {
  if (error) throw new BallotBoxFault(`the ballot box refused (${error.code ?? 'no code'})`);
  return data as NonNullable<T>;
}

/** A round's ballots once it is over. */
export async function ballotsOf(service: Supabase, round: string): Promise<Ballot[]> {
  return told(await service.rpc('ballots_of', { p_round: round }));
}

/** `counted`, `already`, `closed` or `failed`. */
export async function castInto(service: Supabase, round: string, nullifier: string, sealed: string): Promise<string> {
  return told(await service.rpc('cast_ballot', { p_round: round, p_nullifier: nullifier, p_sealed: sealed }));
}

/** The public halves of new keys, as the functions that open a round take them. */
export async function publicHalves({ sign, seal }: RoundKeys) {
  return {
    p_sign: toBase64url(sign.publicKey),
    p_sign_fingerprint: await fingerprintOf(sign.publicKey),
    p_seal: toBase64url(seal.publicKey),
    p_seal_fingerprint: await fingerprintOf(seal.publicKey)
  };
}

const KEYS = 'sign_key, sign_fingerprint, seal_key, seal_fingerprint';

/** The public halves of a round's keys, of a check-in or an evaluation; null when there is no such round, or it has not opened. */
export async function publicKeys(service: Supabase, round: string): Promise<PublicKeys | null> {
  const of = async (table: 'check_in_rounds' | 'evaluations') => {
    const { data, error } = await service.from(table).select(KEYS).eq('id', round).maybeSingle();
    if (error) throw new BallotBoxFault(`the ballot box refused (${error.code})`);
    return data;
  };
  const row = (await of('check_in_rounds')) ?? (await of('evaluations'));
  if (!row?.sign_key || !row.seal_key) return null;
  return {
    sign: { key: row.sign_key, fingerprint: row.sign_fingerprint ?? '' },
    seal: { key: row.seal_key, fingerprint: row.seal_fingerprint ?? '' }
  };
}
