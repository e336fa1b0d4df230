import { spanOf } from './dates.ts';

/** Where a training stands, as far as what to do next depends on it. Dates in the training's zone. */
export interface Standing {
  today: string;
  days: readonly { day: number; heldOn: string }[];
  signUpOpen: boolean;
  places: number;
  placed: number;
  /** Half days with at least one note of attendance. */
  noted: readonly { day: number; half: number }[];
  /** Half days that have a session. */
  held: readonly { day: number; half: number }[];
  evaluations: number;
  /** Who has completed and has no valid certificate. */
  owed: number;
  learned: string;
}

/** The one thing to do now, with the day it is about. */
export type NextThing =
  | { what: 'attendance'; day: number; half: number }
  | { what: 'open_sign_up' | 'share' | 'wait' | 'evaluate' | 'certificates' | 'learned' | 'copy' }
  | { what: 'print' | 'today'; day: number };

/** From this many days before a day its pack wants printing. */
const packDays = 3;

/** What a trainer does next, by where the training stands. */
export function nextThing(standing: Standing): NextThing {
  const { today, days, noted, held, placed } = standing;
  const now = days.find(({ heldOn }) => heldOn === today);
  if (now) return { what: 'today', day: now.day };
  const past = days.filter(({ heldOn }) => heldOn < today);
  const missing = held.find(
    ({ day, half }) =>
      past.some((each) => each.day === day) && !noted.some((each) => each.day === day && each.half === half)
  );
  if (missing && placed > 0) return { what: 'attendance', ...missing };
  const coming = days.find(({ heldOn }) => heldOn > today);
  if (!coming) return afterwards(standing);
  if (spanOf(today, coming.heldOn) <= packDays) return { what: 'print', day: coming.day };
  // Between two days of a training nobody is asked to sign up.
  if (past.length > 0) return { what: 'wait' };
  if (!standing.signUpOpen && placed < standing.places) return { what: 'open_sign_up' };
  return { what: placed < standing.places ? 'share' : 'wait' };
}

function afterwards({ evaluations, owed, learned }: Standing): NextThing {
  if (evaluations === 0) return { what: 'evaluate' };
  if (owed > 0) return { what: 'certificates' };
  return { what: learned === '' ? 'learned' : 'copy' };
}
