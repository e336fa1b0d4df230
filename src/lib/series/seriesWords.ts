import { dayOf } from '../circles/circle.ts';
import type { CircleRole } from '../circles/roles/role.ts';
import * as m from '../paraglide/messages.js';
import { instantInWords } from '../ui/time/instant.ts';
import type { GateState, Standing } from './gate.ts';
import type { PlannedMeeting } from './recurrence.ts';
import type { SeriesMeeting, SeriesSummary } from './series.ts';

/** 'Every 2 weeks on Monday at 10:00'. */
export function rhythmOf({
  everyWeeks,
  firstOn,
  startsAt
}: Pick<SeriesSummary, 'everyWeeks' | 'firstOn' | 'startsAt'>) {
  const day = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${firstOn}T12:00:00Z`)
  );
  return m.series_rhythm({ weeks: everyWeeks, day, time: startsAt });
}

/** When a meeting is or was: the days it was held on, else its start. */
export function whenOf({ heldOn, startsAt, timeZone }: SeriesMeeting): string {
  if (heldOn.length > 0) return heldOn.map(dayOf).join(', ');
  return startsAt === null ? m.series_no_date() : instantInWords(startsAt, timeZone);
}

/** Sentences on meetings near which the clocks are moved. */
export function clockNotes(meetings: readonly PlannedMeeting[], wanted: string): string[] {
  return meetings.flatMap(({ date, time, clocksMoved }) => {
    const on = dayOf(date);
    if (time !== wanted) return [m.series_clock_skipped({ date: on, wanted, time })];
    if (clocksMoved > 0) return [m.series_clock_forward({ date: on, time })];
    return clocksMoved < 0 ? [m.series_clock_back({ date: on, time })] : [];
  });
}

/** '24 of 36 held; attendance was not taken at 2 of them, and they count.' */
export function heldSentence(held: number, notTaken: number, length: number): string {
  if (held === 0) return m.series_held_none();
  return notTaken === 0
    ? m.series_held_taken({ held, length })
    : m.series_held_not_taken({ held, length, count: notTaken });
}

export function gateSentence(gate: GateState): string {
  if (gate.is === 'reached') return m.series_gate_reached();
  const { needed, left } = gate;
  if (gate.is === 'possible') return m.series_gate_possible({ needed, left });
  return gate.toMakeUp === null
    ? m.series_gate_out({ needed, left })
    : m.series_gate_out_make_up({ needed, left, count: gate.toMakeUp });
}

export function madeUpSentence({ madeUp }: Pick<Standing, 'madeUp'>): string {
  return m.series_attendance_made_up({
    list: madeUp.map(({ number, on }) => m.series_attendance_made_up_one({ number, date: dayOf(on) })).join(', ')
  });
}

const roles: Record<CircleRole, () => string> = {
  facilitator: m.series_roles_facilitator,
  co_facilitator: m.series_roles_co_facilitator,
  observer: m.series_roles_observer
};
export const roleWord = (role: CircleRole): string => roles[role]();
