import { getContext, setContext, type Snippet } from 'svelte';

/** The way out of the site, drawn where it is asked for. */
export type Exit = Snippet<[where: 'page' | 'dialog']>;

const key = Symbol('exit');

/** The frame of a page lends its way out to the dialogs on it. */
export function lendExit(exit: () => Exit): void {
  setContext(key, exit);
}

/** The way out the frame lends, or nothing where a dialog stands in no frame. */
export function borrowExit(): Exit | undefined {
  return getContext<(() => Exit) | undefined>(key)?.();
}
