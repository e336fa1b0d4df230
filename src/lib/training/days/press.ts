import type { HeldSlot } from '../timetable/slot.ts';
import { isRunning } from './running.ts';

/** What is written into a session by a press. Instants are ISO. */
export interface Stamp {
  id: string;
  startedAt: string | null;
  endedAt: string | null;
  actualMinutes: number | null;
}

/** Whole minutes between two instants: what a session took. Never more than the database holds (16 hours). */
const minutesBetween = (startedAt: string, endedAt: string): number =>
  Math.min(960, Math.max(0, Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000)));

/** Ends what runs, all with the same instant; a device or server whose clock went back ends it where it began. */
function ended(slots: readonly HeldSlot[], now: string): Stamp[] {
  return slots.filter(isRunning).map(({ id, startedAt }) => {
    const endedAt = Date.parse(now) < Date.parse(startedAt!) ? startedAt! : now;
    return { id, startedAt, endedAt, actualMinutes: minutesBetween(startedAt!, endedAt) };
  });
}

/** Begins a session, and ends what ran: one press. Nothing for one that was begun or noted already. */
export function begin(slots: readonly HeldSlot[], id: string, now: string): Stamp[] {
  const slot = slots.find((each) => each.id === id);
  if (!slot || slot.startedAt !== null || slot.actualMinutes !== null) return [];
  return [...ended(slots, now), { id, startedAt: now, endedAt: null, actualMinutes: null }];
}

/** Ends a session that runs. Nothing for one that does not. */
export const finish = (slots: readonly HeldSlot[], id: string, now: string): Stamp[] =>
  ended(
    slots.filter((slot) => slot.id === id),
    now
  );

/** The instant of the last press of a day; null when nothing was pressed. */
export function lastPress(slots: readonly HeldSlot[]): string | null {
  const presses = slots.flatMap(({ startedAt, endedAt }) => [startedAt, endedAt].filter((each) => each !== null));
  return presses.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? null;
}

/**
 * Takes the last press back: what it began has not begun, what it ended runs on.
 * @param seen the last press the screen knew; nothing when another came meanwhile
 */
export function takeBack(slots: readonly HeldSlot[], seen: string): Stamp[] {
  const last = lastPress(slots);
  if (last === null || Date.parse(last) !== Date.parse(seen)) return [];
  const at = (instant: string | null) => instant !== null && Date.parse(instant) === Date.parse(last);
  return slots.flatMap(({ id, startedAt, endedAt }): Stamp[] => {
    if (at(endedAt)) return [{ id, startedAt, endedAt: null, actualMinutes: null }];
    return at(startedAt) ? [{ id, startedAt: null, endedAt: null, actualMinutes: null }] : [];
  });
}
