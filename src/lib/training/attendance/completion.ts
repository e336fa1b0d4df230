import type { CompletionRule } from '../delivery/rule.ts';
import { isBreak, type HalfDay } from '../timetable/slot.ts';

/** What was noted of somebody in a half day. */
export interface NotedHalf extends HalfDay {
  /** False: was looked for and not there. */
  came: boolean;
  lateMinutes: number;
  leftMinutes: number;
}

/**
 * here: was there, and missed no more than the rule allows. made_up: missed it, and made up for it. short: came, and missed too much.
 * absent: was looked for and not there. not_noted: nobody wrote anything down.
 */
export type HalfOutcome = 'here' | 'made_up' | 'short' | 'absent' | 'not_noted';

/** How one half day stands for one person. */
export interface HalfStanding extends HalfDay {
  outcome: HalfOutcome;
  counts: boolean;
  /** Minutes late and left early together; 0 when they didn't come. */
  missedMinutes: number;
  /** The day is over, so that nothing comes of it by itself. */
  over: boolean;
}

/** completed. open: can still be completed by coming. make_up: only by making something up. out: not any more, since make-ups don't count. */
export type Reach = 'completed' | 'open' | 'make_up' | 'out';

export interface Standing {
  /** Every expected half day, in order. */
  halves: HalfStanding[];
  daysCounted: number;
  daysNeeded: number;
  /** Was there, or made up for it, at least once. */
  started: boolean;
  completed: boolean;
  /** Half days that do not count yet, in order; also when they are not needed any more. */
  missing: HalfStanding[];
  reach: Reach;
}

/** Finds a half day among others. */
export const sameHalf =
  (one: HalfDay) =>
  ({ day, half }: HalfDay): boolean =>
    day === one.day && half === one.half;

/** Half days that have to count: those with a session; of a day without any, both. In order. */
export function expectedHalves(
  days: readonly { day: number }[],
  sessions: readonly (HalfDay & { format: string })[]
): HalfDay[] {
  const held = sessions.filter((session) => !isBreak(session));
  return days
    .toSorted((a, b) => a.day - b.day)
    .flatMap(({ day }) => {
      const both: HalfDay[] = [
        { day, half: 1 },
        { day, half: 2 }
      ];
      const planned = both.filter((half) => held.some(sameHalf(half)));
      return planned.length > 0 ? planned : both;
    });
}

/**
 * Where one person stands by the rule of the training. private.standing_of in the database decides about certificates; a test compares the two.
 * A half day counts when they were there and missed no more than the rule allows, or made it up where make-ups count; a day counts when all its
 * expected half days do. Notes of other half days change nothing but `started`.
 * @param isOver whether a half day's date is past. Without a note it then is lost unless it is made up.
 */
export function standing(
  rule: CompletionRule,
  expected: readonly HalfDay[],
  noted: readonly NotedHalf[],
  makeUps: readonly HalfDay[],
  isOver: (half: HalfDay) => boolean = () => false
): Standing {
  const halves = expected.map(({ day, half }): HalfStanding => {
    const note = noted.find(sameHalf({ day, half }));
    const outcome = outcomeOf(rule, note, makeUps.some(sameHalf({ day, half })));
    return {
      day,
      half,
      outcome,
      counts: outcome === 'here' || (outcome === 'made_up' && rule.makeUpsCount),
      missedMinutes: note?.came ? missedMinutes(note) : 0,
      over: isOver({ day, half })
    };
  });
  const daysCounted = daysWhere(halves, ({ counts }) => counts);
  const completed = daysCounted >= rule.daysNeeded;
  const reachable = daysWhere(halves, ({ counts, outcome, over }) => counts || (outcome === 'not_noted' && !over));
  return {
    halves,
    daysCounted,
    daysNeeded: rule.daysNeeded,
    started: noted.some(({ came }) => came) || makeUps.length > 0,
    completed,
    missing: halves.filter(({ counts }) => !counts),
    reach: reachOf(rule, completed, reachable)
  };
}

function reachOf(rule: CompletionRule, completed: boolean, reachable: number): Reach {
  if (completed) return 'completed';
  if (reachable >= rule.daysNeeded) return 'open';
  return rule.makeUpsCount ? 'make_up' : 'out';
}

/** Missed or cut short, or made up already; what nobody noted only once its day is over. */
export const canBeMadeUp = ({ outcome, over }: Pick<HalfStanding, 'outcome' | 'over'>): boolean =>
  outcome === 'not_noted' ? over : outcome !== 'here';

export const missedMinutes = ({ lateMinutes, leftMinutes }: Pick<NotedHalf, 'lateMinutes' | 'leftMinutes'>): number =>
  lateMinutes + leftMinutes;

function outcomeOf({ mostMissed }: CompletionRule, note: NotedHalf | undefined, madeUp: boolean): HalfOutcome {
  if (note?.came && missedMinutes(note) <= mostMissed) return 'here';
  if (madeUp) return 'made_up';
  if (!note) return 'not_noted';
  return note.came ? 'short' : 'absent';
}

/** Days all of whose half days are so. */
function daysWhere(halves: readonly HalfStanding[], is: (half: HalfStanding) => boolean): number {
  const days = new Set(halves.map(({ day }) => day));
  for (const half of halves) if (!is(half)) days.delete(half.day);
  return days.size;
}
