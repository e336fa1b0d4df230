import type { LiveEvent } from './event.ts';
import type { LiveState } from './state.ts';

/**
 * Changes of the plan that counted on this screen and do not count any more, though nobody took them back: another
 * screen's change, made while this one was away, came first.
 * @param mine ids of changes made here that counted when last looked
 */
export function overtaken(mine: readonly string[], state: LiveState, events: readonly LiveEvent[]): string[] {
  const undone = events.flatMap(({ deed }) => (deed.do === 'undo' ? [deed.target] : []));
  return mine.filter((id) => !state.changes.some((change) => change.id === id) && !undone.includes(id));
}
