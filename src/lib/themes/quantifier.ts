import * as m from '../paraglide/messages.js';
import type { CountBy } from './counts.ts';

export type Quantifier = 'none' | 'one' | 'two' | 'few' | 'some' | 'many' | 'most' | 'almost_all' | 'all';

/**
 * The word for `part` of `whole` (whole numbers, 0 ≤ part ≤ whole; RangeError otherwise). One and two are called by their number
 * whatever their share, because “many” of a handful misleads.
 *
 * The bands are Circlewell's own: there is no common standard, only the habit of using such words loosely, and fixed bands are the
 * cure. Almost all: nine in ten or more. Most: more than half, as a majority is. Many: a quarter or more. Some: a tenth or more.
 * A few: less. All and none are exact.
 */
export function quantifierOf(part: number, whole: number): Quantifier {
  if (!Number.isInteger(part) || !Number.isInteger(whole) || part < 0 || part > whole) {
    throw new RangeError(`No share: ${part} of ${whole}`);
  }
  if (part === 0) return 'none';
  if (part === whole) return 'all';
  if (part <= 2) return part === 1 ? 'one' : 'two';
  const share = part / whole;
  if (share >= 0.9) return 'almost_all';
  if (share > 0.5) return 'most';
  if (share >= 0.25) return 'many';
  return share >= 0.1 ? 'some' : 'few';
}

const WORDS: Record<Quantifier, () => string> = {
  none: m.themes_quantifier_none,
  one: m.themes_quantifier_one,
  two: m.themes_quantifier_two,
  few: m.themes_quantifier_few,
  some: m.themes_quantifier_some,
  many: m.themes_quantifier_many,
  most: m.themes_quantifier_most,
  almost_all: m.themes_quantifier_almost_all,
  all: m.themes_quantifier_all
};

const PHRASES = {
  comments: m.themes_quantified_comments,
  groups: m.themes_quantified_groups,
  distinct: m.themes_quantified_distinct
};
/** For a word that is itself the number, which would be said twice. */
const SHORT_PHRASES = {
  comments: m.themes_quantified_comments_short,
  groups: m.themes_quantified_groups_short,
  distinct: m.themes_quantified_distinct_short
};

/** A share in words, never without its figures: “Many of the comments (38 of 82)”, “Two of 12 comments”. */
export function quantified(part: number, whole: number, by: CountBy = 'comments'): string {
  const quantifier = quantifierOf(part, whole);
  const word = WORDS[quantifier]();
  if (quantifier === 'one' || quantifier === 'two') return SHORT_PHRASES[by]({ word, whole });
  return PHRASES[by]({ word, part, whole });
}

/** A quantifier word that a person typed: where it stands in the text (UTF-16 units, end exclusive). */
export type TypedQuantifier = { word: string; start: number; end: number };

/**
 * Quantifier words in a text that were not generated, so that no one can write “most” against the numbers. Passages of `allowed`
 * (the phrases of the report, names of themes) are passed over; so is “most important” and the like, which counts nothing.
 */
export function typedQuantifiers(text: string, allowed: readonly string[]): TypedQuantifier[] {
  let rest = text;
  for (const passage of allowed.filter(Boolean)) {
    const literal = new RegExp(passage.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu');
    rest = rest.replace(literal, (found) => ' '.repeat(found.length));
  }
  const words = new RegExp(`(?<!\\p{L})(${m.themes_quantifier_typed_words()})(?!\\p{L})`, 'giu');
  return [...rest.matchAll(words)]
    .filter(({ 0: word, index }) => word.toLowerCase() !== 'most' || !SUPERLATIVE.test(rest.slice(index + word.length)))
    .map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }));
}

const SUPERLATIVE =
  /^ (?:important|likely|recent|useful|helpful|urgent|common|valuable|needed|often|of all)(?!\p{L})/iu;
