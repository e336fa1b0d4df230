import { z } from 'zod';
import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { profileOf, revokedListOf } from '../credential.ts';

const id = z.uuid();
const issuer = z.object({ id: z.string(), name: z.string(), keys: z.array(z.string()) });
const status = z.object({
  status: z.enum(['valid', 'revoked']),
  issued_on: z.string(),
  revoked_on: z.string().nullable(),
  organisation: z.string()
});

/** The public key with this id; null when there is none. */
export async function publishedKey(supabase: Supabase, key: string): Promise<unknown> {
  return id.safeParse(key).success ? mustWork(await supabase.rpc('certificate_key', { p_key: key })) : null;
}

/** Who issues certificates, by the organisation's id; null when it never did. */
async function issuerOf(supabase: Supabase, organisation: string) {
  if (!id.safeParse(organisation).success) return null;
  return issuer.nullable().parse(mustWork(await supabase.rpc('certificate_issuer', { p_organisation: organisation })));
}

export async function publishedIssuer(supabase: Supabase, organisation: string, origin: string) {
  const found = await issuerOf(supabase, organisation);
  return found && profileOf(found, origin);
}

export async function publishedRevoked(supabase: Supabase, organisation: string, origin: string) {
  if (!(await issuerOf(supabase, organisation))) return null;
  const revoked = mustWork(await supabase.rpc('revoked_certificates', { p_organisation: organisation }));
  return revokedListOf(organisation, revoked, origin);
}

async function statusOf(supabase: Supabase, certificate: string) {
  if (!id.safeParse(certificate).success) return null;
  return status.nullable().parse(mustWork(await supabase.rpc('certificate_status', { p_certificate: certificate })));
}

/** Whether a certificate still holds, for machines. No name is in it. */
export async function publishedStatus(supabase: Supabase, certificate: string) {
  const found = await statusOf(supabase, certificate);
  return found && { certificate, status: found.status, issuedOn: found.issued_on, revokedOn: found.revoked_on };
}

/** The same for people, with who gave it; still nothing of the one who has it. */
export async function standingInWords(supabase: Supabase, certificate: string) {
  const found = await statusOf(supabase, certificate);
  return found && { organisation: found.organisation, issuedOn: found.issued_on, revokedOn: found.revoked_on };
}
