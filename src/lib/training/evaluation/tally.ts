import { LEAST_ANSWERS } from '../../ballots/leastAnswers.ts';
import { CHOICES, type EvaluationForm, type Statement } from './form.ts';
import { percentages, roundedPercentages } from './percent.ts';

/** What came of one source: so many forms, and for each statement how many chose each of the four. */
export type Counted = { respondents: number; counts: number[][] };

export type StatementResult = {
  statement: Statement;
  counts: number[];
  /** How many answered it. */
  answered: number;
  /** Forms that left it out. */
  left: number;
  /** Of those who answered, adding up to 100; null where nobody did. */
  percent: number[] | null;
};

export type Result = {
  respondents: number;
  statements: StatementResult[];
  /** All answers to all statements by choice. */
  totals: number[];
  answers: number;
  /** Of all answers: adding up to 100, and rounded plainly, which may not. */
  percent: number[] | null;
  rounded: number[] | null;
};

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** The table of an evaluation. Null for fewer than five forms: then nothing is shown, of paper forms either. */
export function resultOf(form: Pick<EvaluationForm, 'statements'>, { respondents, counts }: Counted): Result | null {
  if (respondents < LEAST_ANSWERS) return null;
  const statements = form.statements.map((statement, at): StatementResult => {
    const row = counts[at] ?? [];
    const answered = sum(row);
    return { statement, counts: row, answered, left: respondents - answered, percent: percentages(row) };
  });
  const totals = Array.from({ length: CHOICES }, (_, choice) => sum(counts.map((row) => row[choice] ?? 0)));
  return {
    respondents,
    statements,
    totals,
    answers: sum(totals),
    percent: percentages(totals),
    rounded: roundedPercentages(totals)
  };
}

/** Two sources added up. Only what may be shown by itself is added, so that no difference gives a small group away. */
export function together(one: Counted, other: Counted): Counted | null {
  if (Math.min(one.respondents, other.respondents) < LEAST_ANSWERS) return null;
  return {
    respondents: one.respondents + other.respondents,
    counts: one.counts.map((row, statement) =>
      row.map((count, choice) => count + (other.counts[statement]?.[choice] ?? 0))
    )
  };
}

/** The mean place of a statement's answers, 1 the best to 4; null where nobody answered. */
export function meanPlace(counts: readonly number[]): number | null {
  const answered = sum(counts);
  return answered === 0 ? null : sum(counts.map((count, at) => count * (at + 1))) / answered;
}
