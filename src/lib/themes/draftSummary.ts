import * as m from '../paraglide/messages.js';
import type { CountBy } from './counts.ts';

/** What a draft needs of a theme: its name, its counts, and its share in words. */
type NamedTheme = { name: string; share: string; counts: Record<CountBy, number> };

/**
 * A summary to begin from, made of counts and names of themes only; a person then says what it means. It names the three largest
 * themes, and any that are as large as the third.
 */
export function draftSummary(question: {
  themes: readonly NamedTheme[];
  countBy: CountBy;
  /** How many comments are in no theme: without them and without themes there is nothing to count, and the draft says so. */
  uncoded: number;
  groupsAnswered: number | string | null;
}): string {
  const { themes, countBy, uncoded, groupsAnswered } = question;
  if (themes.length === 0 && uncoded === 0)
    return groupsAnswered ? m.themes_draft_no_comments() : m.themes_draft_unanswered();
  const third = themes[2]?.counts[countBy] ?? 0;
  const named = themes.filter(({ counts }) => counts[countBy] >= third);
  const comments = themes.reduce((sum, { counts }) => sum + counts.comments, 0);
  const others = themes.length - named.length;
  const sentences = [
    themes.length === 0
      ? m.themes_draft_empty()
      : m.themes_draft_table({
          comments: m.themes_comments({ count: comments }),
          themes: m.themes_themes({ count: themes.length })
        }),
    ...named.map(({ share, name }) => m.themes_draft_about({ quantified: share, theme: name })),
    others > 0 && m.themes_draft_others({ count: others })
  ];
  return sentences.filter(Boolean).join(' ');
}
