import { kindOfPath } from '$lib/agreements/kind';
import { agreementsOf } from '$lib/agreements/server/store';
import { found } from '$lib/server/found';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const kind = kindOfPath(url.pathname);
  const { team, versions } = await found(agreementsOf(locals.supabase, params.team, locals.person?.id ?? '', kind));
  /** The version asked for; when it is none of ours, the one that stands there unasked. */
  const asked = (name: string, unasked: number) =>
    versions.find(({ version }) => String(version) === url.searchParams.get(name)) ?? versions[unasked];
  return { team, kind, versions, from: asked('from', 1) ?? null, to: asked('to', 0) ?? null };
};
