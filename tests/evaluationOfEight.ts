import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInForm } from '../src/lib/training/evaluation/form.ts';

/** The paper evaluation of a training: how many of `respondents` chose each of the four, a statement a row, and what comes of it. */
export type EvaluationOfEight = {
  scale: string[];
  respondents: number;
  items: { text: string; counts: number[] }[];
  expected: { totals: number[]; answers: number; percent: number[] };
};

// Lies beside the project where it is developed, and is no part of it.
const file = join(import.meta.dirname, '../../shared/data/evaluation-2004.json');

/** An imaginary group of eight, added up by hand: the same sums as in 2004, other answers. Statements 5 and 6 differ by half a step, as there. */
const imaginary: EvaluationOfEight = {
  scale: builtInForm.choices,
  respondents: 8,
  items: [
    ...Array<number[]>(5).fill([8, 0, 0, 0]),
    ...Array<number[]>(4).fill([4, 4, 0, 0]),
    [5, 3, 0, 0],
    [4, 2, 2, 0]
  ].map((counts, at) => ({ text: builtInForm.statements[at]!.text, counts })),
  expected: { totals: [65, 21, 2, 0], answers: 88, percent: [74, 24, 2, 0] }
};

/** The evaluation of 2004 where it is; elsewhere one of ours, so that nothing is left untested. */
export const evaluationOfEight: EvaluationOfEight = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as EvaluationOfEight)
  : imaginary;
