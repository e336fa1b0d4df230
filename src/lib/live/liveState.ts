import type { LiveEvent } from './event.ts';
import { liveLimits } from './event.ts';
import { changePlan } from './plan.ts';
import { runRound } from './rounds.ts';
import { waiting, type LiveState } from './state.ts';
import { walk } from './walk.ts';

/**
 * The running circle as its events tell it. The same events give the same state in whatever order they came in, so
 * screens that were apart agree again once they have each other's events.
 *
 * A deed whose precondition no longer holds changes nothing: it came from a screen that showed something older.
 * @param events read events (`eventsOf`), in any order
 */
export function foldEvents(events: Iterable<LiveEvent>): LiveState {
  const known = new Set<string>();
  return [...events]
    .sort(byOrder)
    .filter(({ id }) => !known.has(id) && known.add(id))
    .slice(0, liveLimits.events)
    .reduce(apply, waiting);
}

/** The state after one more event; the same object when the event changes nothing. */
export function apply(state: LiveState, event: LiveEvent): LiveState {
  const { deed } = event;
  switch (deed.do) {
    case 'begin':
    case 'next':
    case 'back':
    case 'jump':
    case 'pause':
    case 'resume':
    case 'end':
    case 'goOn':
      return withUndo(walk(state, deed, event));
    case 'agenda':
    case 'extend':
    case 'skip':
    case 'unskip':
    case 'order':
    case 'fit':
    case 'undo':
      return withUndo(changePlan(state, deed, event.id));
    default:
      return runRound(state, deed, event);
  }
}

/**
 * The latest change of the plan can be taken back as long as that would not rewrite what ran: everything up to the
 * current item must be the same, in the same order, before the change and now.
 */
function withUndo(state: LiveState): LiveState {
  const last = state.changes.at(-1);
  const canUndo = last && isUnderWay(state) && fitsWhatRan(state, last.before) ? { id: last.id, did: last.did } : null;
  return canUndo?.id === state.canUndo?.id ? state : { ...state, canUndo };
}

function isUnderWay(state: LiveState): boolean {
  return state.phase === 'running' || state.phase === 'paused';
}

function fitsWhatRan(state: LiveState, before: LiveState['changes'][number]['before']): boolean {
  const at = state.items.findIndex((item) => item.id === state.current);
  return state.items.slice(0, at + 1).every((item, index) => {
    const was = before[index];
    return was?.id === item.id && was.skipped === item.skipped;
  });
}

/** Lamport order; then time, person and id, so that no two events are ever equal. Plain comparison: no locale. */
function byOrder(a: LiveEvent, b: LiveEvent): number {
  return a.seq - b.seq || a.at - b.at || compare(a.by, b.by) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
