import { publicJson } from '$lib/training/certificates/server/publicJson';
import { publishedRevoked } from '$lib/training/certificates/server/published';
import { originOf } from '$lib/training/places/server/letters';
import type { RequestHandler } from './$types';

/** The organisation's revoked certificates (https://www.imsglobal.org/spec/vcrl/v1p0/): ids, no names, no reasons. */
export const GET: RequestHandler = async ({ locals, params, url }) =>
  publicJson(await publishedRevoked(locals.supabase, params.organisation, await originOf(url)), 0);
