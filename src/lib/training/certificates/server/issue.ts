import type { JWK } from 'jose';
import * as m from '$lib/paraglide/messages';
import { mustWork, RuleBroken } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import type { Json } from '$lib/database.types';
import { keyPath } from '../addresses.ts';
import { credentialOf, headerOf } from '../credential.ts';
import type { CertificateKeys } from './keyFile.ts';
import { certificateFrom } from './store.ts';

/** Who signs, and where certificates of this server are. `origin` has no slash at its end. */
export type Signing = { keys: CertificateKeys; origin: string };

/**
 * Gives each of these places its certificate and signs it. Those that have one keep it; one that was left unsigned is finished. Whether a place has
 * completed is decided by the database.
 * @returns how many places have their signed certificate now
 * @throws RuleBroken at the first that may not have one; those before it have theirs
 */
export async function issueCertificates(
  supabase: Supabase,
  signing: Signing,
  organisation: string,
  places: readonly string[]
): Promise<number> {
  const key = await currentKey(supabase, signing, organisation);
  for (const place of places) {
    const certificate = mustWork(await supabase.rpc('issue_certificate', { p_place: place, p_key: key }));
    await signCertificate(supabase, signing, certificate);
  }
  return places.length;
}

/** The organisation's latest key whose private half is here; a new one when there is none. */
async function currentKey(supabase: Supabase, { keys, origin }: Signing, organisation: string): Promise<string> {
  const query = supabase.from('organisation_keys').select('id').eq('organisation_id', organisation);
  const known = mustWork(await query.order('made_on', { ascending: false }).order('id'));
  const here = known.find(({ id }) => keys.has(id));
  if (here) return here.id;
  // The file first: a key that is published and gone would be worse than a file nobody asks for.
  const { id, publicKey } = await keys.make();
  const published: JWK = { ...publicKey, kid: origin + keyPath(id) };
  const row = { id, organisation_id: organisation, public_key: published as unknown as NonNullable<Json> };
  const { error } = await supabase.from('organisation_keys').insert(row);
  mustWork({ data: null, error });
  return id;
}

async function signCertificate(supabase: Supabase, { keys, origin }: Signing, id: string): Promise<void> {
  const certificate = certificateFrom(mustWork(await supabase.from('certificates').select('*').eq('id', id).single()));
  if (certificate.signed !== null) return;
  const payload = JSON.stringify(credentialOf(certificate, origin));
  const signed = await keys.sign(certificate.keyId, headerOf(certificate, origin), payload);
  if (signed === null) throw new RuleBroken(409, 'certificate_key_lost', m.training_certificates_key_lost());
  mustWork(await supabase.rpc('sign_certificate', { p_certificate: id, p_signed: signed }));
}
