import { countComments } from './counts.ts';
import type { CodedComment } from './codedCircle.ts';

/** Fewer voices than this may point to a person; product.md, Safety: three groups or people. */
export const FEWEST_VOICES = 3;

/**
 * True when a theme was said by so few that its wording should be looked at again before it is published. Where at least three groups
 * answered and every comment has its group, voices are groups; else they are people, as far as “said by n” tells, since
 * comments carry no author.
 */
export function saidByFew(
  theme: readonly Pick<CodedComment, 'count' | 'group'>[],
  question: readonly Pick<CodedComment, 'count' | 'group'>[]
): boolean {
  if (theme.length === 0) return false;
  const { comments, groups } = countComments(theme);
  return (voicesAreGroups(theme, question) ? groups : comments) < FEWEST_VOICES;
}

/** True when groups can be counted as voices, which tells more than comments: one person may have said several. */
export function voicesAreGroups(
  theme: readonly Pick<CodedComment, 'count' | 'group'>[],
  question: readonly Pick<CodedComment, 'count' | 'group'>[]
): boolean {
  return theme.every(({ group }) => group !== null) && countComments(question).groups >= FEWEST_VOICES;
}
