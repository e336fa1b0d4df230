import { sameHalf } from './edits.ts';
import type { Slot } from './slot.ts';

/** What somebody else did to a row since it was read. */
export interface SlotChange {
  what: 'added' | 'removed' | 'moved' | 'minutes' | 'words';
  title: string;
  /** Of `minutes`: before and now. */
  from?: number;
  to?: number;
}

/**
 * What was done between two states of a timetable, a line for each row and kind of change. A row counts as moved when it
 * stands in another half day, or in another order among the rows that stayed in theirs.
 */
export function changesBetween(before: readonly Slot[], now: readonly Slot[]): SlotChange[] {
  const old = new Map(before.map((slot) => [slot.id, slot]));
  const ids = new Set(now.map(({ id }) => id));
  const removed = before.filter(({ id }) => !ids.has(id)).map(({ title }): SlotChange => ({ what: 'removed', title }));
  const stayed = now.filter((slot) => old.has(slot.id) && sameHalf(old.get(slot.id)!, slot)).map(({ id }) => id);
  const jumped = outOfOrder(
    before.map(({ id }) => id),
    stayed
  );
  const others = now.flatMap((slot): SlotChange[] => {
    const was = old.get(slot.id);
    const { title } = slot;
    if (!was) return [{ what: 'added', title }];
    const changes: SlotChange[] = [];
    if (!sameHalf(was, slot) || jumped.has(slot.id)) changes.push({ what: 'moved', title });
    if (was.minutes !== slot.minutes) changes.push({ what: 'minutes', title, from: was.minutes, to: slot.minutes });
    const words = ['title', 'subject', 'format', 'trainers'] as const;
    if (words.some((key) => was[key] !== slot[key])) changes.push({ what: 'words', title });
    return changes;
  });
  return [...others, ...removed];
}

/** The fewest of these rows that must have been moved to come from the order before: those not in a longest common order. */
function outOfOrder(before: readonly string[], both: readonly string[]): Set<string> {
  const place = new Map(before.map((id, index) => [id, index]));
  // best[i]: the longest rising run of old places that ends with the i-th of both.
  const best: { length: number; from: number }[] = [];
  for (const [index, id] of both.entries()) {
    let run = { length: 1, from: -1 };
    for (let other = 0; other < index; other++) {
      const rises = place.get(both[other]!)! < place.get(id)!;
      if (rises && best[other]!.length + 1 > run.length) run = { length: best[other]!.length + 1, from: other };
    }
    best.push(run);
  }
  const jumped = new Set(both);
  let at = best.reduce((top, run, index) => (top === -1 || run.length > best[top]!.length ? index : top), -1);
  while (at !== -1) {
    jumped.delete(both[at]!);
    at = best[at]!.from;
  }
  return jumped;
}
