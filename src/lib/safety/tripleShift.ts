/** Three presses must fall into this many milliseconds: long enough for stiff hands, short enough not to happen by typing. */
export const TRIPLE_SHIFT_WITHIN = 3000;

/** Counts lone presses of Shift. Feed it every key event and every pointer press. */
export interface ShiftCounter {
  down(key: string, repeat?: boolean): void;
  /** @returns true at the third lone press within the time; the count then starts anew */
  up(key: string, at: number): boolean;
  reset(): void;
}

/**
 * A press counts when Shift goes down and up with nothing between: capital letters, Shift with an arrow or a click never
 * do. Any other key starts the count anew.
 * @param within milliseconds from the first to the third press; times are given in, so that tests need no clock
 */
export function countShift(within: number = TRIPLE_SHIFT_WITHIN): ShiftCounter {
  let presses: number[] = [];
  let alone = false;

  return {
    down(key, repeat = false) {
      if (key === 'Shift') {
        if (!repeat) alone = true;
      } else {
        alone = false;
        presses = [];
      }
    },
    up(key, at) {
      if (key !== 'Shift' || !alone) return false;
      alone = false;
      presses = [...presses.filter((earlier) => at - earlier <= within), at];
      if (presses.length < 3) return false;
      presses = [];
      return true;
    },
    reset() {
      alone = false;
      presses = [];
    }
  };
}
