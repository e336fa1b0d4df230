import { syllable } from 'syllable';

/** What is left of Markdown when it is read aloud: headings, list signs, table edges and lines to write on are not. */
const spoken = (markdown: string) =>
  markdown.replace(/[*_#>|]+|^\s*[-\d]+[.)]?\s|`|\[( |x)\]/gm, ' ').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');

/**
 * Years of school a text asks for, by Flesch and Kincaid (1975): 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
 * A line of its own (a list item, a heading) ends a sentence. Under thirty words the figure says little, and is 0.
 */
export function readingGrade(markdown: string): number {
  const sentences = spoken(markdown)
    .split(/[.!?…:;]+(?=["”’)\s]|$)|\n/)
    .map((sentence) => sentence.match(/[\p{L}\p{N}’'-]+/gu) ?? [])
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  if (words.length < 30) return 0;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}
