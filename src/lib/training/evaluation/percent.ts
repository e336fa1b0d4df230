/**
 * Whole percentages that add up to 100, by largest remainder (Hamilton): each share is rounded down, and what is missing goes to those whose
 * rest is largest, at equal rests to the earlier one. Null where there is nothing to share.
 * @param counts whole numbers from 0
 */
export function percentages(counts: readonly number[]): number[] | null {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  // In whole hundredths of the total, so that no fraction is ever rounded on its way.
  const floors = counts.map((count) => Math.floor((count * 100) / all));
  const rests = counts.map((count) => (count * 100) % all);
  const missing = 100 - floors.reduce((sum, floor) => sum + floor, 0);
  const first = rests
    .map((rest, at) => ({ rest, at }))
    .toSorted((a, b) => b.rest - a.rest || a.at - b.at)
    .slice(0, missing)
    .map(({ at }) => at);
  return floors.map((floor, at) => floor + (first.includes(at) ? 1 : 0));
}

/** The same by plain rounding (half up), which may add up to more or less than 100. Null as above. */
export function roundedPercentages(counts: readonly number[]): number[] | null {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return all === 0 ? null : counts.map((count) => Math.floor((count * 200 + all) / (all * 2)));
}
