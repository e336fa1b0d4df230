import { toHtml } from '../../library/markdown.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import type { TrainingDay } from '../delivery/training.ts';
import type { HeldSlot } from '../timetable/slot.ts';
import { notesOf, parkedOn, stillParked, type DayNote } from './note.ts';
import { handoutsOf, materialsOf, minutesChanged, sessionOf, sessionsBehind } from './plan.ts';
import { lastPress } from './press.ts';
import { runningDay } from './running.ts';

interface Delivered {
  timeZone: string;
  slots: readonly HeldSlot[];
  curriculum: Curriculum | null;
  notes: readonly DayNote[];
}
/** What the address asks for: a half day, and the row whose plan is to be read. */
export interface Asked {
  half: string | null;
  session: string | null;
}

/** Everything the day view shows, read at `now` (milliseconds since 1970). */
export function dayPage(
  { timeZone, slots: all, curriculum, notes }: Delivered,
  day: TrainingDay,
  asked: Asked,
  now: number
) {
  const slots = all.filter((slot) => slot.day === day.day);
  const running = runningDay(day, slots, timeZone, now);
  const at = running.now ?? running.next;
  const half = asked.half === '1' || asked.half === '2' ? (Number(asked.half) as 1 | 2) : (at?.slot.half ?? 1);
  const shown = slots.find(({ id }) => id === asked.session) ?? at?.slot;
  const sessions = sessionsBehind(curriculum, slots);
  const session = shown ? sessionOf(curriculum, shown) : null;
  return {
    day,
    slots,
    now,
    half,
    last: lastPress(slots),
    plan: session && {
      title: session.title,
      aim: session.aim,
      trainers: shown?.trainers || session.trainers,
      materials: session.materials,
      minutes: minutesChanged(session, all),
      plan: toHtml(session.plan, 3),
      handouts: handoutsOf(curriculum, [session]).map(({ slug, title }) => ({ slug, title }))
    },
    materials: materialsOf(sessions),
    handouts: handoutsOf(curriculum, sessions).map(({ slug, title }) => ({ slug, title })),
    notes: notesOf(notes, day.day),
    parked: parkedOn(notes, day.day),
    stillParked: stillParked(notes, day.day)
  };
}
