import { error } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { found } from '$lib/server/found';
import { resultCsv } from '$lib/training/evaluation/resultCsv';
import { standingBeside } from '$lib/training/evaluation/server/standing';
import { evaluationOf } from '$lib/training/evaluation/server/store';
import { sourcesOf } from '$lib/training/evaluation/sources';
import type { RequestHandler } from './$types';

/** A table of an evaluation as a file; for fewer than five forms there is none. */
export const GET: RequestHandler = async ({ locals, params }) => {
  if (!locals.person) error(401, { message: m.server_not_allowed(), id: '' });
  const now = Date.now();
  const [evaluation, { completed }] = await Promise.all([
    found(evaluationOf(locals.supabase, params.training, params.evaluation, now)),
    found(standingBeside(locals.supabase, params.training, now))
  ]);
  const shown = sourcesOf(evaluation).sources.find(({ source }) => source === params.source);
  if (!shown) error(404, { message: m.server_not_found(), id: '' });
  return new Response(resultCsv(evaluation.form, shown.result, completed), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="evaluation.csv"',
      'cache-control': 'private, no-store'
    }
  });
};
