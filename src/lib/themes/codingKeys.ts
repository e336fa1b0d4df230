/** What a key asks for. `theme` counts from 0 in the coder's order. */
export type KeyCommand =
  | { does: 'go'; to: 'next' | 'previous' | 'first' | 'last' }
  | { does: 'code'; theme: number }
  | { does: 'choose' | 'new' | 'uncode' | 'fits' | 'undo' | 'redo' | 'help' };

type Key = { key: string; shiftKey: boolean; ctrlKey: boolean; altKey: boolean; metaKey: boolean };

const GOING = new Map<string, 'next' | 'previous' | 'first' | 'last'>(
  Object.entries({
    j: 'next',
    ArrowDown: 'next',
    k: 'previous',
    ArrowUp: 'previous',
    Home: 'first',
    End: 'last'
  } as const)
);
const DOING = new Map<string, 'choose' | 'new' | 'uncode' | 'fits' | 'help'>(
  Object.entries({
    Enter: 'choose',
    n: 'new',
    u: 'uncode',
    f: 'fits',
    '?': 'help'
  } as const)
);

/**
 * The command of a key that was pressed while a comment had the focus, or null. Keys held together with Control, Alt or Meta belong to
 * the browser. Single letters work only on a focused comment, so that they disturb nobody who speaks or types (WCAG 2.1.4).
 */
export function commandOf({ key, shiftKey, ctrlKey, altKey, metaKey }: Key): KeyCommand | null {
  if (ctrlKey || altKey || metaKey) return null;
  // With caps lock on, the same key comes as a capital.
  const plain = key.length === 1 ? key.toLowerCase() : key;
  if (plain === 'z') return { does: shiftKey ? 'redo' : 'undo' };
  if (plain === '?') return { does: 'help' };
  if (shiftKey) return null;
  if (/^[1-9]$/.test(plain)) return { does: 'code', theme: Number(plain) - 1 };
  const [to, does] = [GOING.get(plain), DOING.get(plain)];
  return to ? { does: 'go', to } : does ? { does } : null;
}

/** The comment to go to from `active`; the first when none is active, null when there is none at all. */
export function goTo(
  ids: readonly string[],
  active: string | null,
  to: 'next' | 'previous' | 'first' | 'last'
): string | null {
  const place = active === null ? -1 : ids.indexOf(active);
  const last = ids.length - 1;
  const wanted = { next: place + 1, previous: place - 1, first: 0, last }[to];
  return ids[Math.max(0, Math.min(last, wanted))] ?? null;
}

/**
 * Where the coder is after deciding on `active`: on the comment that came next, also when the decided one has left the list (a list of
 * uncoded comments gets shorter); on the last one at the end; null when the list is empty.
 */
export function goOn(before: readonly string[], after: readonly string[], active: string): string | null {
  const place = before.indexOf(active);
  const following = before.slice(place + 1).find((id) => after.includes(id));
  return following ?? (after.includes(active) ? active : (after.at(-1) ?? null));
}
