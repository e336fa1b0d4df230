import { error } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { found } from '$lib/server/found';
import { withheld, withheldInCircle } from '$lib/themes/frozenReport';
import { leftOut } from '$lib/themes/publishForm';
import { beforePublishing } from '$lib/themes/publishing';
import { forFiles, reportFile } from '$lib/themes/reportFile';
import { measuresOf, readingOf } from '$lib/themes/reading';
import { makeReport } from '$lib/themes/report';
import { readPublished, readReportSource } from '$lib/themes/server/reportStore';
import type { RequestHandler } from './$types';

/** A report as a file: of a published version, or of the coding as it is now. The store lets members of the team through, no one else. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  if (!locals.person) error(401, { message: m.server_not_allowed(), id: '' });
  const version = url.searchParams.get('version');
  const source =
    version === null ? await found(readReportSource(locals.supabase, locals.person.id, params.circle)) : null;
  const reading = readingOf(url.searchParams, source ? measuresOf(source.coded) : undefined);
  const drafted = source && makeReport(source.coded, reading);
  // A draft goes round too, once it is a file: words that may identify someone stay out of it, as they do when it is published. The
  // record is for bringing in again, so a lead gets it whole.
  const risky = leftOut(drafted ? beforePublishing(drafted, 'full') : [], []);
  const whole = params.file === 'record.json' && source?.leads;
  const circle = source && forFiles(whole ? source : { ...source, coded: withheldInCircle(source.coded, risky) });
  const report = drafted
    ? withheld(drafted, risky)
    : (await found(readPublished(locals.supabase, params.circle, Number(version) || 0))).report;
  const file = reportFile(params.file, report, reading.depth, circle);
  if (!file) error(404, { message: m.server_not_found(), id: '' });
  return new Response(file.body, {
    headers: {
      'content-type': `${file.type}; charset=utf-8`,
      // Neutral, as file names are read over shoulders.
      'content-disposition': `attachment; filename="${params.file}"`,
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'"
    }
  });
};
