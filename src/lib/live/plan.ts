import { isFrame } from '../agenda/item.ts';
import { liveLimits, type LiveItem, type PlanDeed } from './event.ts';
import type { LiveState, PlanChange, RunningItem } from './state.ts';
import { framed } from './walk.ts';

const day = 24 * 60 * 60_000;

/** Where an item stands: 'passed over' lies before the current one, was not skipped and never ran. */
export type Stage = 'done' | 'current' | 'coming' | 'skipped' | 'passed over';

/** Changes of the plan while the circle runs. The same object when the deed does not fit the state (any more). */
export function changePlan(state: LiveState, deed: PlanDeed, id: string): LiveState {
  if (state.phase !== 'running' && state.phase !== 'paused') return state;
  if (deed.do === 'undo') return undo(state, deed.target, id);
  if ('seen' in deed && deed.seen !== state.planMark) return state;
  const items = changed(state, deed);
  const chosenEnd = deed.do === 'fit' && endFits(state, deed.end) ? deed.end : state.chosenEnd;
  if (!items || (chosenEnd === state.chosenEnd && sameItems(items, state.items))) return state;
  return { ...remember(state, items, id, deed.do), chosenEnd };
}

/** The items after the current one, in order, skipped ones among them. */
export function comingItems(state: LiveState): RunningItem[] {
  return state.items.slice(place(state) + 1);
}

/** Whether an item may be left out: it is still to come and neither opening nor closing. */
export function canSkip(state: LiveState, item: RunningItem): boolean {
  return !isFrame(item) && !item.skipped && stageOf(state, item) === 'coming';
}

/** Where an item stands now. */
export function stageOf(state: LiveState, item: RunningItem): Stage {
  const index = state.items.findIndex(({ id }) => id === item.id);
  if (item.id === state.current) return state.phase === 'ended' ? 'done' : 'current';
  if (item.skipped) return 'skipped';
  if (index > place(state) && state.phase !== 'ended') return 'coming';
  return item.spans.length ? 'done' : 'passed over';
}

function changed(state: LiveState, deed: Exclude<PlanDeed, { do: 'undo' }>): RunningItem[] | null {
  const at = place(state);
  switch (deed.do) {
    case 'extend':
      return state.items.map((item, index) =>
        item.id === deed.item && index >= at && !item.skipped
          ? { ...item, minutes: within(item.minutes + deed.minutes) }
          : item
      );
    case 'skip':
      return state.items.map((item) =>
        item.id === deed.item && canSkip(state, item) ? { ...item, skipped: true } : item
      );
    case 'unskip':
      return state.items.map((item, index) =>
        item.id === deed.item && index > at ? { ...item, skipped: false } : item
      );
    case 'order':
      return ordered(state, deed.items);
    case 'fit':
      return state.items.map((item, index) => {
        if (index < at || item.skipped || isFrame(item)) return item;
        if (index > at && deed.skip.includes(item.id)) return { ...item, skipped: true };
        const minutes = Object.hasOwn(deed.minutes, item.id) ? deed.minutes[item.id]! : item.minutes;
        return { ...item, minutes: within(minutes) };
      });
    case 'agenda':
      return takenOver(state, deed.items);
  }
}

/** The coming items in a new order. Items that began meanwhile are left alone; opening and closing keep their place. */
function ordered(state: LiveState, wanted: string[]): RunningItem[] | null {
  const coming = comingItems(state);
  const movable = new Map(coming.filter((item) => !isFrame(item)).map((item) => [item.id, item]));
  const order = [...new Set(wanted)].filter((id) => movable.has(id));
  if (order.length !== movable.size) return null;
  const moved = order.map((id) => movable.get(id)!);
  return [...state.items.slice(0, place(state) + 1), ...coming.map((item) => (isFrame(item) ? item : moved.shift()!))];
}

/**
 * A changed agenda, taken over for what is still to come; what ran or runs stays as it is. Minutes changed while the
 * circle ran are kept where the agenda's own did not change. Nothing comes after a closing that has begun.
 */
function takenOver(state: LiveState, agenda: LiveItem[]): RunningItem[] | null {
  const kept = state.items.slice(0, place(state) + 1);
  if (kept.some((item) => item.kind === 'closing')) return null;
  const coming = framed(agenda.filter((item) => !kept.some(({ id }) => id === item.id)));
  const ran = comingItems(state).filter((item) => item.spans.length && !coming.some(({ id }) => id === item.id));
  return [
    ...kept,
    // Ran before somebody went back, and is no longer planned: the time spent on it is still true.
    ...ran.map((item) => ({ ...item, skipped: true })),
    ...coming.map((item): RunningItem => {
      const was = state.items.find(({ id }) => id === item.id);
      const minutes = was?.plannedMinutes === item.minutes ? was.minutes : item.minutes;
      const skipped = was?.skipped ?? false;
      return { ...item, minutes, plannedMinutes: item.minutes, skipped, spans: was?.spans ?? [] };
    })
  ];
}

function remember(state: LiveState, items: RunningItem[], id: string, did: PlanChange): LiveState {
  return {
    ...state,
    items,
    planMark: id,
    changes: [...state.changes, { id, did, before: state.items, endBefore: state.chosenEnd }]
  };
}

/** The plan as it was before the last change; when things ran is no part of the plan and stays. */
function undo(state: LiveState, target: string, id: string): LiveState {
  const last = state.changes.at(-1);
  if (!last || state.canUndo?.id !== target) return state;
  const items = last.before.map((item) => ({
    ...item,
    spans: state.items.find((now) => now.id === item.id)?.spans ?? []
  }));
  return { ...state, items, chosenEnd: last.endBefore, planMark: id, changes: state.changes.slice(0, -1) };
}

/** An end that lies after the beginning, and not days away. */
function endFits({ startedAt }: LiveState, end: number | undefined): end is number {
  return end !== undefined && startedAt !== null && end > startedAt && end - startedAt <= day;
}

function sameItems(a: RunningItem[], b: RunningItem[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function within(minutes: number): number {
  return Math.min(liveLimits.minutes, Math.max(1, minutes));
}

function place(state: LiveState): number {
  return state.items.findIndex((item) => item.id === state.current);
}
