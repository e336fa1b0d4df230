import { z } from 'zod';
import * as m from '../paraglide/messages.js';
import {
  codeComment,
  describeTheme,
  mergeThemes,
  moveTheme,
  newTheme,
  removeTheme,
  renameTheme,
  splitTheme,
  uncodeComment
} from './coding.ts';
import { applyChange, CodingError, type CodingState } from './codingChange.ts';
import type { CodingOp } from './schema.ts';
import { themeKey } from './themeName.ts';

// One thing a coder does, as a form sends it. The browser does it to what it shows, the server to what is stored.

const uuid = z.uuid({ error: () => m.themes_deed_choose() });
/** The id of a theme that is made. The browser gives one, so that it can show the theme before the server answers. */
const newThemeId = z.preprocess((value) => value || newId(), uuid);
const text = z.string().default('');

export const deedSchema = z.discriminatedUnion('does', [
  z.object({ does: z.literal('place'), comment: uuid, theme: uuid.or(z.literal('')), name: text, id: newThemeId }),
  z.object({ does: z.literal('fits'), comment: uuid }),
  z.object({ does: z.literal('add'), name: text, description: text, id: newThemeId }),
  z.object({ does: z.literal('edit'), theme: uuid, name: text, description: text }),
  z.object({ does: z.literal('move'), theme: uuid, by: z.enum(['up', 'down']) }),
  z.object({ does: z.literal('merge'), theme: uuid, into: uuid }),
  z.object({ does: z.literal('split'), theme: uuid, name: text, comments: z.array(uuid), id: newThemeId }),
  z.object({ does: z.literal('remove'), theme: uuid })
]);

/**
 * `place` puts a comment in a theme, in a new one when a name was typed, or in none when `theme` is empty; `fits` keeps the theme of a
 * comment whose text changed; the others change themes.
 */
export type Deed = z.infer<typeof deedSchema>;

/** Reads a form. `comments` may stand in it many times, everything else once. */
export function readDeed(form: FormData) {
  return deedSchema.safeParse({ ...Object.fromEntries(form), comments: form.getAll('comments') });
}

/** The rows a deed changes; none when everything is so already. Throws CodingError. */
export function changeFor(state: CodingState, deed: Deed): CodingOp[] {
  switch (deed.does) {
    case 'place':
      return placeComment(state, deed);
    case 'fits': {
      const coding = state.codings[deed.comment];
      if (!coding) throw new CodingError('unknown_comment', deed.comment);
      return [{ comment: deed.comment, ...coding }];
    }
    case 'add':
      return newTheme(state, deed);
    case 'edit': {
      const renamed = renameTheme(state, deed.theme, deed.name);
      const described = describeTheme(applyChange(state, renamed), deed.theme, deed.description);
      return described.length > 0 ? described : renamed;
    }
    case 'move': {
      const place = state.themes.findIndex(({ id }) => id === deed.theme);
      return moveTheme(state, deed.theme, place + (deed.by === 'up' ? -1 : 1));
    }
    case 'merge':
      return mergeThemes(state, deed.theme, deed.into);
    case 'split':
      return splitTheme(state, deed.theme, deed, deed.comments);
    case 'remove':
      return removeTheme(state, deed.theme);
  }
}

function placeComment(state: CodingState, deed: Extract<Deed, { does: 'place' }>): CodingOp[] {
  const { comment, theme, name, id } = deed;
  const key = themeKey(name);
  if (key === '') return theme === '' ? uncodeComment(state, comment) : codeOnce(state, comment, theme);
  // A new theme of a name that is there is that theme.
  const same = state.themes.find((other) => themeKey(other.name) === key);
  return same ? codeOnce(state, comment, same.id) : newTheme(state, { id, name }, [comment]);
}

/** Nothing to do, and nothing to undo later, when the comment is in the theme already. */
function codeOnce(state: CodingState, comment: string, theme: string): CodingOp[] {
  return state.codings[comment]?.theme === theme ? [] : codeComment(state, comment, theme);
}

/** A random UUID. `crypto.randomUUID` is missing on pages served over plain http, where a pilot may well run. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
