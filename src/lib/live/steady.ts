import { SAME_STEP } from './sameWish.ts';
import type { LiveState } from './state.ts';

/** What a press means has changed: a second tap, or a finger on its way down, meant what stood there before. Ms. */
const AFTER_A_STEP = 1_000;
/** Other buttons stand there now. Ms. */
const AFTER_A_CHANGE = 500;

/**
 * How long the main buttons take no press after the circle came from one state to another, in ms; 0 when they did not
 * change. After a step by somebody else as long as a press would be taken for theirs anyway, and a moment more.
 * @param me person id
 */
export function restAfter(before: LiveState, now: LiveState, me: string): number {
  const [was, is] = [before.moved, now.moved];
  if (is && (was?.at !== is.at || was.by !== is.by || was.did !== is.did))
    return is.by === me ? AFTER_A_STEP : SAME_STEP + 100;
  if (pieceOf(before) !== pieceOf(now)) return AFTER_A_STEP;
  const silent = (state: LiveState) => state.openRound?.silence != null;
  return before.phase !== now.phase || silent(before) !== silent(now) ? AFTER_A_CHANGE : 0;
}

function pieceOf({ openRound }: LiveState): string {
  return openRound ? `${openRound.id} ${openRound.holder} ${openRound.answers.length}` : '';
}
