/**
 * Two people who press at the same moment wish the same. The second screen may already have heard of the first press
 * when the second finger comes down: its press then names the new item, or the new holder, and would take the circle
 * one further than anybody meant. So a step by another person within this time is taken for the same wish.
 *
 * Ms: from hearing of a step on a slow connection (about 0.5 s) and seeing it, to a finger that can still stop.
 */
export const SAME_STEP = 1_500;
/** The talking piece goes on more often, and only the one button of it is pressed: less time, so no answer is lost. */
export const SAME_ANSWER = 800;

/** What somebody (person id) did at a time (ms since 1970). */
export interface Made {
  by: string;
  at: number;
}

/**
 * Whether this is another person's press for what was just done. Clocks of two devices differ by a few ms, so it may
 * also seem to come a little before; one that is far off says nothing.
 */
export function sameWish(done: Made | null, press: Made, within: number): boolean {
  return done !== null && done.by !== press.by && Math.abs(press.at - done.at) < within;
}
