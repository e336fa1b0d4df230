import { bandOf, totalScale, type Scored } from './scales/bands.ts';
import type { ScaleDefinition } from './scales/schema.ts';

/** The answered value for each statement, in their order; null where nothing was chosen. */
export type Answers = readonly (number | null | undefined)[];

/** A score, or the numbers of the statements (from 1) that still have no answer. */
export type Score = { raw: number; band: number } | { missing: number[] };

/**
 * The score of one scale: a scale with an open statement has none. Nothing is guessed for it, since a guessed answer
 * could put someone into a band that they never said. A value that the definition does not list counts as no answer.
 */
export function scoreScale(
  { answers: options }: Pick<ScaleDefinition, 'answers'>,
  scale: Scored,
  answers: Answers
): Score {
  const values = options.map(({ value }) => value);
  const turn = Math.min(...values) + Math.max(...values);
  const missing = scale.items.filter((item) => !values.includes(answers[item - 1] ?? NaN));
  if (missing.length > 0) return { missing };
  const sum = scale.items.reduce((before, item) => {
    const value = answers[item - 1]!;
    return before + (scale.reversed.includes(item) ? turn - value : value);
  }, 0);
  const raw = scale.score === 'mean' ? sum / scale.items.length : sum;
  return { raw, band: bandOf(scale.bands, raw) };
}

/** The scores of all scales in the order of the definition. */
export function scoreScales(definition: ScaleDefinition, answers: Answers): Score[] {
  return definition.scales.map((scale) => scoreScale(definition, scale, answers));
}

/**
 * The total, where the definition has one. It is shown on the device and never sent: it would be one more look at the
 * same answers.
 */
export function scoreTotal(definition: ScaleDefinition, answers: Answers): Score | null {
  const total = totalScale(definition);
  return total && scoreScale(definition, total, answers);
}

/**
 * What is sent: the band of every scale; null while a statement is open. Only whole check-ins are sent, so that every
 * level counts the same people.
 */
export function bandsToSend(scores: readonly Score[]): number[] | null {
  const bands = scores.flatMap((score) => ('band' in score ? score.band : []));
  return bands.length === scores.length ? bands : null;
}
