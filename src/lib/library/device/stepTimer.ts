/** Time as the player needs it; given in, so that tests wait for nothing. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  /** Calls back once. @returns a way to call it off */
  after(milliseconds: number, call: () => void): () => void;
}

export type PlayState = 'waiting' | 'playing' | 'paused' | 'done';

export interface Shown {
  step: number;
  state: PlayState;
  /** Milliseconds left of the step. */
  left: number;
}

export interface StepTimer {
  /** Begins, pauses or goes on. */
  toggle(): void;
  /** Goes on to the next step, or to the end. */
  next(): void;
  back(): void;
  again(): void;
}

/**
 * Leads through steps of so many seconds. A step that is done goes on to the next while it plays; going back or forth by
 * hand gives the step its whole time.
 * @param show is told of every change
 */
export function stepTimer(seconds: readonly number[], clock: Clock, show: (shown: Shown) => void): StepTimer {
  let step = 0;
  let state: PlayState = 'waiting';
  let left = (seconds[0] ?? 0) * 1000;
  let since = 0;
  let callOff = () => {};

  function run(): void {
    callOff();
    since = clock.now();
    if (state === 'playing') callOff = clock.after(left, next);
    show({ step, state, left });
  }

  function to(at: number): void {
    callOff();
    if (at >= seconds.length) state = 'done';
    else {
      if (state === 'done') state = 'paused';
      step = Math.max(0, at);
      left = seconds[step]! * 1000;
    }
    run();
  }

  function next(): void {
    if (state !== 'done') to(step + 1);
  }

  return {
    toggle() {
      if (state === 'done') return;
      if (state === 'playing') {
        left = Math.max(0, left - (clock.now() - since));
        state = 'paused';
      } else state = 'playing';
      run();
    },
    next,
    back: () => to(state === 'done' ? step : step - 1),
    again() {
      state = 'waiting';
      to(0);
    }
  };
}
