export type Shortcut = 'next' | 'pause';

/** What a key means on the facilitator's laptop; null for keys that belong to somebody else. */
export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.target instanceof Element ? event.target : null;
  // Where one types or chooses, and in a dialog, keys keep their own meaning.
  if (target?.closest('input, textarea, select, dialog, [contenteditable]')) return null;
  if (event.key === 'ArrowRight' || event.key === 'n' || event.key === 'N') return 'next';
  // The space bar presses the button or opens the details that have the focus.
  if (event.key === ' ' && !target?.closest('button, a, summary')) return 'pause';
  return null;
}
