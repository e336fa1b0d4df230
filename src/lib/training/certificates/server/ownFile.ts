import { error } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { found } from '$lib/server/found';
import type { Supabase } from '$lib/server/supabase';
import { privatePage } from '../../places/server/privatePage.ts';
import badge from '../badge.png?inline';
import { fileName } from '../certificate.ts';
import { bake } from '../png.ts';
import { ownCertificate } from './store.ts';

const picture = new Uint8Array(Buffer.from(badge.slice(badge.indexOf(',') + 1), 'base64'));

/**
 * The holder's certificate as a file to keep: our badge with the signed text baked in, or the signed text alone.
 * @param part the last part of `/place/…`
 * @throws HttpError 404 without a certificate that holds
 */
export async function ownFile(supabase: Supabase, part: string, ending: 'png' | 'jwt'): Promise<Response> {
  const certificate = await found(ownCertificate(supabase, part));
  if (certificate.revokedOn !== null) error(404, { message: m.server_not_found(), id: '' });
  return new Response(ending === 'png' ? bake(picture, certificate.signed) : certificate.signed, {
    headers: {
      ...privatePage(null),
      'content-type': ending === 'png' ? 'image/png' : 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName(certificate, ending)}"`
    }
  });
}
