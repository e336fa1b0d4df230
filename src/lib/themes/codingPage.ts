import { applyChange, type CodingState } from './codingChange.ts';
import { changeFor, type Deed } from './deed.ts';

/** A step of the coding history, newest first. */
export type CodingStep = { id: number; label: string; undone: boolean; madeAt: string; madeBy: string | null };

/** What the coding of a question shows: its coding, and the comments whose text changed after they were coded. */
export type CodingView = { coding: CodingState; changed: readonly string[] };

/** All that the coding page of a question needs. */
export type CodingPage = CodingView & {
  question: {
    id: string;
    number: number;
    prompt: string;
    tableTitle: string;
    summary: string;
    groupsResponding: number | null;
  };
  circle: { id: string; title: string; state: string; timeZone: string };
  questions: { id: string; number: number; tableTitle: string }[];
  /** Counts up with every change; a change made from an older state is refused. */
  version: number;
  /** A lead, in a circle that is open or closed. */
  mayCode: boolean;
  history: CodingStep[];
};

/** How far the coding of a question is. Comments are counted one by one here, as each is one decision. */
export type QuestionProgress = {
  id: string;
  number: number;
  prompt: string;
  tableTitle: string;
  themes: number;
  comments: number;
  coded: number;
  changed: number;
};

/** The view after a deed. Deciding on a comment again settles that its text had changed. Throws CodingError. */
export function afterDeed({ coding, changed }: CodingView, deed: Deed): CodingView {
  const change = changeFor(coding, deed);
  const decided = new Set(change.flatMap((op) => ('comment' in op ? op.comment : [])));
  return { coding: applyChange(coding, change), changed: changed.filter((id) => !decided.has(id)) };
}

/** Which comments are shown: all, those in no theme, those changed since they were coded, or those of a theme (its id). */
export type Filter = 'all' | 'uncoded' | 'changed' | (string & {});

/** The comments a filter shows, in their order. */
export function shownComments({ coding, changed }: CodingView, filter: Filter): CodingState['comments'] {
  const { comments, codings } = coding;
  if (filter === 'uncoded') return comments.filter(({ id }) => !codings[id]);
  if (filter === 'changed') return comments.filter(({ id }) => changed.includes(id));
  if (filter === 'all') return comments;
  return comments.filter(({ id }) => codings[id]?.theme === filter);
}

/** The filter an address asks for; all when there is no such theme. */
export function filterOf(word: string | null, { themes }: CodingState): Filter {
  if (word === 'uncoded' || word === 'changed') return word;
  return themes.find(({ id }) => id === word)?.id ?? 'all';
}
