import { actualsOf, type Actual } from './liveDocument.ts';
import type { LiveState } from './state.ts';
import { currentItem, promisedEnd } from './timing.ts';

/**
 * Where a circle stands and how long its items took, as it is kept for pages without a socket and for the record.
 * Times in ms since 1970. Of rounds only their number is kept: who spoke or passed is nobody's business afterwards.
 */
export interface Run {
  phase: LiveState['phase'];
  current: string | null;
  /** When the current item began (last). */
  since: number | null;
  started: number | null;
  ended: number | null;
  promised: number | null;
  items: (Omit<Actual, 'item'> & { id: string; minutes: number })[];
  rounds: number;
}

/** @param now ms since 1970: up to when a running item is counted */
export function runOf(state: LiveState, now: number): Run {
  return {
    phase: state.phase,
    current: state.current,
    since: currentItem(state)?.spans.at(-1)?.from ?? null,
    started: state.startedAt,
    ended: state.endedAt,
    promised: promisedEnd(state),
    items: actualsOf(state, now).map(({ item, ...actual }) => ({
      id: item,
      ...actual,
      minutes: state.items.find(({ id }) => id === item)?.minutes ?? actual.planned
    })),
    rounds: state.rounds.length
  };
}
