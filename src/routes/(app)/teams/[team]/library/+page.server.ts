import { builtInDocument } from '$lib/library/server/builtIn';
import { teamLibrary } from '$lib/library/server/copyStore';
import { updateOffer } from '$lib/library/updateOffer';
import { found } from '$lib/server/found';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { team, isLead, copies } = await found(teamLibrary(locals.supabase, params.team, locals.person?.id ?? ''));
  return {
    team,
    isLead,
    removed: url.searchParams.has('removed'),
    copies: copies.map(({ id, document, original, changedAt, changedBy }) => {
      const newest = builtInDocument(document.kind, document.slug);
      return {
        id,
        kind: document.kind,
        title: document.title,
        summary: document.summary,
        from: original.title,
        changedAt,
        changedBy,
        hasNewer: newest !== null && updateOffer(document, original, newest).length > 0
      };
    })
  };
};
