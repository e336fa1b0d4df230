import { publicJson } from '$lib/training/certificates/server/publicJson';
import { publishedKey } from '$lib/training/certificates/server/published';
import type { RequestHandler } from './$types';

/** A public key as a JSON Web Key: what `kid` of a certificate points at. It never changes. */
export const GET: RequestHandler = async ({ locals, params }) =>
  publicJson(await publishedKey(locals.supabase, params.key), 86_400);
