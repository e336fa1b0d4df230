/** Undo and redo as values. Holds the last 100 steps: more than anyone takes back by hand. */
const limit = 100;

export interface History<T> {
  past: readonly T[];
  present: T;
  future: readonly T[];
  /** What the last step was about: typing on in the same field is one step, not one per letter. */
  field: string | null;
}

export function startHistory<T>(present: T): History<T> {
  return { past: [], present, future: [], field: null };
}

/** Records a step. The same value is no step; `field` joins a run of typing in one field. */
export function step<T>(history: History<T>, next: T, field: string | null = null): History<T> {
  if (next === history.present) return history;
  const joins = field !== null && field === history.field;
  const past = joins ? history.past : [...history.past, history.present].slice(-limit);
  return { past, present: next, future: [], field };
}

export function undo<T>(history: History<T>): History<T> {
  const previous = history.past.at(-1);
  if (history.past.length === 0) return history;
  return {
    past: history.past.slice(0, -1),
    present: previous as T,
    future: [history.present, ...history.future],
    field: null
  };
}

export function redo<T>(history: History<T>): History<T> {
  if (history.future.length === 0) return history;
  const [next, ...future] = history.future;
  return { past: [...history.past, history.present], present: next as T, future, field: null };
}
