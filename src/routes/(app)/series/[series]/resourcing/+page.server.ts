import { fail } from '@sveltejs/kit';
import { wallClock } from '$lib/agenda/clock';
import { found } from '$lib/server/found';
import { orFormMessage } from '$lib/server/errors';
import { exampleSheet } from '$lib/series/exampleDuties';
import { newSheet, readResourcing, rowsIn, sheetFields } from '$lib/series/resourcingForm';
import { keepResourcing, resourcingOf } from '$lib/series/server/resourcing';
import { typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { series, sheet } = await found(resourcingOf(locals.supabase, params.series, locals.person?.id ?? ''));
  return {
    series,
    sheet: sheet ?? newSheet(series.places),
    kept: sheet !== null,
    today: wallClock(Date.now(), series.timeZone).date
  };
};

export const actions: Actions = {
  save: async ({ request, locals, params }) => {
    const form = await request.formData();
    const values = typedValues(form);
    const { sheet, errors } = readResourcing(form);
    if (Object.keys(errors).length > 0)
      return fail(400, { did: 'nothing' as const, values, errors, rows: rowsIn(form) });
    const answer = await orFormMessage(values, async () => {
      const { series } = await found(resourcingOf(locals.supabase, params.series, locals.person?.id ?? ''));
      await keepResourcing(locals.supabase, series.id, series.teamId, sheet);
      return { did: 'save' as const, values: sheetFields(sheet), errors: {}, rows: 0 };
    });
    if (!('status' in answer)) return answer;
    return fail(answer.status, { ...answer.data, did: 'nothing' as const, rows: rowsIn(form) });
  },
  /** More empty rows, with everything typed kept and nothing saved. */
  more: async ({ request }) => {
    const form = await request.formData();
    return { did: 'more' as const, values: typedValues(form), errors: {}, rows: rowsIn(form) + 3 };
  },
  example: async () => ({ did: 'example' as const, values: sheetFields(exampleSheet), errors: {}, rows: 0 })
};
