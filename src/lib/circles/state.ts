/** A circle's life. There is no way back: what was closed stays as it was noted. */
export const circleStates = ['planned', 'open', 'closed', 'archived'] as const;
export type CircleState = (typeof circleStates)[number];

const next: Record<CircleState, CircleState | null> = {
  planned: 'open',
  open: 'closed',
  closed: 'archived',
  archived: null
};

/** The one state that may follow, or null at the end. */
export const nextState = (state: CircleState): CircleState | null => next[state];

/** True when a circle in `from` may become `to`. */
export const mayBecome = (from: CircleState, to: CircleState): boolean => next[from] === to;

/** Notes can be written while the circle is open. */
export const takesNotes = (state: CircleState): boolean => state === 'open';

/** Agenda, questions and groups may change until the circle closes. */
export const takesPlans = (state: CircleState): boolean => state === 'planned' || state === 'open';

/** Coding and the report begin once the circle is open and go on after it closes. */
export const takesCoding = (state: CircleState): boolean => state === 'open' || state === 'closed';

/** What was said and agreed stands; the record can be written. */
export const isOver = (state: CircleState): boolean => state === 'closed' || state === 'archived';

/** True for a word that names a state. */
export const isCircleState = (word: string): word is CircleState => circleStates.some((state) => state === word);
