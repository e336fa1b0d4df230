import * as m from '$lib/paraglide/messages';
import { mustWork, RuleBroken } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { signNow } from './signing.ts';

/**
 * Gives each of these places its certificate, and wakes the job that signs. Those that have one keep it; one that was left unsigned is signed. Whether a place
 * may have one is decided by the database.
 * @param origin of this server, which the certificates will carry, without a slash at its end
 * @throws RuleBroken at the first that may not have one, those before it have theirs; and when the job could not sign
 */
export async function issueCertificates(supabase: Supabase, origin: string, places: readonly string[]): Promise<void> {
  const given: string[] = [];
  try {
    for (const place of places) given.push(mustWork(await supabase.rpc('issue_certificate', { p_place: place })));
  } finally {
    await signNow(origin, given);
  }
  const unsigned = supabase.from('certificates').select('id').in('id', given).is('signed', null);
  if (mustWork(await unsigned).length > 0)
    throw new RuleBroken(503, 'certificate_unsigned', m.training_certificates_unsigned());
}
