import {
  CodingError,
  codeOp,
  codingsOf,
  isKnown,
  themeIn,
  themeOp,
  type CodingState,
  type PlacedTheme
} from './codingChange.ts';
import { LIMITS, type CodingOp } from './schema.ts';
import { themeKey } from './themeName.ts';

// What a coder can do. Each function looks at the state and gives the rows to change; it changes nothing itself, so that
// the same rows go to the screen (applyChange), to the database and, turned around (inverse), to undo.

/** Puts a comment in a theme. `suggested`: the themes that were offered for it, which decides what is recorded of the choice. */
export function codeComment(
  state: CodingState,
  comment: string,
  theme: string,
  suggested: readonly string[] = []
): CodingOp[] {
  requireComment(state, comment);
  themeIn(state, theme);
  const origin = suggested.length === 0 ? 'chosen' : suggested.includes(theme) ? 'accepted' : 'against';
  return [codeOp(comment, { theme, origin })];
}

/** Takes a comment out of its theme; nothing to do when it is in none. */
export function uncodeComment(state: CodingState, comment: string): CodingOp[] {
  requireComment(state, comment);
  return state.codings[comment] ? [codeOp(comment, null)] : [];
}

/** Adds a theme at the end of the order and puts the given comments in it. */
export function newTheme(
  state: CodingState,
  { id, name, description = '' }: { id: string; name: string; description?: string },
  comments: readonly string[] = []
): CodingOp[] {
  comments.forEach((comment) => requireComment(state, comment));
  const position = Math.max(-1, ...state.themes.map((theme) => theme.position)) + 1;
  const theme = { id, name: freeName(state, name), description: fitting(description), position };
  return [themeOp(theme), ...comments.map((comment) => codeOp(comment, { theme: id, origin: 'chosen' }))];
}

/** Gives a theme another name. A name that another theme has is refused: the table could not tell them apart. */
export function renameTheme(state: CodingState, id: string, name: string): CodingOp[] {
  const theme = themeIn(state, id);
  return changed(theme, { ...theme, name: freeName(state, name, id) });
}

/** Gives a theme another description; it may be empty. */
export function describeTheme(state: CodingState, id: string, description: string): CodingOp[] {
  const theme = themeIn(state, id);
  return changed(theme, { ...theme, description: fitting(description) });
}

/** Moves a theme to a place in the order, counted from 0; a place beyond the end is the end. */
export function moveTheme(state: CodingState, id: string, to: number): CodingOp[] {
  const theme = themeIn(state, id);
  const order = state.themes.filter((other) => other !== theme);
  order.splice(Math.max(0, to), 0, theme);
  return placed(state, order);
}

/** Puts the comments of `from` in `into` and removes `from`. What was written of both is kept. */
export function mergeThemes(state: CodingState, from: string, into: string): CodingOp[] {
  if (from === into) throw new CodingError('same_theme');
  const [gone, stays] = [themeIn(state, from), themeIn(state, into)];
  const description = fitting([stays.description, gone.description].filter(Boolean).join('\n\n'));
  const moved = codingsOf(state, from).map(([comment, coding]) => codeOp(comment, { ...coding, theme: into }));
  return [...changed(stays, { ...stays, description }), ...moved, { theme: from, removed: true }];
}

/** Takes comments out of a theme into a new one, which stands right after it. */
export function splitTheme(
  state: CodingState,
  from: string,
  { id, name }: { id: string; name: string },
  comments: readonly string[]
): CodingOp[] {
  const theme = themeIn(state, from);
  const moved = comments.filter((comment) => state.codings[comment]?.theme === from);
  if (moved.length === 0) throw new CodingError('nothing_to_split');
  const split = { id, name: freeName(state, name), description: '', position: -1 };
  const order = state.themes.flatMap((other) => (other === theme ? [theme, split] : other));
  return [...placed(state, order), ...moved.map((comment) => codeOp(comment, { theme: id, origin: 'chosen' }))];
}

/** Removes a theme. Its comments stay, in no theme. */
export function removeTheme(state: CodingState, id: string): CodingOp[] {
  themeIn(state, id);
  return [...codingsOf(state, id).map(([comment]) => codeOp(comment, null)), { theme: id, removed: true }];
}

/** The comments with the theme each is in: what counts and reports are made of. */
export function codedComments(state: CodingState) {
  return state.comments.map((comment) => ({ ...comment, theme: state.codings[comment.id]?.theme ?? null }));
}

function changed(before: PlacedTheme, after: PlacedTheme): CodingOp[] {
  return before.name === after.name && before.description === after.description && before.position === after.position
    ? []
    : [themeOp(after)];
}

/** Numbers an order from 0, and gives the rows of those whose place has changed. */
function placed(state: CodingState, order: readonly PlacedTheme[]): CodingOp[] {
  return order.flatMap((theme, index) => {
    const before = state.themes.find(({ id }) => id === theme.id);
    return before?.position === index ? [] : themeOp({ ...theme, position: index });
  });
}

function requireComment(state: CodingState, comment: string): void {
  if (!isKnown(state, comment)) throw new CodingError('unknown_comment', comment);
}

/** The name without needless spaces, when no other theme has it. */
function freeName(state: CodingState, name: string, self?: string): string {
  const clean = name.trim().replace(/\s+/gu, ' ');
  if (clean === '' || [...clean].length > LIMITS.themeName) throw new CodingError('name_missing');
  const taken = state.themes.find((theme) => theme.id !== self && themeKey(theme.name) === themeKey(clean));
  if (taken) throw new CodingError('name_taken', taken.name);
  return clean;
}

function fitting(description: string): string {
  const clean = description.trim();
  if ([...clean].length > LIMITS.description) throw new CodingError('description_too_long');
  return clean;
}
