import { isFrame, type ItemKind } from '../agenda/item.ts';
import { comingItems } from './plan.ts';
import type { LiveState } from './state.ts';
import { currentItem, elapsedOf, timeLeft } from './timing.ts';

/** An item still to be fitted: the current one and those to come, in order. Minutes are whole, `elapsedMinutes` exact. */
export interface FitItem {
  id: string;
  kind: ItemKind;
  minutes: number;
  minMinutes: number;
  /** 1 stays longest, 9 goes first. */
  priority: number;
  elapsedMinutes?: number;
  isCurrent?: boolean;
}

/** A proposal: `minutes` names only the items that would change; `over` and `saved` are whole minutes. */
export interface Fit {
  minutes: Record<string, number>;
  /** Items proposed to be left out, in the order of the agenda. */
  skip: string[];
  /** Minutes that cannot be found even so. */
  over: number;
  /** Minutes found. */
  saved: number;
}

/**
 * Brings what is ahead into the time left.
 *
 * Nothing changes if it fits. Otherwise items are shortened by priority, 9 first and 1 last, each down to its minimum;
 * inside one priority in proportion to what each can give. If all minimums together are still too long, whole items are
 * left out (9 first, of equals the later one), and the others are then shortened from their full length, so that no
 * more is lost than has to be. Opening and closing keep every minute, the current item is never left out nor cut below
 * the time it already took, and the order stays.
 * @param minutesLeft may be a fraction; less than nothing counts as nothing
 */
export function fitToTime(items: readonly FitItem[], minutesLeft: number): Fit {
  const left = Number.isFinite(minutesLeft) ? Math.max(0, minutesLeft) : 0;
  const skip = new Set<string>();
  const kept = () => items.filter((item) => !skip.has(item.id));

  const candidates = items.filter((item) => !isFrame(item) && !item.isCurrent);
  const leaveNext = () =>
    candidates.reduce<FitItem | null>((worst, item) => {
      if (skip.has(item.id)) return worst;
      return worst === null || item.priority >= worst.priority ? item : worst;
    }, null);
  for (let out = leaveNext(); out && excess(kept(), left) > slackOf(kept()); out = leaveNext()) skip.add(out.id);

  const missing = Math.max(0, excess(kept(), left));
  const given = shorten(kept(), missing);
  const minutes: Record<string, number> = {};
  for (const item of items) if (given.get(item.id)) minutes[item.id] = item.minutes - given.get(item.id)!;

  const cut = [...given.values()].reduce((sum, by) => sum + by, 0);
  const leftOut = items.filter((item) => skip.has(item.id));
  const saved = cut + Math.round(leftOut.reduce((sum, item) => sum + need(item), 0));
  return { minutes, skip: leftOut.map(({ id }) => id), over: missing - cut, saved };
}

/**
 * What is still to be fitted in a running circle, and the proposal for the time left at `now`.
 * @param now ms since 1970
 * @param end another end than the promised one, ms since 1970
 */
export function fitNow(state: LiveState, now: number, end?: number): Fit {
  const current = currentItem(state);
  const items = [...(current ? [current] : []), ...comingItems(state)]
    .filter((item) => !item.skipped)
    .map((item): FitItem => ({
      ...item,
      elapsedMinutes: elapsedOf(state, item, now) / 60_000,
      isCurrent: item.id === state.current
    }));
  const left = end === undefined ? (timeLeft(state, now) ?? 0) : end - now;
  return fitToTime(items, left / 60_000);
}

/** Minutes an item still takes. One that runs over takes none any more: nobody knows how long it will. */
function need(item: FitItem): number {
  return Math.max(0, item.minutes - (item.elapsedMinutes ?? 0));
}

/** Whole minutes that are too many. A hair is forgiven: minutes come from divided milliseconds. */
function excess(items: readonly FitItem[], left: number): number {
  return Math.ceil(items.reduce((sum, item) => sum + need(item), 0) - left - 1e-6);
}

/** Minutes an item can give: down to its minimum, and to the minutes already begun. */
function slack(item: FitItem): number {
  if (isFrame(item)) return 0;
  return Math.max(0, item.minutes - Math.max(1, item.minMinutes, Math.ceil((item.elapsedMinutes ?? 0) - 1e-6)));
}

function slackOf(items: readonly FitItem[]): number {
  return items.reduce((sum, item) => sum + slack(item), 0);
}

/** Minutes each item gives so that together they give `missing`, or all they can. */
function shorten(items: readonly FitItem[], missing: number): Map<string, number> {
  const given = new Map<string, number>();
  for (const priority of [...new Set(items.map((item) => item.priority))].sort((a, b) => b - a)) {
    const group = items.filter((item) => item.priority === priority);
    const wanted = Math.min(missing, slackOf(group));
    for (const [id, by] of inProportion(group, wanted)) given.set(id, by);
    missing -= wanted;
  }
  return given;
}

/** `wanted` whole minutes shared in proportion to slack, by largest remainder; of equal remainders the later item gives. */
function inProportion(group: readonly FitItem[], wanted: number): Map<string, number> {
  const all = slackOf(group);
  if (all === 0) return new Map();
  const shares = group.map((item, index) => {
    const product = wanted * slack(item);
    return { id: item.id, index, by: Math.floor(product / all), remainder: product % all };
  });
  let rest = wanted - shares.reduce((sum, { by }) => sum + by, 0);
  for (const share of [...shares].sort((a, b) => b.remainder - a.remainder || b.index - a.index)) {
    if (rest-- <= 0) break;
    share.by += 1;
  }
  return new Map(shares.map(({ id, by }) => [id, by]));
}
