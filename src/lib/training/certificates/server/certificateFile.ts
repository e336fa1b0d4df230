import { privatePage } from '../../places/server/privatePage.ts';
import badge from '../badge.png?inline';
import { fileName, type CertificateFacts } from '../certificate.ts';
import { bake } from '../png.ts';

const picture = new Uint8Array(Buffer.from(badge.slice(badge.indexOf(',') + 1), 'base64'));

/** A certificate as a file to keep: our badge with the signed text baked in, or the signed text alone. */
export const certificateFile = (
  certificate: Pick<CertificateFacts, 'endsOn'> & { signed: string },
  ending: 'png' | 'jwt'
): Response =>
  new Response(ending === 'png' ? bake(picture, certificate.signed) : certificate.signed, {
    headers: {
      ...privatePage(null),
      'content-type': ending === 'png' ? 'image/png' : 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName(certificate, ending)}"`
    }
  });
