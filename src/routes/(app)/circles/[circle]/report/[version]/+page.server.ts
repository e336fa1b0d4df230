import { error } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { found } from '$lib/server/found';
import { readingOf } from '$lib/themes/reading';
import { atDepth } from '$lib/themes/report';
import { readPublished, readReportSource } from '$lib/themes/server/reportStore';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  if (!/^[1-9]\d{0,5}$/.test(params.version)) error(404, { message: m.server_not_found(), id: '' });
  const published = await found(readPublished(locals.supabase, params.circle, Number(params.version)));
  const source = await found(readReportSource(locals.supabase, locals.person?.id ?? '', params.circle));
  const { depth } = readingOf(url.searchParams);
  const { report, fingerprint, ...version } = published;
  return {
    circle: { id: source.id, teamId: source.teamId, timeZone: source.timeZone },
    leads: source.leads,
    versions: source.versions,
    fingerprint: source.fingerprint,
    version,
    report: atDepth(report, depth),
    reading: { depth, countBy: report.countBy },
    changed: fingerprint !== source.fingerprint,
    newest: source.versions[0]?.version ?? version.version,
    isNew: url.searchParams.has('new')
  };
};
