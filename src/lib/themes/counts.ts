import type { CodedComment } from './codedCircle.ts';

/** What is counted: what was said (a comment said by three counts three), the groups that said it, or different comments. */
export type CountBy = 'comments' | 'groups' | 'distinct';
export type Counts = Record<CountBy, number>;

type Counted = Pick<CodedComment, 'count' | 'group' | 'theme'>;

/** Counts some comments in all three ways. Comments of no known group add nothing to the groups. */
export function countComments(comments: readonly Pick<Counted, 'count' | 'group'>[]): Counts {
  const groups = new Set(comments.flatMap(({ group }) => group ?? []));
  return {
    comments: comments.reduce((sum, { count }) => sum + count, 0),
    groups: groups.size,
    distinct: comments.length
  };
}

/** A question's table: what each theme holds, what all themes hold together, and what is in none. */
export type ThemeTable<T, C> = {
  rows: { theme: T; counts: Counts; comments: C[] }[];
  /** The total of the table: coded comments only. Its groups are not the sum of the rows, as a group may speak to many themes. */
  coded: Counts;
  uncoded: C[];
};

/**
 * Counts a question's themes, largest first; ties keep the coder's order, which is the order of `themes`. Themes without comments
 * keep a row of zeros. A comment whose theme is not among `themes` is uncoded: it is listed, never dropped.
 */
export function countThemes<T extends { id: string }, C extends Counted>(
  themes: readonly T[],
  comments: readonly C[],
  by: CountBy = 'comments'
): ThemeTable<T, C> {
  const held = new Map<string | null, C[]>(themes.map(({ id }) => [id, []]));
  const uncoded = comments.filter((comment) => !held.get(comment.theme)?.push(comment));
  const rows = themes.map((theme) => {
    const comments = held.get(theme.id)!;
    return { theme, counts: countComments(comments), comments };
  });
  rows.sort((a, b) => b.counts[by] - a.counts[by]);
  return { rows, coded: countComments(rows.flatMap((row) => row.comments)), uncoded };
}

/**
 * How many groups answered a question: the number it was given, unless the comments name more; words as they are (“over 20”); null when
 * neither tells. A group may well answer without leaving a comment, so a larger given number stands.
 */
export function groupsThatAnswered(question: {
  groupsResponding: number | string | null;
  comments: readonly Pick<Counted, 'count' | 'group'>[];
}): number | string | null {
  const { groupsResponding: given } = question;
  const { groups } = countComments(question.comments);
  if (typeof given === 'number') return Math.max(given, groups);
  return given ?? (groups || null);
}
