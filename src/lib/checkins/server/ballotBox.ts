import type { Json } from '../../database.types.ts';
import type { Backend } from '../../server/backend.ts';
import { serviceClient, type Supabase } from '../../server/supabase.ts';
import { fingerprintOf } from '../blind/token.ts';
import { toBase64url } from '../blind/bytes.ts';
import type { RoundKeys } from '../blind/signer.ts';
import type { Publication } from '../publication/publish.ts';
import type { ScaleDefinition } from '../scales/schema.ts';

/** A round that the clock says is to be opened or closed. `overdue`: over for a week. */
export type DueRound = {
  round: string;
  step: 'open' | 'close';
  builtIn: boolean;
  definition: unknown;
  sealFingerprint: string | null;
  overdue: boolean;
};

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

function told<T>({ data, error }: Answer<T>): NonNullable<T> {
  if (error) throw new BallotBoxFault(`the ballot box refused (${error.code ?? 'no code'})`);
  return data as NonNullable<T>;
}

export async function dueRounds(service: Supabase): Promise<DueRound[]> {
  return told(await service.rpc('due_rounds')).map((row) => ({
    round: row.round_id,
    step: row.step === 'open' ? 'open' : 'close',
    builtIn: row.built_in,
    definition: row.definition,
    sealFingerprint: row.seal_fingerprint,
    overdue: row.overdue
  }));
}

/** `opened`, `already`, or why not: `unknown`, `not_due`, `no_contacts`, `few_people`. */
export async function openRound(
  service: Supabase,
  round: string,
  { sign, seal }: RoundKeys,
  definition: ScaleDefinition
): Promise<string> {
  return told(
    await service.rpc('open_round', {
      p_round: round,
      p_sign: toBase64url(sign.publicKey),
      p_sign_fingerprint: await fingerprintOf(sign.publicKey),
      p_seal: toBase64url(seal.publicKey),
      p_seal_fingerprint: await fingerprintOf(seal.publicKey),
      p_definition: definition as unknown as Json,
      p_version: definition.version
    })
  );
}

export async function ballotsOf(service: Supabase, round: string): Promise<Ballot[]> {
  return told(await service.rpc('ballots_of', { p_round: round }));
}

/** `published`, `already`, or why not: `not_due`, `not_enough`, `no_receipt`. The ballots and tokens are gone then. */
export async function publishRound(
  service: Supabase,
  round: string,
  publication: Publication,
  receipts: string[],
  keyLost: boolean
): Promise<string> {
  return told(
    await service.rpc('publish_round', {
      p_round: round,
      p_enough: publication.enough,
      p_levels: publication.enough ? publication.scales : [],
      p_help: publication.enough ? publication.help : [],
      p_receipts: receipts,
      p_key_lost: keyLost
    })
  );
}

/** `counted`, `already`, `closed` or `failed`. */
export async function castInto(service: Supabase, round: string, nullifier: string, sealed: string): Promise<string> {
  return told(await service.rpc('cast_ballot', { p_round: round, p_nullifier: nullifier, p_sealed: sealed }));
}

/** The public halves of a round's keys; null when there is no such round, or it has not opened. */
export async function publicKeys(service: Supabase, round: string): Promise<PublicKeys | null> {
  const row = await service.from('check_in_rounds').select('*').eq('id', round).maybeSingle();
  if (row.error) throw new BallotBoxFault(`the ballot box refused (${row.error.code})`);
  if (!row.data?.sign_key || !row.data.seal_key) return null;
  const { sign_key, sign_fingerprint, seal_key, seal_fingerprint } = row.data;
  return {
    sign: { key: sign_key, fingerprint: sign_fingerprint ?? '' },
    seal: { key: seal_key, fingerprint: seal_fingerprint ?? '' }
  };
}

/** Of these rounds, those that are neither planned nor open: published, or not there at all. */
export async function finishedOf(service: Supabase, rounds: string[]): Promise<string[]> {
  if (rounds.length === 0) return [];
  const standing = told(await service.from('check_in_rounds').select('id').in('id', rounds)).map(({ id }) => id);
  const published = told(await service.from('check_in_publications').select('round_id').in('round_id', rounds));
  const done = published.map(({ round_id }) => round_id);
  return rounds.filter((round) => !standing.includes(round) || done.includes(round));
}
