import { error } from '@sveltejs/kit';
import { savedAs } from '$lib/library/files/fileName';
import { openVersion } from '$lib/library/server/fileStore';
import * as m from '$lib/paraglide/messages';
import { found } from '$lib/server/found';
import type { RequestHandler } from './$types';

/** One version, for whoever may read it: saved to disk, and never shown as a page of this site. */
export const GET: RequestHandler = async ({ locals, params }) => {
  if (!locals.person) error(401, { message: m.server_not_allowed(), id: '' });
  const number = /^\d{1,3}$/.test(params.version) ? Number(params.version) : 0;
  const { name, contentType, bytes } = await found(
    openVersion(locals.supabase, params.organisation, params.file, number)
  );
  return new Response(bytes, {
    headers: {
      'content-type': contentType,
      'content-length': String(bytes.size),
      'content-disposition': savedAs(name),
      'content-security-policy': "sandbox; default-src 'none'"
    }
  });
};
