import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import type { Json } from '$lib/database.types';
import { type Evaluation, phaseOf, type Published } from '../evaluation.ts';
import type { EvaluationForm } from '../form.ts';
import { countsSchema, formSchema } from '../schema.ts';
import type { Counted } from '../tally.ts';
import { instantAt } from '../times.ts';

const columns = `id, title, form, asked, opens_at, closes_at, opened_at,
  evaluation_results (source, enough, key_lost, respondents, counts), evaluation_roster (training_places (name))` as const;

type ResultRow = {
  source: string;
  enough: boolean;
  key_lost: boolean;
  respondents: number | null;
  counts: Json | null;
};

/** The evaluations of a training, the newest first. @param now milliseconds since 1970 */
export async function evaluationsOf(supabase: Supabase, training: string, now: number): Promise<Evaluation[]> {
  const rows = mustWork(
    await supabase
      .from('evaluations')
      .select(columns)
      .eq('training_id', training)
      .order('created_at', { ascending: false })
  );
  return rows.map(
    ({ id, title, form, asked, opens_at, closes_at, opened_at, evaluation_results, evaluation_roster }) => {
      const bySource = (source: string) => evaluation_results.find((row) => row.source === source);
      const published = publishedFrom(bySource('forms'));
      const opensAt = opens_at === null ? null : Date.parse(opens_at);
      const times = { opensAt, closesAt: closes_at === null ? null : Date.parse(closes_at) };
      return {
        id,
        title,
        form: formSchema.parse(form),
        asked: asked === 'everybody' ? 'everybody' : 'cohort',
        opensAt: opens_at,
        closesAt: closes_at,
        phase: phaseOf({ ...times, opened: opened_at !== null, published: published !== null }, now),
        // The job looks every twenty seconds.
        waiting: opened_at === null && opensAt !== null && opensAt < now - 60_000,
        published,
        paper: countedFrom(bySource('paper')),
        roster: evaluation_roster
          .flatMap(({ training_places }) => training_places?.name ?? [])
          .toSorted((a, b) => a.localeCompare(b))
      };
    }
  );
}

function publishedFrom(row: ResultRow | undefined): Published | null {
  if (!row) return null;
  const counted = countedFrom(row);
  return row.enough && counted ? { enough: true, ...counted } : { enough: false, keyLost: row.key_lost };
}

function countedFrom(row: ResultRow | undefined): Counted | null {
  if (!row || row.respondents === null) return null;
  return { respondents: row.respondents, counts: countsSchema.parse(row.counts) };
}

/** One evaluation of a training; null for none. */
export async function evaluationOf(
  supabase: Supabase,
  training: string,
  id: string,
  now: number
): Promise<Evaluation | null> {
  return (await evaluationsOf(supabase, training, now)).find((one) => one.id === id) ?? null;
}

export interface NewEvaluation {
  /** Of the form that was sent: sent twice it makes one evaluation. */
  key: string;
  title: string;
  form: EvaluationForm;
  asked: 'cohort' | 'everybody';
  /** Date and time on the training's clock; null on paper only. */
  times: { opens: string; closes: string } | null;
}

/**
 * Makes an evaluation and gives its id; for the same key the same one.
 * @throws RuleBroken `evaluation_start`, `evaluation_overlap`; 400 for a length that is not allowed
 */
export async function makeEvaluation(
  supabase: Supabase,
  training: { id: string; organisationId: string; timeZone: string },
  { key, title, form, asked, times }: NewEvaluation
): Promise<string> {
  const at = (local: string) => {
    const instant = instantAt(local, training.timeZone);
    return instant === null ? null : new Date(instant).toISOString();
  };
  const made = await supabase.from('evaluations').insert({
    training_id: training.id,
    organisation_id: training.organisationId,
    request_key: key,
    title,
    form: form as unknown as NonNullable<Json>,
    asked,
    opens_at: times && at(times.opens),
    closes_at: times && at(times.closes)
  });
  if (made.error && made.error.code !== '23505') mustWork(made);
  return mustWork(
    await supabase.from('evaluations').select('id').eq('training_id', training.id).eq('request_key', key).single()
  ).id;
}

/** Takes back an evaluation that has not opened. Whether there was one. */
export async function takeBackEvaluation(supabase: Supabase, id: string): Promise<boolean> {
  return mustWork(await supabase.from('evaluations').delete().eq('id', id).select('id')).length > 0;
}

/** Keeps the counts of paper forms in the place of earlier ones. @throws RuleBroken `evaluation_counts` */
export async function keepPaper(
  supabase: Supabase,
  { id, organisationId }: { id: string; organisationId: string },
  counted: Counted
): Promise<void> {
  const change = async () =>
    mustWork(
      await supabase
        .from('evaluation_results')
        .update(counted)
        .eq('evaluation_id', id)
        .eq('source', 'paper')
        .select('evaluation_id')
    ).length > 0;
  if (await change()) return;
  const { error } = await supabase
    .from('evaluation_results')
    .insert({ evaluation_id: id, organisation_id: organisationId, source: 'paper', ...counted });
  // Two trainers at once: the later one stands.
  if (error?.code === '23505' && (await change())) return;
  mustWork({ data: true, error });
}

/** Takes the counts of paper forms out again. */
export async function removePaper(supabase: Supabase, id: string): Promise<void> {
  mustWork(
    await supabase.from('evaluation_results').delete().eq('evaluation_id', id).eq('source', 'paper').select('source')
  );
}
