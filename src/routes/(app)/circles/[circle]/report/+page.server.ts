import { redirect } from '@sveltejs/kit';
import { found } from '$lib/server/found';
import { leftOut } from '$lib/themes/publishForm';
import { beforePublishing } from '$lib/themes/publishing';
import { measuresOf, readingOf } from '$lib/themes/reading';
import { atDepth, makeReport } from '$lib/themes/report';
import { readReportSource } from '$lib/themes/server/reportStore';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const source = await found(readReportSource(locals.supabase, locals.person?.id ?? '', params.circle));
  const measures = measuresOf(source.coded);
  const reading = readingOf(url.searchParams, measures);
  const { id, teamId, timeZone, leads, mayPublish, questionIds, fingerprint, versions } = source;
  // Members come for what was published; the draft is the leads' work, and stands behind a link.
  const waiting = !leads && !['draft', 'depth', 'measure'].some((name) => url.searchParams.has(name));
  if (waiting && versions[0]) redirect(303, `/circles/${id}/report/${versions[0].version}`);
  // Only what this depth shows goes to the browser.
  const whole = makeReport(source.coded, reading);
  const report = waiting ? { ...whole, questions: [] } : atDepth(whole, reading.depth);
  const risky = leftOut(beforePublishing(whole, 'full'), []).size;
  return {
    circle: { id, teamId, timeZone },
    ...{ leads, mayPublish, waiting, questionIds, fingerprint, versions, measures, reading, report, risky }
  };
};
