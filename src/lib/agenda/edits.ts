import { isFrame, itemKinds, newId, newItem, tidyMinutes, type AgendaItem, type ItemKind } from './item.ts';

/**
 * Every change to an agenda is one of these functions: array in, array out. Drag, keyboard and the plain buttons that
 * work without JavaScript all call them. A change that is not allowed gives the same array back.
 */
type Items = readonly AgendaItem[];

/** First and last place a movable item may take (the frame keeps the ends). `last < first` when there is none. */
export function openPlaces(items: Items): { first: number; last: number } {
  return {
    first: items[0]?.kind === 'opening' ? 1 : 0,
    last: items.length - (items.at(-1)?.kind === 'closing' ? 2 : 1)
  };
}

/** Moves the item at `from` so that it stands at `to` (both counted from 0); `to` is brought within the frame. */
export function moveTo(items: Items, from: number, to: number): Items {
  const item = items[from];
  if (!item || isFrame(item) || !Number.isInteger(to)) return items;
  const { first, last } = openPlaces(items);
  const place = Math.min(last, Math.max(first, to));
  if (place === from) return items;
  const rest = items.toSpliced(from, 1);
  return rest.toSpliced(place, 0, item);
}

export const moveUp = (items: Items, index: number): Items => moveTo(items, index, index - 1);
export const moveDown = (items: Items, index: number): Items => moveTo(items, index, index + 1);
export const canMoveUp = (items: Items, index: number): boolean => moveUp(items, index) !== items;
export const canMoveDown = (items: Items, index: number): boolean => moveDown(items, index) !== items;

/** Where an item of this kind usually goes: after the last one that comes before it, a break before the actions. */
export function usualPlace(items: Items, kind: ItemKind): number {
  const rank = (of: ItemKind) => itemKinds.indexOf(of === 'break' ? 'round' : of);
  const { first, last } = openPlaces(items);
  for (let index = last; index >= first; index--) {
    if (rank(items[index]!.kind) <= rank(kind)) return index + 1;
  }
  return first;
}

/** Adds an item, at its usual place unless told. A second opening or closing is refused. */
export function insert(items: Items, item: AgendaItem, at = usualPlace(items, item.kind)): Items {
  if (isFrame(item)) {
    if (items.some((other) => other.kind === item.kind)) return items;
    return item.kind === 'opening' ? [item, ...items] : [...items, item];
  }
  const { first, last } = openPlaces(items);
  return items.toSpliced(Math.min(last + 1, Math.max(first, at)), 0, item);
}

/** Takes an item out; opening and closing stay. */
export function remove(items: Items, index: number): Items {
  const item = items[index];
  return !item || isFrame(item) ? items : items.toSpliced(index, 1);
}

/**
 * Changes an item's words or times; minutes are kept within 1..240. The minimum is left alone while minutes are typed
 * (on the way to 12 the field says 1); a minimum above the minutes is brought down when the agenda is saved.
 */
export function change(
  items: Items,
  index: number,
  to: Partial<Pick<AgendaItem, 'title' | 'notes' | 'minutes' | 'minMinutes' | 'priority'>>
): Items {
  const item = items[index];
  if (!item) return items;
  const changed = { ...item, ...to };
  changed.minutes = tidyMinutes(changed.minutes);
  changed.minMinutes = tidyMinutes(changed.minMinutes);
  const same = (Object.keys(changed) as (keyof AgendaItem)[]).every((key) => changed[key] === item[key]);
  return same ? items : items.with(index, changed);
}

/**
 * Brings the frame back to the ends of a list that came from a form or a file: the first opening leads, the last
 * closing ends, and any further opening or closing becomes core content, so that no written words are lost.
 */
export function settle(items: Items): Items {
  const opening = items.find((item) => item.kind === 'opening');
  const closing = items.findLast((item) => item.kind === 'closing');
  const middle = items
    .filter((item) => item !== opening && item !== closing)
    .map((item) => (isFrame(item) ? { ...item, kind: 'core' as const } : item));
  return [...(opening ? [opening] : []), ...middle, ...(closing ? [closing] : [])];
}

/** The smallest agenda there is: an opening and a closing. */
export const startingAgenda = (titleOf: (kind: ItemKind) => string): AgendaItem[] =>
  (['opening', 'closing'] as const).map((kind) => newItem(kind, newId(), titleOf(kind)));
