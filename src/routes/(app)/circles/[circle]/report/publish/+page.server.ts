import { error, fail, redirect } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { withheld, withoutWords } from '$lib/themes/frozenReport';
import { leftOut, mustLook, readPublishing } from '$lib/themes/publishForm';
import { beforePublishing, gapsOf } from '$lib/themes/publishing';
import { measuresOf, readingOf } from '$lib/themes/reading';
import { makeReport } from '$lib/themes/report';
import { publishReport, readReportSource } from '$lib/themes/server/reportStore';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function sourceFor({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
  const source = await found(readReportSource(locals.supabase, locals.person?.id ?? '', params.circle));
  if (!source.mayPublish) error(403, { message: m.server_not_allowed(), id: '' });
  return source;
}

export const load: PageServerLoad = async (event) => {
  const source = await sourceFor(event);
  const measures = measuresOf(source.coded);
  const report = makeReport(source.coded, readingOf(event.url.searchParams, measures));
  const findings = beforePublishing(report, 'full');
  const { id, questionIds, versions } = source;
  return {
    circle: id,
    questionIds,
    version: (versions[0]?.version ?? 0) + 1,
    measures,
    report,
    findings,
    gaps: gapsOf(report)
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const values = typedValues(form);
    const read = readPublishing(form);
    if (!read.success) return fail(400, { values, errors: fieldErrors(read.error) });
    const source = await sourceFor(event);
    const { version, measure, quotes, looked, print } = read.data;
    const report = makeReport(source.coded, { countBy: measure });
    const findings = beforePublishing(report, 'full');
    if (mustLook(findings, gapsOf(report)) && !looked)
      return fail(400, { values, errors: { looked: m.themes_looked_missing() } });
    return orFormMessage(values, async () => {
      const printed = quotes ? withheld(report, leftOut(findings, print)) : withoutWords(report);
      const made = await publishReport(event.locals.supabase, source, version, {
        report: printed,
        quotesAgreed: quotes
      });
      redirect(303, `/circles/${source.id}/report/${made}?new`);
    });
  }
};
