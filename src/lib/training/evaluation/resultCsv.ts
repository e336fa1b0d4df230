import * as m from '../../paraglide/messages.js';
import { toCsv } from '../../themes/csv.ts';
import type { EvaluationForm } from './form.ts';
import type { Result } from './tally.ts';

/** A table as a file: a line for each statement, with its percentages at the end, then the totals with both kinds of percentages, and the denominators. */
export function resultCsv({ choices }: Pick<EvaluationForm, 'choices'>, result: Result, completed: number): string {
  const head = [
    m.training_evaluation_statement(),
    ...choices,
    m.training_evaluation_answered(),
    m.training_evaluation_left(),
    ...choices.map((choice) => `${choice} %`)
  ];
  const line = (...cells: (string | number)[]) => head.map((_, at) => cells[at] ?? '');
  return toCsv([
    head,
    ...result.statements.map(({ statement, counts, answered, left, percent }) =>
      line(statement.text, ...counts, answered, left, ...(percent ?? []))
    ),
    line(m.training_evaluation_total(), ...result.totals, result.answers),
    line(m.training_evaluation_percent(), ...(result.percent ?? [])),
    line(m.training_evaluation_percent_plain(), ...(result.rounded ?? [])),
    line(m.training_evaluation_respondents(), result.respondents),
    line(m.training_evaluation_completed(), completed)
  ]);
}
