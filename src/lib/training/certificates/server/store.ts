import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import type { OwnCertificate } from '../../places/schema.ts';
import { ownPlace } from '../../places/server/ownPage.ts';
import type { Certificate } from '../certificate.ts';
import { certificateFrom } from './row.ts';

/** A certificate with the place it was given to; null once that was destroyed. */
export type GivenCertificate = Certificate & { place: string | null };

/** All certificates of a training, the revoked ones too, by name. */
export async function certificatesOf(supabase: Supabase, training: string): Promise<GivenCertificate[]> {
  const rows = mustWork(await supabase.from('certificates').select('*').eq('training_id', training));
  return rows
    .map((row) => ({ ...certificateFrom(row), place: row.place_id }))
    .toSorted((a, b) => a.name.localeCompare(b.name) || (a.revokedOn ?? '').localeCompare(b.revokedOn ?? ''));
}

/** Signed and still valid certificate of one place of a training; null when there is none. */
export async function certificateOf(supabase: Supabase, training: string, place: string): Promise<Certificate | null> {
  const query = supabase.from('certificates').select('*').eq('training_id', training).eq('place_id', place);
  const row = mustWork(await query.is('revoked_on', null).not('signed', 'is', null).maybeSingle());
  return row ? certificateFrom(row) : null;
}

/** What the holder of a place has: their signed certificate, or the revoked one when there is no other; null without any. */
export const ownCertificate = async (supabase: Supabase, part: string): Promise<OwnCertificate | null> =>
  (await ownPlace(supabase, part))?.certificate ?? null;

/** @param why read by the holder */
export async function revokeCertificate(supabase: Supabase, certificate: string, why: string): Promise<void> {
  mustWork(await supabase.rpc('revoke_certificate', { p_certificate: certificate, p_why: why }));
}
