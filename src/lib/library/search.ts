import MiniSearch from 'minisearch';
import { addressOf, documentKinds, type DocumentKind, type LibraryDocument } from './schema.ts';
import { sortWord } from './words.ts';
import { wordsOf } from './wordsOf.ts';

/** A piece of text; `hit` where it is a word that was looked for. */
export interface Piece {
  text: string;
  hit: boolean;
}

export interface Hit {
  kind: DocumentKind;
  title: string;
  address: string;
  /** The words around the first hit, or the summary. */
  around: Piece[];
}

export interface Found {
  hits: Hit[];
  /** How many hits there are of each kind, whichever kind was asked for. */
  counts: Record<DocumentKind, number>;
}

export type Search = (query: string, kind?: DocumentKind | null) => Found;

/** Longer questions are cut: nobody types more, and words cost time. */
export const longestQuery = 100;

/** After the texts with all the words, so many of the others are shown: their best ones. */
const mostOthers = 10;

/** Letters of the text around a hit. */
const excerptLength = 180;

/** The text without the signs of Markdown. */
const plain = (markdown: string) =>
  markdown
    .replace(/^\s*(?:[-*>#|]+|\d+\.)\s+(?:\[[ xX]\]\s+)?/gm, '')
    .replace(/[*_|]+|-{3,}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Makes the search over documents; the index is made here, once. Titles weigh most, then summaries. Words match from
 * their beginning and with a slip of a letter. Documents with all words come first; the best of the others follow.
 */
export function searchOver(documents: readonly LibraryDocument[]): Search {
  const stored = documents.map((some, id) => ({ id, some, title: some.title, summary: some.summary, ...textOf(some) }));
  const index = new MiniSearch<(typeof stored)[number]>({ fields: ['title', 'summary', 'sort', 'text'] });
  index.addAll(stored);

  return (query, kind = null) => {
    const asked = query.slice(0, longestQuery);
    const options = {
      boost: { title: 4, summary: 2, sort: 2 },
      prefix: (word: string) => word.length > 1,
      fuzzy: (word: string) => (word.length > 4 ? 0.2 : false)
    };
    const all = index.search(asked, { ...options, combineWith: 'AND' });
    const known = new Set(all.map(({ id }) => id as number));
    const others = index.search(asked, options).filter(({ id }) => !known.has(id as number));
    const results = [...all, ...others.slice(0, mostOthers)];
    const counts = Object.fromEntries(documentKinds.map((each) => [each, 0])) as Record<DocumentKind, number>;
    const hits: Hit[] = [];
    for (const { id, terms } of results) {
      const { some, text } = stored[id as number]!;
      counts[some.kind]++;
      if (kind !== null && some.kind !== kind) continue;
      hits.push({ kind: some.kind, title: some.title, address: addressOf(some), around: around(text, terms) });
    }
    return { hits, counts };
  };
}

const textOf = (some: LibraryDocument) => ({
  text: plain(wordsOf(some).slice(some.title.length)),
  sort: some.kind === 'practice' ? sortWord(some.sort) : ''
});

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The text around the first word that was found, in pieces, so that the words can be marked. */
export function around(text: string, terms: readonly string[]): Piece[] {
  const words = [...terms].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const at = words.length > 0 ? text.search(pattern) : -1;
  const from = at < excerptLength / 2 ? 0 : text.lastIndexOf(' ', at - excerptLength / 3) + 1;
  const end = from + excerptLength;
  const to = end >= text.length ? text.length : Math.max(text.lastIndexOf(' ', end), from + 1);
  const excerpt = text.slice(from, to);
  const pieces: Piece[] = [];
  const add = (piece: string, hit: boolean) => piece && pieces.push({ text: piece, hit });
  let last = 0;
  if (at >= 0)
    for (const match of excerpt.matchAll(pattern)) {
      add(excerpt.slice(last, match.index), false);
      add(match[0], true);
      last = match.index + match[0].length;
    }
  add(excerpt.slice(last), false);
  if (from > 0) pieces.unshift({ text: '… ', hit: false });
  if (to < text.length) pieces.push({ text: ' …', hit: false });
  return pieces;
}
