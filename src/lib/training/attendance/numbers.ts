import type { Audience } from '../curriculum/schema.ts';
import type { CompletionRule } from '../delivery/rule.ts';
import type { PlaceKind, PlaceState } from '../places/schema.ts';
import type { HalfDay } from '../timetable/slot.ts';
import { standing, type NotedHalf } from './completion.ts';

/** A place with what was noted of it. */
export interface AttendingPlace {
  id: string;
  kind: PlaceKind;
  state: PlaceState;
  noted: readonly NotedHalf[];
  makeUps: readonly HalfDay[];
}

/** The four numbers of a training, which are never mixed, and what each is made of. */
export interface FourNumbers {
  /** Places of the cohort that are placed, or that ended after their holder had come once. */
  signedUp: number;
  /** People on the open day: with a place of either kind, and those counted at the door without a name. */
  openDay: number;
  /** Of those signed up: was there, or made up for it, at least once. */
  started: number;
  /** Of those started: fulfils the rule. */
  completed: number;
  made: {
    placed: number;
    /** Came at least once and has no place any more. */
    gaveBack: number;
    openDayCohort: number;
    openDayPlaces: number;
    openDayCounted: number;
    /** Of those who completed: would not have without a make-up. */
    byMakeUp: number;
  };
}

/**
 * Definitions as above. Completed ≤ started ≤ signed up holds for whatever was noted.
 * @param days `counted`: people at the door whose names nobody took
 */
export function fourNumbers(
  rule: CompletionRule,
  expected: readonly HalfDay[],
  days: readonly { day: number; audience: Audience; counted: number }[],
  places: readonly AttendingPlace[]
): FourNumbers {
  const open = days.filter(({ audience }) => audience === 'open');
  const visitors = places.filter(({ noted }) =>
    noted.some(({ came, day }) => came && open.some((one) => one.day === day))
  );
  const cohort = places
    .filter(({ kind }) => kind === 'cohort')
    .map((place) => ({ ...place, stands: standing(rule, expected, place.noted, place.makeUps) }));
  const started = cohort.filter(({ stands }) => stands.started);
  const completed = started.filter(({ stands }) => stands.completed);
  const placed = cohort.filter(({ state }) => state === 'placed').length;
  const gaveBack = started.filter(({ state }) => state !== 'placed').length;
  const openDayCohort = visitors.filter(({ kind }) => kind === 'cohort').length;
  const openDayCounted = open.reduce((sum, { counted }) => sum + counted, 0);
  return {
    signedUp: placed + gaveBack,
    openDay: visitors.length + openDayCounted,
    started: started.length,
    completed: completed.length,
    made: {
      placed,
      gaveBack,
      openDayCohort,
      openDayPlaces: visitors.length - openDayCohort,
      openDayCounted,
      byMakeUp: completed.filter(({ noted }) => !standing(rule, expected, noted, []).completed).length
    }
  };
}
