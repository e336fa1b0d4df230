import type { CodedCircle } from './codedCircle.ts';
import type { CountBy } from './counts.ts';
import { DEPTHS, type Depth } from './report.ts';

/** How a report is read: what its address says. */
export type Reading = { depth: Depth; countBy: CountBy };

const MEASURES: CountBy[] = ['comments', 'groups', 'distinct'];

/** Counting groups tells something only where comments name them. */
export function measuresOf({ questions }: CodedCircle): CountBy[] {
  const named = questions.some(({ comments }) => comments.some(({ group }) => group !== null));
  return named ? MEASURES : MEASURES.filter((measure) => measure !== 'groups');
}

/** What an address asks for; the tables, counted in comments, where it asks for nothing that there is. */
export function readingOf(query: URLSearchParams, measures: readonly CountBy[] = MEASURES): Reading {
  return {
    depth: DEPTHS.find((depth) => depth === query.get('depth')) ?? 'tables',
    countBy: measures.find((measure) => measure === query.get('measure')) ?? 'comments'
  };
}

/** The address of a reading, to stand after a path; what goes without saying is left out. */
export function queryOf({ depth, countBy }: Reading): string {
  const query = new URLSearchParams();
  query.set('depth', depth);
  if (countBy !== 'comments') query.set('measure', countBy);
  return `?${query}`;
}
