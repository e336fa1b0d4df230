import * as m from '../../paraglide/messages.js';
import type { Evaluation } from './evaluation.ts';
import { type Counted, type Result, resultOf, together } from './tally.ts';

export type Source = 'forms' | 'paper' | 'together';

/**
 * The tables an evaluation shows, each from five forms on, and the two sources added up where both are shown.
 * `paperFew`: paper forms are there, and too few. `notTogether`: both sources are there, and are not added up.
 */
export function sourcesOf({ form, published, paper }: Pick<Evaluation, 'form' | 'published' | 'paper'>): {
  sources: { source: Source; result: Result }[];
  paperFew: boolean;
  notTogether: boolean;
} {
  const forms = published?.enough ? published : null;
  const both = forms && paper && together(forms, paper);
  const table = (source: Source, counted: Counted | null) => {
    const result = counted && resultOf(form, counted);
    return result ? [{ source, result }] : [];
  };
  const sources = [...table('together', both), ...table('forms', forms), ...table('paper', paper)];
  return {
    sources,
    paperFew: paper !== null && !sources.some(({ source }) => source === 'paper'),
    notTogether: forms !== null && paper !== null && !both
  };
}

export const sourceTitle = (source: Source): string =>
  ({
    forms: m.training_evaluation_source_forms,
    paper: m.training_evaluation_source_paper,
    together: m.training_evaluation_source_both
  })[source]();
