import { dayOf } from '../../circles/circle.ts';
import * as m from '../../paraglide/messages.js';
import { expectedHalves, sameHalf, standing, type HalfStanding, type Standing } from '../attendance/completion.ts';
import { halfDayName } from '../timetable/halfName.ts';
import type { OwnPlace } from './schema.ts';

type Attended = Pick<OwnPlace, 'training' | 'days' | 'sessions' | 'attendance' | 'makeUps'>;

/** Where the one who has this place stands. @param today `YYYY-MM-DD` in the training's zone */
export function ownStanding({ training, days, sessions, attendance, makeUps }: Attended, today: string): Standing {
  const isOver = ({ day }: { day: number }) => days.some((one) => one.day === day && one.heldOn < today);
  return standing(training, expectedHalves(days, sessions), attendance, makeUps, isOver);
}

/** What is said of one half day: "there", "made up on 3 May 2035, Quay Street". */
export function halfInWords(
  { outcome, missedMinutes, over, ...half }: HalfStanding,
  makeUps: OwnPlace['makeUps']
): string {
  if (outcome === 'absent') return m.training_places_attendance_away();
  if (outcome === 'short') return m.training_places_attendance_short({ minutes: missedMinutes });
  if (outcome === 'not_noted')
    return over ? m.training_places_attendance_nothing() : m.training_places_attendance_open();
  if (outcome === 'here')
    return missedMinutes > 0
      ? m.training_places_attendance_late({ minutes: missedMinutes })
      : m.training_places_attendance_here();
  const { madeUpOn = '', madeUpWhere = '' } = makeUps.find(sameHalf(half)) ?? {};
  const date = dayOf(madeUpOn);
  return madeUpWhere
    ? m.training_places_attendance_made_up_where({ date, where: madeUpWhere })
    : m.training_places_attendance_made_up({ date });
}

/** A sentence for every half day that is lost unless it is made up; none for who has completed. */
export function lostInWords({ missing, completed }: Standing, makeUpsCount: boolean): string[] {
  if (completed) return [];
  return missing
    .filter(({ outcome, over }) => outcome !== 'not_noted' || over)
    .map(({ outcome, day, half: which }) => {
      const half = halfDayName({ day, half: which });
      if (!makeUpsCount) return m.training_places_attendance_missing_for_good({ half });
      return outcome === 'short'
        ? m.training_places_attendance_missing_short({ half })
        : m.training_places_attendance_missing({ half });
    });
}
