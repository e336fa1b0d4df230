import type { Band, ScaleDefinition } from './schema.ts';

/** Statements (numbered from 1) that are scored together, the reversed ones among them. */
export type Scored = {
  items: readonly number[];
  reversed: readonly number[];
  score: 'sum' | 'mean';
  bands: readonly Band[];
};

/**
 * The total as a scale over all statements, each reversed where its own scale reverses it; null when the definition has
 * none.
 */
export function totalScale({ scales, statements, total }: ScaleDefinition): (Scored & { strain: string }) | null {
  if (!total) return null;
  return {
    ...total,
    items: statements.map((_, index) => index + 1),
    reversed: scales.flatMap(({ reversed }) => reversed)
  };
}

/** Whether a raw score belongs to this band. */
export function holds({ from, to, below }: Band, raw: number): boolean {
  return (from === undefined || raw >= from) && (to === undefined || raw <= to) && (below === undefined || raw < below);
}

/** The place of a raw score's band, from 0. @throws RangeError when it has none, which a valid definition rules out. */
export function bandOf(bands: readonly Band[], raw: number): number {
  const place = bands.findIndex((band) => holds(band, raw));
  if (place < 0) throw new RangeError('This raw score belongs to no band.');
  return place;
}

/**
 * Every raw score that some answers give, ascending. Sums are walked item by item, not answer sheet by answer sheet.
 */
export function possibleRaws(answers: ScaleDefinition['answers'], { items, score }: Scored): number[] {
  let sums = new Set([0]);
  for (let item = 0; item < items.length; item++)
    sums = new Set([...sums].flatMap((sum) => answers.map(({ value }) => sum + value)));
  return [...sums].sort((a, b) => a - b).map((sum) => (score === 'mean' ? sum / items.length : sum));
}
