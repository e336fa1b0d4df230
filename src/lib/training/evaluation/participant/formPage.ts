import { z } from 'zod';
import type { OwnEvaluation } from '../../places/schema.ts';
import type { EvaluationForm } from '../form.ts';
import { countsSchema, formSchema } from '../schema.ts';
import { type Result, resultOf } from '../tally.ts';

/** `receipts`: numbers of the forms that were counted among random ones, for a device to find its own. Empty until it is published. */
export type FormPage = {
  id: string;
  title: string;
  form: EvaluationForm;
  closesAt: string;
  phase: OwnEvaluation['phase'];
  /** How many people are asked. */
  askedCount: number;
  /** Null unless published with enough forms. */
  result: Result | null;
  receipts: string[];
};

const receiptsSchema = z.array(z.string());

/** What a participant's page of an evaluation is told. @throws ZodError where the database holds no form or counts of a form */
export function formPage(evaluation: OwnEvaluation): FormPage {
  const { id, title, closesAt, phase, askedCount, enough, respondents } = evaluation;
  const form = formSchema.parse(evaluation.form);
  const published = phase === 'published';
  const counts = published && enough ? countsSchema.parse(evaluation.counts) : null;
  return {
    id,
    title,
    form,
    closesAt,
    phase,
    askedCount,
    result: counts && resultOf(form, { respondents: respondents ?? 0, counts }),
    receipts: published ? receiptsSchema.parse(evaluation.receipts) : []
  };
}
