import { publicJson } from '$lib/training/certificates/server/publicJson';
import { publishedIssuer } from '$lib/training/certificates/server/published';
import { originOf } from '$lib/training/places/server/letters';
import type { RequestHandler } from './$types';

/** Who issues: the organisation's name and the addresses of its keys. */
export const GET: RequestHandler = async ({ locals, params, url }) =>
  publicJson(await publishedIssuer(locals.supabase, params.organisation, await originOf(url)), 300);
