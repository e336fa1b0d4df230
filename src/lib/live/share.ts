import type { Round } from './round.ts';
import type { Span } from './state.ts';
import { lengthOf, overlapWith } from './timing.ts';

/** How many will still have the piece: the holder, those to come and those asked once more. */
export function speakersLeft(round: Round): number {
  return (round.holder === null ? 0 : 1) + round.toCome.length + round.passed.length;
}

/** A soft share in whole seconds: the time left for the item by those still to speak; 0 when no time is left. */
export function softShare(secondsForItem: number, speakersLeft: number): number {
  return Math.max(0, Math.floor(secondsForItem / Math.max(1, speakersLeft)));
}

/**
 * Time the holder has had the piece this time, in ms; silence and the circle's pauses do not count.
 * @param now ms since 1970
 */
export function holderTime(round: Round, pauses: readonly Span[], now: number): number {
  let sum = 0;
  for (let index = round.turns.length - 1; index >= 0; index--) {
    const turn = round.turns[index]!;
    if (turn.speaker !== round.holder) break;
    sum += lengthOf(turn, now) - overlapWith(pauses, turn, now);
    if (!turn.resumed) break;
  }
  return sum;
}

/**
 * How much of the soft share is used, from 0 to 1, and a sign of it. It is there to be seen, never to interrupt: past
 * the share it stays full and calm.
 */
export function shareSigns(usedMs: number, shareSeconds: number): { used: number; sign: 'ample' | 'near' | 'full' } {
  const used = shareSeconds > 0 ? Math.min(1, Math.max(0, usedMs / (shareSeconds * 1000))) : 1;
  return { used, sign: used >= 1 ? 'full' : used >= 0.8 ? 'near' : 'ample' };
}
