import { error } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { found } from '$lib/server/found';
import type { Supabase } from '$lib/server/supabase';
import { certificateFile } from './certificateFile.ts';
import { certificateOf, ownCertificate } from './store.ts';

const none = (): never => error(404, { message: m.server_not_found(), id: '' });

/**
 * The holder's certificate as a file.
 * @param part the last part of `/place/…`
 * @throws HttpError 404 without a certificate that holds
 */
export async function ownFile(supabase: Supabase, part: string, ending: 'png' | 'jwt'): Promise<Response> {
  const certificate = await found(ownCertificate(supabase, part));
  return certificate.revokedOn === null ? certificateFile(certificate, ending) : none();
}

/** The same file for the trainers, who hand it to people without an e-mail address. @throws HttpError 404 as above */
export async function fileOfPlace(
  supabase: Supabase,
  { training, place }: { training: string; place: string },
  ending: 'png' | 'jwt'
): Promise<Response> {
  const certificate = await found(certificateOf(supabase, training, place));
  const { signed, endsOn } = certificate;
  return signed === null ? none() : certificateFile({ signed, endsOn }, ending);
}
