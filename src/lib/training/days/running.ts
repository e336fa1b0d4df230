import { instantOf, wallClock } from '../../agenda/clock.ts';
import type { TrainingDay } from '../delivery/training.ts';
import { clockedDay, dayEnd } from '../timetable/clock.ts';
import type { HeldSlot } from '../timetable/slot.ts';

const minute = 60_000;

/** How a row of the day stands: `passed` was neither begun nor noted, but something after it was. */
export type Stage = 'done' | 'now' | 'passed' | 'coming';

/** A row of the day with its planned clock times (minutes since midnight) and how it stands. */
export interface DayRow {
  slot: HeldSlot;
  from: number;
  until: number;
  stage: Stage;
}

/** A day as it runs at a moment. Instants are milliseconds since 1970. */
export interface RunningDay {
  rows: DayRow[];
  now: DayRow | null;
  next: DayRow | null;
  /** Whole minutes the present row has run; null when none runs. */
  elapsed: number | null;
  /** Whole minutes the present row runs over its plan (+) or has left (-); null when none runs. */
  over: number | null;
  plannedEnd: number | null;
  /** When the day ends as it goes; null before it began and once nothing is left. */
  projectedEnd: number | null;
  /** Whole minutes the day will end later (+) or earlier (-) than planned. */
  late: number;
}

/** Someone noted that it is over, or what it took. */
export const isDone = (slot: HeldSlot): boolean => slot.endedAt !== null || slot.actualMinutes !== null;
export const isRunning = (slot: HeldSlot): boolean => slot.startedAt !== null && !isDone(slot);

/**
 * How a day stands at `now`. What runs is what was begun last and not ended. Ahead lies the rest of it and every row
 * after the last one that was touched; the afternoon never begins before its time, so a late morning is caught up by a
 * long lunch.
 * @param slots of this day at least, in order
 */
export function runningDay(day: TrainingDay, slots: readonly HeldSlot[], zone: string, now: number): RunningDay {
  const halves = clockedDay(day, slots);
  const planned = halves.flatMap((half) => half.rows);
  const last = planned.findLastIndex(({ slot }) => slot.startedAt !== null || isDone(slot));
  const current = planned.findLastIndex(({ slot }) => isRunning(slot));
  const rows = planned.map((row, index): DayRow => ({ ...row, stage: stageOf(row.slot, index, current, last) }));
  const date = runsOn(day, rows, zone, now);
  const at = (clock: number) => (instantOf({ date, time: '00:00' }, zone) ?? 0) + clock * minute;
  const end = dayEnd(halves);
  const running = rows[current] ?? null;
  const elapsed = running ? Math.max(0, now - Date.parse(running.slot.startedAt!)) : null;
  const plannedEnd = end === null ? null : at(end);
  const projected = last === -1 ? null : endAsItGoes(rows, elapsed, now, at(halves[1].from));
  const over = running && elapsed !== null ? Math.floor((elapsed - running.slot.minutes * minute) / minute) : null;
  return {
    rows,
    now: running,
    next: rows.find(({ stage }) => stage === 'coming') ?? null,
    elapsed: elapsed === null ? null : Math.floor(elapsed / minute),
    over,
    plannedEnd,
    projectedEnd: projected,
    late: projected === null || plannedEnd === null ? 0 : Math.round((projected - plannedEnd) / minute) || 0
  };
}

function stageOf(slot: HeldSlot, index: number, current: number, last: number): Stage {
  if (index === current) return 'now';
  // Two rows that both run are a slip; the earlier one is over.
  if (isDone(slot) || (isRunning(slot) && index < current)) return 'done';
  return index < last ? 'passed' : 'coming';
}

/** When the rest would end, or null when nothing runs and nothing is left. */
function endAsItGoes(rows: readonly DayRow[], elapsed: number | null, now: number, afternoon: number): number | null {
  const ahead = rows.filter(({ stage }) => stage === 'now' || stage === 'coming');
  if (ahead.length === 0) return null;
  return ahead.reduce((time, { slot, stage }) => {
    if (stage === 'now') return time + Math.max(0, slot.minutes * minute - (elapsed ?? 0));
    return (slot.half === 2 ? Math.max(time, afternoon) : time) + slot.minutes * minute;
  }, now);
}

/** The date whose clock the day runs by: that of its first beginning, else today. */
function runsOn(day: TrainingDay, rows: readonly DayRow[], zone: string, now: number): string {
  const begun = rows.flatMap(({ slot }) => (slot.startedAt === null ? [] : [Date.parse(slot.startedAt)]));
  // What was begun on another day and left is not today's.
  const recent = begun.filter((instant) => now - instant < 18 * 60 * minute);
  if (recent.length > 0) return wallClock(Math.min(...recent), zone).date;
  return begun.length > 0 ? day.heldOn : wallClock(now, zone).date;
}

/** Today against the date the day is planned for; `midnight`: it began yesterday, on its date, and still runs. */
export function whichDay(day: TrainingDay, running: RunningDay, zone: string, now: number) {
  const today = wallClock(now, zone).date;
  if (today === day.heldOn) return 'today' as const;
  if (today < day.heldOn) return 'before' as const;
  const started = running.now?.slot.startedAt;
  const ranOver = started && now - Date.parse(started) < 18 * 60 * minute;
  return ranOver && wallClock(Date.parse(started), zone).date === day.heldOn
    ? ('midnight' as const)
    : ('after' as const);
}
