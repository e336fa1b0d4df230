import { halfKey, isBreak, longestTitle, tidyMinutes, type HalfDay, type Slot } from './slot.ts';

/**
 * Every change to a timetable is one of these functions: list in, list out. Drag, keyboard and the plain buttons that
 * work without JavaScript all call them. A list is sorted by day and half day, and stays so; a change that is not
 * allowed gives the same list back.
 */
type Slots = readonly Slot[];

const rank = ({ day, half }: HalfDay): number => day * 2 + half;
export const sameHalf = (one: HalfDay, other: HalfDay): boolean => rank(one) === rank(other);

/** Both half days of each day. */
export const halvesOf = (days: readonly { day: number }[]): HalfDay[] =>
  days.flatMap(({ day }): HalfDay[] => [
    { day, half: 1 },
    { day, half: 2 }
  ]);

/** The rows of a half day, in order. */
export const inHalf = <S extends HalfDay>(slots: readonly S[], half: HalfDay): S[] =>
  slots.filter((slot) => sameHalf(slot, half));

/** Brings rows into the order of days and half days; within one the order stays. */
export const inOrder = <S extends HalfDay>(slots: readonly S[]): S[] => slots.toSorted((a, b) => rank(a) - rank(b));

/** Moves a row to a place of a half day, counted from 0 among the other rows there; beyond the end is the end. */
export function moveTo(slots: Slots, id: string, half: HalfDay, place = Infinity): Slots {
  const slot = slots.find((each) => each.id === id);
  if (!slot) return slots;
  const moved = sameHalf(slot, half) ? slot : { ...slot, day: half.day, half: half.half };
  const next = insert(
    slots.filter((each) => each !== slot),
    moved,
    place
  );
  return moved === slot && next.every((each, index) => each === slots[index]) ? slots : next;
}

/** One place earlier; the first of a half day goes to the end of the half day before. */
export function moveEarlier(slots: Slots, id: string, halves: readonly HalfDay[]): Slots {
  const { slot, at, before } = around(slots, id, halves);
  if (!slot) return slots;
  if (at > 0) return moveTo(slots, id, slot, at - 1);
  return before ? moveTo(slots, id, before) : slots;
}

/** One place later; the last of a half day goes to the beginning of the half day after. */
export function moveLater(slots: Slots, id: string, halves: readonly HalfDay[]): Slots {
  const { slot, at, count, after } = around(slots, id, halves);
  if (!slot) return slots;
  if (at < count - 1) return moveTo(slots, id, slot, at + 1);
  return after ? moveTo(slots, id, after, 0) : slots;
}

function around(slots: Slots, id: string, halves: readonly HalfDay[]) {
  const slot = slots.find((each) => each.id === id);
  const rows = slot ? inHalf(slots, slot) : [];
  const here = slot ? halves.findIndex((half) => sameHalf(half, slot)) : -1;
  return {
    slot,
    at: rows.findIndex((each) => each.id === id),
    count: rows.length,
    before: here > 0 ? halves[here - 1] : undefined,
    after: here === -1 ? undefined : halves[here + 1]
  };
}

/** Puts a row into its half day, at its end unless told. */
export function insert(slots: Slots, slot: Slot, place = Infinity): Slots {
  const rows = inHalf(slots, slot);
  const next = rows[Math.max(0, place)];
  const at = next ? slots.indexOf(next) : slots.filter((each) => rank(each) <= rank(slot)).length;
  return slots.toSpliced(at, 0, slot);
}

export const remove = (slots: Slots, id: string): Slots =>
  slots.some((slot) => slot.id === id) ? slots.filter((slot) => slot.id !== id) : slots;

/** Changes a row. A break has no subject and belongs to no session; `subjectElse` is the subject of a break that becomes a session. */
export function change(
  slots: Slots,
  id: string,
  to: Partial<Pick<Slot, 'title' | 'subject' | 'format' | 'minutes' | 'trainers'>>,
  subjectElse = ''
): Slots {
  const slot = slots.find((each) => each.id === id);
  if (!slot) return slots;
  const changed = { ...slot, ...to };
  changed.minutes = tidyMinutes(changed.minutes);
  if (isBreak(changed)) Object.assign(changed, { subject: null, sessionKey: null });
  else changed.subject ??= subjectElse;
  const same = (Object.keys(changed) as (keyof Slot)[]).every((key) => changed[key] === slot[key]);
  return same ? slots : slots.with(slots.indexOf(slot), changed);
}

/**
 * Makes two rows of one, the longer half first, so that the second can go elsewhere. A row of one minute stays whole.
 * @param rename the second's title from the first's
 */
export function split(slots: Slots, id: string, newId: string, rename: (title: string) => string): Slots {
  const slot = slots.find((each) => each.id === id);
  if (!slot || slot.minutes < 2) return slots;
  const second = Math.floor(slot.minutes / 2);
  const title = rename(slot.title).slice(0, longestTitle);
  return slots.toSpliced(
    slots.indexOf(slot),
    1,
    { ...slot, minutes: slot.minutes - second },
    { ...slot, id: newId, minutes: second, title }
  );
}

/** Whether every row stands in one of these half days. */
export function allStand(slots: Slots, halves: readonly HalfDay[]): boolean {
  const known = new Set(halves.map(halfKey));
  return slots.every((slot) => known.has(halfKey(slot)));
}
