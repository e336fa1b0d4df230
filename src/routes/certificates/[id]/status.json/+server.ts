import { publicJson } from '$lib/training/certificates/server/publicJson';
import { publishedStatus } from '$lib/training/certificates/server/published';
import type { RequestHandler } from './$types';

/** Whether one certificate still holds: `{ certificate, status: 'valid' | 'revoked', issuedOn, revokedOn }`. No name is in it. */
export const GET: RequestHandler = async ({ locals, params }) =>
  publicJson(await publishedStatus(locals.supabase, params.id), 0);
