import { comingItems, stageOf, type Stage } from './plan.ts';
import type { ItemKind } from '../agenda/item.ts';
import type { LiveState, RunningItem, Span } from './state.ts';

const minute = 60_000;

/** Time spent on an item up to `now` (ms since 1970), in ms. Pauses do not count. */
export function elapsedOf(state: LiveState, item: RunningItem, now: number): number {
  return item.spans.reduce((sum, span) => sum + lengthOf(span, now) - overlapWith(state.pauses, span, now), 0);
}

/** The current item, or null before the circle has begun. */
export function currentItem(state: LiveState): RunningItem | null {
  return state.items.find((item) => item.id === state.current) ?? null;
}

/** Time left of the current item in ms, below zero when it runs over; null when nothing runs. */
export function itemTimeLeft(state: LiveState, now: number): number | null {
  const item = currentItem(state);
  if (!item || state.phase === 'ended') return null;
  return item.minutes * minute - elapsedOf(state, item, now);
}

/**
 * When the circle is promised to end (ms since 1970), or null before it began: its start and the minutes of the agenda
 * it began with. Neither a pause nor an extended item moves it: people planned their day by it and leave on time. Only a
 * facilitator who chooses another end while fitting does.
 */
export function promisedEnd(state: LiveState): number | null {
  if (state.startedAt === null) return null;
  return state.chosenEnd ?? state.startedAt + state.promisedMinutes * minute;
}

/**
 * The end that the plan printed (ms since 1970), when it is another one than promised now: a circle that began late is
 * promised to end late. Null when they differ by less than a minute, when the plan names no time, and when it was meant
 * for another day.
 * @param startsAt planned beginning, ISO
 */
export function otherPlannedEnd(state: LiveState, startsAt: string | null): number | null {
  const promised = promisedEnd(state);
  if (startsAt === null || promised === null) return null;
  const planned = Date.parse(startsAt) + state.promisedMinutes * minute;
  const apart = Math.abs(planned - promised);
  return apart >= minute && apart < 12 * 60 * minute ? planned : null;
}

/** Time left until the promised end in ms, below zero afterwards; null before the circle began and once it has ended. */
export function timeLeft(state: LiveState, now: number): number | null {
  const end = promisedEnd(state);
  return end === null || state.phase === 'ended' ? null : end - now;
}

/** What the plan still asks for in ms: the rest of the current item and all that come and are not skipped. */
export function plannedAhead(state: LiveState, now: number): number {
  const current = currentItem(state);
  if (!current || state.phase === 'ended') return 0;
  return [current, ...comingItems(state).filter((item) => !item.skipped)]
    .map((item) => Math.max(0, item.minutes * minute - elapsedOf(state, item, now)))
    .reduce((sum, rest) => sum + rest, 0);
}

/** The same in whole minutes, rounded. */
export function minutesPlannedAhead(state: LiveState, now: number): number {
  return Math.round(plannedAhead(state, now) / minute);
}

/** When the circle would end if every item took the minutes it has now; the true end once it has ended. */
export function projectedEnd(state: LiveState, now: number): number | null {
  if (state.startedAt === null) return null;
  return state.phase === 'ended' ? state.endedAt : now + plannedAhead(state, now);
}

/** Whole minutes behind (+) or ahead of (-) the promised end; 0 before the circle began. */
export function aheadBehind(state: LiveState, now: number): number {
  const projected = projectedEnd(state, now);
  const promised = promisedEnd(state);
  // `|| 0` turns the -0 that rounding makes into 0.
  return projected === null || promised === null ? 0 : Math.round((projected - promised) / minute) || 0;
}

/** A row of planned against actual. `planned` and `now` are whole minutes, `actual` minutes to one decimal. */
export interface ActualRow {
  item: string;
  title: string;
  kind: ItemKind;
  planned: number;
  now: number;
  actual: number;
  stage: Stage;
}

/** Planned against actual, in the present order. */
export function actualRows(state: LiveState, now: number): ActualRow[] {
  return state.items.map((item) => ({
    item: item.id,
    title: item.title,
    kind: item.kind,
    planned: item.plannedMinutes,
    now: item.minutes,
    actual: Math.round(elapsedOf(state, item, now) / (minute / 10)) / 10,
    stage: stageOf(state, item)
  }));
}

/** Length of a stretch up to `now`, in ms. A device whose clock is a little behind sees zero, not less. */
export function lengthOf(span: Span, now: number): number {
  return Math.max(0, (span.until ?? now) - span.from);
}

/** How much of a stretch lies in pauses, in ms. */
export function overlapWith(pauses: readonly Span[], span: Span, now: number): number {
  const until = span.until ?? now;
  return pauses
    .map((pause) => Math.min(until, pause.until ?? now) - Math.max(span.from, pause.from))
    .reduce((sum, both) => sum + Math.max(0, both), 0);
}
