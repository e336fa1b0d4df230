import * as m from '../../paraglide/messages.js';

/** What went wrong, as far as it changes what a person can do about it. */
export type FaultKind = 'signedOut' | 'forbidden' | 'missing' | 'tooLarge' | 'tooOften' | 'ours' | 'other';

/** Kind of fault of an HTTP status. */
export function faultKind(status: number): FaultKind {
  if (status === 401) return 'signedOut';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'missing';
  if (status === 413) return 'tooLarge';
  if (status === 429) return 'tooOften';
  return status >= 500 ? 'ours' : 'other';
}

/** Every page about a fault says three things: what happened, what was kept, what to do. */
export const faultWords: Record<FaultKind, Record<'title' | 'happened' | 'kept' | 'todo', () => string>> = {
  signedOut: {
    title: m.ui_error_401_title,
    happened: m.ui_error_401_happened,
    kept: m.ui_error_401_kept,
    todo: m.ui_error_401_do
  },
  forbidden: {
    title: m.ui_error_403_title,
    happened: m.ui_error_403_happened,
    kept: m.ui_error_403_kept,
    todo: m.ui_error_403_do
  },
  missing: {
    title: m.ui_error_404_title,
    happened: m.ui_error_404_happened,
    kept: m.ui_error_404_kept,
    todo: m.ui_error_404_do
  },
  tooLarge: {
    title: m.ui_error_413_title,
    happened: m.ui_error_413_happened,
    kept: m.ui_error_413_kept,
    todo: m.ui_error_413_do
  },
  tooOften: {
    title: m.ui_error_429_title,
    happened: m.ui_error_429_happened,
    kept: m.ui_error_429_kept,
    todo: m.ui_error_429_do
  },
  ours: {
    title: m.ui_error_500_title,
    happened: m.ui_error_500_happened,
    kept: m.ui_error_500_kept,
    todo: m.ui_error_500_do
  },
  other: {
    title: m.ui_error_other_title,
    happened: m.ui_error_other_happened,
    kept: m.ui_error_other_kept,
    todo: m.ui_error_other_do
  }
};
