/**
 * How much of the full width a bar takes, in percent with one decimal.
 * @param value what is drawn; below zero counts as nothing
 * @param all the values drawn together: the largest fills the width
 * @param full a fixed value that fills the width instead (for bars compared across lists)
 */
export function barShare(value: number, all: readonly number[], full?: number): number {
  const most = full ?? Math.max(0, ...all);
  if (most <= 0 || value <= 0) return 0;
  return Math.min(100, Math.round((value / most) * 1000) / 10);
}
