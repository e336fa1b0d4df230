import * as m from '../paraglide/messages.js';
import type { CodingState } from './codingChange.ts';
import type { Deed } from './deed.ts';

const LONGEST = 60;

/** The beginning of a comment, for lists and for the ear. */
export function excerpt(text: string): string {
  const line = [...text.trim().replace(/\s+/gu, ' ')];
  return line.length <= LONGEST
    ? line.join('')
    : `${line
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`;
}

/** What a deed did, as it is told to the coder and kept in the history. `state` is that before the deed. */
export function deedSentence(state: CodingState, deed: Deed): string {
  const comment = (id: string) => excerpt(state.comments.find((comment) => comment.id === id)?.text ?? '');
  const theme = (id: string) => state.themes.find((theme) => theme.id === id)?.name ?? '';
  switch (deed.does) {
    case 'place':
      if (deed.name.trim()) return m.themes_deed_placed({ comment: comment(deed.comment), theme: deed.name.trim() });
      if (deed.theme === '') return m.themes_deed_uncoded({ comment: comment(deed.comment) });
      return m.themes_deed_placed({ comment: comment(deed.comment), theme: theme(deed.theme) });
    case 'fits':
      return m.themes_deed_fits({
        comment: comment(deed.comment),
        theme: theme(state.codings[deed.comment]?.theme ?? '')
      });
    case 'add':
      return m.themes_deed_added({ theme: deed.name.trim() });
    case 'edit':
      return theme(deed.theme) === deed.name.trim()
        ? m.themes_deed_described({ theme: theme(deed.theme) })
        : m.themes_deed_renamed({ from: theme(deed.theme), to: deed.name.trim() });
    case 'move':
      return (deed.by === 'up' ? m.themes_deed_up : m.themes_deed_down)({ theme: theme(deed.theme) });
    case 'merge':
      return m.themes_deed_merged({ from: theme(deed.theme), into: theme(deed.into) });
    case 'split':
      return m.themes_deed_split({
        from: theme(deed.theme),
        theme: deed.name.trim(),
        comments: m.themes_comments({ count: deed.comments.length })
      });
    case 'remove':
      return m.themes_deed_removed({ theme: theme(deed.theme) });
  }
}
