import type { CodedComment, Theme } from './codedCircle.ts';
import type { CodingOp, CodingOrigin } from './schema.ts';

/** A theme and its place in the coder's order, which settles ties. */
export type PlacedTheme = Theme & { position: number };
/** The theme a comment is in, and how it came there. */
export type Coding = { theme: string; origin: CodingOrigin };
/**
 * The coding of one question. `codings` goes by comment id, so a comment can be in one theme only and the table's total is the
 * number of coded comments. It may also hold comments that were withdrawn from the notes: they count nowhere, but move with their theme.
 * Themes are kept in the order of their positions.
 */
export type CodingState = {
  themes: readonly PlacedTheme[];
  comments: readonly Omit<CodedComment, 'theme'>[];
  codings: Readonly<Record<string, Coding>>;
};

export type CodingFault =
  | 'unknown_theme'
  | 'unknown_comment'
  | 'name_missing'
  | 'name_taken'
  | 'description_too_long'
  | 'same_theme'
  | 'nothing_to_split';

/** A change that can't be made; `fault` says why, `detail` names the theme where that helps. */
export class CodingError extends Error {
  readonly fault: CodingFault;
  readonly detail: string;
  constructor(fault: CodingFault, detail = '') {
    super(detail ? `${fault}: ${detail}` : fault);
    this.name = 'CodingError';
    this.fault = fault;
    this.detail = detail;
  }
}

/** The state after a change, op by op. Throws CodingError when an op points to a theme or comment that isn't there. */
export function applyChange(state: CodingState, change: readonly CodingOp[]): CodingState {
  return change.reduce(applyOp, state);
}

function applyOp(state: CodingState, op: CodingOp): CodingState {
  if ('comment' in op) {
    const { [op.comment]: _before, ...codings } = state.codings;
    if (!isKnown(state, op.comment)) throw new CodingError('unknown_comment', op.comment);
    if (op.theme === null) return { ...state, codings };
    themeIn(state, op.theme);
    return { ...state, codings: { ...codings, [op.comment]: { theme: op.theme, origin: op.origin } } };
  }
  const others = state.themes.filter(({ id }) => id !== op.theme);
  if ('removed' in op) {
    themeIn(state, op.theme);
    const codings = Object.entries(state.codings).filter(([, { theme }]) => theme !== op.theme);
    return { ...state, themes: others, codings: Object.fromEntries(codings) };
  }
  const { theme: id, name, description, position } = op;
  return { ...state, themes: inOrder([...others, { id, name, description, position }]) };
}

/** The change that takes `change` back, from the state before it: `applyChange(applyChange(s, c), inverse(s, c))` equals `s`. */
export function inverse(state: CodingState, change: readonly CodingOp[]): CodingOp[] {
  const undo: CodingOp[] = [];
  let now = state;
  for (const op of change) {
    undo.unshift(...inverseOf(now, op));
    now = applyOp(now, op);
  }
  return undo;
}

function inverseOf(state: CodingState, op: CodingOp): CodingOp[] {
  if ('comment' in op) return [codeOp(op.comment, state.codings[op.comment] ?? null)];
  const before = state.themes.find(({ id }) => id === op.theme);
  if (!before) return [{ theme: op.theme, removed: true }];
  if (!('removed' in op)) return [themeOp(before)];
  return [themeOp(before), ...codingsOf(state, op.theme).map(([comment, coding]) => codeOp(comment, coding))];
}

/** The row that gives a theme these words and this place. */
export function themeOp({ id, name, description, position }: PlacedTheme): CodingOp {
  return { theme: id, name, description, position };
}

/** The row that puts a comment in a theme, or in none. */
export function codeOp(comment: string, coding: Coding | null): CodingOp {
  return { comment, theme: coding?.theme ?? null, origin: coding?.origin ?? 'chosen' };
}

/** The theme with this id. Throws CodingError when it isn't there. */
export function themeIn(state: CodingState, id: string): PlacedTheme {
  const theme = state.themes.find((theme) => theme.id === id);
  if (!theme) throw new CodingError('unknown_theme', id);
  return theme;
}

/** The comments in a theme, withdrawn ones too, with their codings. */
export function codingsOf(state: CodingState, theme: string): [comment: string, Coding][] {
  return Object.entries(state.codings).filter(([, coding]) => coding.theme === theme);
}

/** True for comments of the question, and for withdrawn ones that are still in a theme. */
export function isKnown(state: CodingState, comment: string): boolean {
  return comment in state.codings || state.comments.some(({ id }) => id === comment);
}

/** Themes by position; equal positions by id, so that everyone sees the same order. */
export function inOrder(themes: readonly PlacedTheme[]): PlacedTheme[] {
  return [...themes].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}
