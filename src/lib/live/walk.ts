import { isFrame } from '../agenda/item.ts';
import type { LiveItem, WalkDeed } from './event.ts';
import { SAME_STEP, sameWish, type Made } from './sameWish.ts';
import type { LiveState, RunningItem, Span } from './state.ts';

/**
 * Moving through the circle. The same object when the deed does not fit the state (any more), and when it is another
 * person's press for the step that was just made (`sameWish`).
 */
export function walk(state: LiveState, deed: WalkDeed, made: Made): LiveState {
  const isStep = deed.do === 'next' || deed.do === 'back' || deed.do === 'jump' || deed.do === 'end';
  if (isStep && sameWish(state.moved, made, SAME_STEP)) return state;
  const next = step(state, deed, made.at);
  if (next === state || deed.do === 'pause' || deed.do === 'resume') return next;
  return { ...next, moved: { did: deed.do, by: made.by, at: made.at } };
}

function step(state: LiveState, deed: WalkDeed, at: number): LiveState {
  if (deed.do === 'begin') return state.phase === 'waiting' ? begin(state, deed.items, at) : state;
  if (state.phase === 'waiting') return state;
  if (deed.do === 'goOn') return state.phase === 'ended' ? goOn(state, at) : state;
  if (state.phase === 'ended') return state;

  switch (deed.do) {
    case 'next':
      return deed.from === state.current ? moveTo(state, nextItem(state), at) : state;
    case 'back':
      return deed.from === state.current ? moveTo(state, previousItem(state), at) : state;
    case 'jump':
      return deed.from === state.current ? moveTo(state, find(state, deed.to), at) : state;
    case 'pause':
      if (state.phase === 'paused') return state;
      return { ...state, phase: 'paused', pauses: [...state.pauses, { from: at, until: null }] };
    case 'resume':
      if (state.phase === 'running') return state;
      return { ...state, phase: 'running', pauses: closeLast(state.pauses, at) };
    case 'end':
      return deed.from === state.current ? end(state, at) : state;
  }
}

/** The item that Next goes to: the first one after the current that is not skipped. Null at the end. */
export function nextItem(state: LiveState): RunningItem | null {
  return state.items.slice(place(state) + 1).find((item) => !item.skipped) ?? null;
}

/** The item that Back goes to, or null at the beginning. */
export function previousItem(state: LiveState): RunningItem | null {
  return state.items.slice(0, Math.max(0, place(state))).findLast((item) => !item.skipped) ?? null;
}

/** Opening first and closing last, the rest as it stands. */
export function framed<T extends Pick<LiveItem, 'kind'>>(items: readonly T[]): T[] {
  return [
    ...items.filter((item) => item.kind === 'opening'),
    ...items.filter((item) => !isFrame(item)),
    ...items.filter((item) => item.kind === 'closing')
  ];
}

function begin(state: LiveState, planned: LiveItem[], at: number): LiveState {
  const items = framed(planned).map((item, index): RunningItem => ({
    ...item,
    plannedMinutes: item.minutes,
    skipped: false,
    spans: index === 0 ? [{ from: at, until: null }] : []
  }));
  const first = items[0];
  if (!first) return state;
  const promisedMinutes = items.reduce((sum, item) => sum + item.plannedMinutes, 0);
  return { ...state, phase: 'running', items, current: first.id, startedAt: at, promisedMinutes };
}

/** Time already spent in an item stays with it: coming back opens a further span. */
function moveTo(state: LiveState, to: RunningItem | null, at: number): LiveState {
  if (!to || to.skipped || to.id === state.current) return state;
  const items = state.items.map((item) => {
    if (item.id === state.current) return { ...item, spans: closeLast(item.spans, at) };
    if (item.id === to.id) return { ...item, spans: [...item.spans, { from: at, until: null }] };
    return item;
  });
  return { ...state, items, current: to.id };
}

function end(state: LiveState, at: number): LiveState {
  const items = state.items.map((item) =>
    item.id === state.current ? { ...item, spans: closeLast(item.spans, at) } : item
  );
  return { ...state, phase: 'ended', items, endedAt: at, pauses: closeLast(state.pauses, at) };
}

/** Takes an end back. What lay between counts for no item: an end pressed by mistake may be noticed late. */
function goOn(state: LiveState, at: number): LiveState {
  const items = state.items.map((item) =>
    item.id === state.current ? { ...item, spans: [...item.spans, { from: at, until: null }] } : item
  );
  return { ...state, phase: 'running', items, endedAt: null };
}

/** Ends a stretch that still runs. Clocks of two devices may differ a little: no stretch ends before it began. */
function closeLast(spans: Span[], at: number): Span[] {
  const last = spans.at(-1);
  if (!last || last.until !== null) return spans;
  return [...spans.slice(0, -1), { from: last.from, until: Math.max(last.from, at) }];
}

function find(state: LiveState, id: string): RunningItem | null {
  return state.items.find((item) => item.id === id) ?? null;
}

function place(state: LiveState): number {
  return state.items.findIndex((item) => item.id === state.current);
}
