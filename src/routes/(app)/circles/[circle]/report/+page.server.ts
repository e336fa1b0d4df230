import { found } from '$lib/server/found';
import { measuresOf, readingOf } from '$lib/themes/reading';
import { atDepth, makeReport } from '$lib/themes/report';
import { readReportSource } from '$lib/themes/server/reportStore';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const source = await found(readReportSource(locals.supabase, locals.person?.id ?? '', params.circle));
  const measures = measuresOf(source.coded);
  const reading = readingOf(url.searchParams, measures);
  const { id, timeZone, mayPublish, questionIds, fingerprint, versions } = source;
  // Only what this depth shows goes to the browser.
  const report = atDepth(makeReport(source.coded, reading), reading.depth);
  return { circle: { id, timeZone }, mayPublish, questionIds, fingerprint, versions, measures, reading, report };
};
