import type { Practice, PracticeSort } from '../library/schema.ts';

/**
 * A practice as the check-in shows it. There is one of each sort in the page, whatever anybody answered, and none of them
 * is a link: what is fetched next must not tell what was advised (attack 17).
 */
export type PracticeSteps = { sort: PracticeSort; name: string; steps: readonly string[] };

/** The shortest practice of each sort, in the order of the library. */
export function shortestOfEach(practices: readonly Practice[]): PracticeSteps[] {
  const shortest = new Map<PracticeSort, Practice>();
  for (const practice of practices) {
    const before = shortest.get(practice.sort);
    if (!before || practice.minutes < before.minutes) shortest.set(practice.sort, practice);
  }
  return [...shortest].map(([sort, { title, steps }]) => ({ sort, name: title, steps: steps.map(({ text }) => text) }));
}
