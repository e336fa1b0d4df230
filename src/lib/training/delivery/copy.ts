import type { Slot } from './slots.ts';
import type { TrainingDay } from './training.ts';

export const minutesWishes = ['planned', 'took'] as const;
export type MinutesWish = (typeof minutesWishes)[number];

/** A row of a timetable that was delivered. */
export interface DeliveredSlot extends Slot {
  /** Null: nobody noted what it took. 0: it did not take place. */
  actualMinutes: number | null;
}

// The longest session the database takes.
const mostMinutes = 480;

/**
 * The timetable for the next training, as it became. With `took`, each session is planned with what it took where that
 * is known; one that did not take place keeps what was planned.
 * @param keys of the sessions in the curriculum the next training keeps: a row that is not in it stands for itself
 */
export function copiedSlots(delivered: readonly DeliveredSlot[], wish: MinutesWish, keys: ReadonlySet<string>): Slot[] {
  return delivered.map(({ actualMinutes, ...slot }) => ({
    ...slot,
    sessionKey: slot.sessionKey !== null && keys.has(slot.sessionKey) ? slot.sessionKey : null,
    minutes: wish === 'took' && actualMinutes ? Math.min(actualMinutes, mostMinutes) : slot.minutes
  }));
}

/**
 * The days of the next training: title and audience as they became. Starting times are kept day by day as long as those
 * typed are still those of the first day.
 */
export function copiedDays(
  before: readonly TrainingDay[],
  dates: readonly string[],
  starts: Pick<TrainingDay, 'morningStarts' | 'afternoonStarts'>
): TrainingDay[] {
  const first = before[0];
  const kept = first?.morningStarts === starts.morningStarts && first.afternoonStarts === starts.afternoonStarts;
  return dates.map((heldOn, at) => {
    const { morningStarts, afternoonStarts } = (kept && before[at]) || starts;
    const { title = '', audience = 'cohort' } = before[at] ?? {};
    return { day: at + 1, heldOn, title, audience, morningStarts, afternoonStarts };
  });
}
