import { maxMinutes, type AgendaItem, type ItemKind } from '../agenda/item.ts';
import { totalMinutes } from '../agenda/total.ts';
import { fitToTime } from '../live/fit.ts';

/** What was done to bring an agenda to the minutes of its circle. */
export type AgendaChange =
  | 'none'
  | 'longer'
  | 'shorter'
  /** Shorter, and parts left out for which there was no room. */
  | 'left_out'
  /** Even opening and closing take more than there is. */
  | 'too_long'
  /** The parts that may grow are as long as a part can be. */
  | 'time_left';

export interface FittedAgenda {
  items: AgendaItem[];
  change: AgendaChange;
}

/** Parts that are worth more time when there is more; a longer greeting is not. */
const growing: readonly ItemKind[] = ['core', 'scenario', 'round', 'break'];

/**
 * The agenda with as many minutes as the circle has. A shorter one is cut as in a running circle: by priority, down to
 * the minimums, then whole parts; a longer one gives its topics, rounds and breaks more, in proportion.
 */
export function fitAgenda(agenda: readonly AgendaItem[], minutes: number): FittedAgenda {
  const before = totalMinutes(agenda);
  const cut = before > minutes ? shorten(agenda, minutes) : [...agenda];
  const items = stretch(cut, minutes);
  const after = totalMinutes(items);
  if (after > minutes) return { items, change: 'too_long' };
  if (after < minutes) return { items, change: 'time_left' };
  if (items.length < agenda.length) return { items, change: 'left_out' };
  return { items, change: before === after ? 'none' : before < after ? 'longer' : 'shorter' };
}

function shorten(agenda: readonly AgendaItem[], minutes: number): AgendaItem[] {
  // Parts of a template have no ids yet; their places serve.
  const placed = agenda.map((item, at) => ({ ...item, id: String(at) }));
  const fit = fitToTime(placed, minutes);
  return agenda.flatMap((item, at) =>
    fit.skip.includes(String(at)) ? [] : [{ ...item, minutes: fit.minutes[String(at)] ?? item.minutes }]
  );
}

/** Shares out what is left, rounding along the way so that nothing is lost; who is full gives the rest to the others. */
function stretch(items: readonly AgendaItem[], minutes: number): AgendaItem[] {
  const now = items.map((item) => item.minutes);
  let left = minutes - totalMinutes(items);
  while (left > 0) {
    const open = items.flatMap(({ kind }, at) => (growing.includes(kind) && now[at]! < maxMinutes ? [at] : []));
    if (open.length === 0) break;
    const whole = open.reduce((sum, at) => sum + items[at]!.minutes, 0);
    const share = left;
    let sum = 0;
    for (const at of open) {
      const from = Math.round((sum * share) / whole);
      sum += items[at]!.minutes;
      const more = Math.min(Math.round((sum * share) / whole) - from, maxMinutes - now[at]!);
      now[at] = now[at]! + more;
      left -= more;
    }
  }
  return items.map((item, at) => ({ ...item, minutes: now[at]! }));
}
