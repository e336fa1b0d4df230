import { isFrame, type AgendaItem } from './item.ts';

/** Minutes of all items together. */
export function totalMinutes(items: readonly { minutes: number }[]): number {
  return items.reduce((sum, item) => sum + item.minutes, 0);
}

export type Balance = { is: 'fits' } | { is: 'over' | 'under'; by: number };

/** The agenda's total against the planned minutes. */
export function balance(items: readonly { minutes: number }[], planned: number): Balance {
  const by = totalMinutes(items) - planned;
  if (by === 0) return { is: 'fits' };
  return by > 0 ? { is: 'over', by } : { is: 'under', by: -by };
}

/** One proposed cut: the item at `index` would take `minutes` instead of what it takes now. */
export interface Cut {
  index: number;
  minutes: number;
}

export interface Proposal {
  cuts: Cut[];
  /** What cannot be found without leaving an item out. */
  stillOver: number;
}

/**
 * How to bring an agenda back to its planned time: the minutes that are over are shared evenly among the items between
 * opening and closing, no item going under its minimum.
 * @param kept id of an item that gives nothing as long as the others can carry it: somebody has just set its minutes
 */
export function evenCuts(items: readonly AgendaItem[], planned: number, kept: string | null = null): Proposal {
  const without = shareOut(items, planned, kept);
  return kept !== null && without.stillOver > 0 ? shareOut(items, planned, null) : without;
}

function shareOut(items: readonly AgendaItem[], planned: number, kept: string | null): Proposal {
  let left = Math.max(0, totalMinutes(items) - planned);
  const minutes = items.map((item) => item.minutes);
  const spare = (index: number) => minutes[index]! - items[index]!.minMinutes;
  for (;;) {
    const giving = items.flatMap((item, index) =>
      !isFrame(item) && item.id !== kept && spare(index) > 0 ? [index] : []
    );
    if (left === 0 || giving.length === 0) break;
    // The longest give first, so that a remainder smaller than the number of items falls on those who miss it least.
    giving.sort((a, b) => minutes[b]! - minutes[a]! || a - b);
    const share = Math.max(1, Math.floor(left / giving.length));
    for (const index of giving) {
      const taken = Math.min(share, spare(index), left);
      minutes[index] = minutes[index]! - taken;
      left -= taken;
    }
  }
  const cuts = items.flatMap((item, index) =>
    minutes[index] === item.minutes ? [] : [{ index, minutes: minutes[index]! }]
  );
  return { cuts, stillOver: left };
}

/**
 * What makes a shortening a poor one: a round with less than a minute a person, or else a part at its minimum.
 * @param people how many are expected; 0 when nobody knows
 */
export function tightness(
  items: readonly AgendaItem[],
  cuts: readonly Cut[],
  people: number
): 'rounds' | 'least' | null {
  const goesRound = ({ kind }: AgendaItem) => kind === 'check_in' || kind === 'round';
  if (cuts.some(({ index, minutes }) => goesRound(items[index]!) && minutes < people)) return 'rounds';
  return cuts.some(({ index, minutes }) => minutes <= items[index]!.minMinutes) ? 'least' : null;
}

/** The agenda with the cuts made. */
export function makeCuts(items: readonly AgendaItem[], cuts: readonly Cut[]): readonly AgendaItem[] {
  if (cuts.length === 0) return items;
  const byIndex = new Map(cuts.map((cut) => [cut.index, cut.minutes]));
  return items.map((item, index) => ({ ...item, minutes: byIndex.get(index) ?? item.minutes }));
}
