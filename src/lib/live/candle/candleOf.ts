import type { LiveState } from '../state.ts';
import { currentItem, itemTimeLeft } from '../timing.ts';
import { nextItem } from '../walk.ts';
import type { Candle } from './candle.ts';

/** The candle of a running circle. Who passed, who has spoken, who waits, came or left is in none of it. */
export function candleOf(state: LiveState): Candle {
  const item = currentItem(state);
  const round = state.openRound;
  const nameOf = (id: string | null | undefined) => round?.speakers.find((speaker) => speaker.id === id)?.name ?? null;
  return {
    phase: state.phase,
    item: item && { id: item.id, title: item.title, kind: item.kind },
    left: leftOf(state),
    next: state.phase === 'ended' ? null : (nextItem(state)?.title ?? null),
    round: round && {
      holder: nameOf(round.holder),
      // Of those who passed nobody is announced: being asked again is between them and the piece.
      next: nameOf(round.toCome[0]),
      silentSince: round.silence?.since ?? null
    }
  };
}

/** Without a clock: the time left at the last moment at which the item or a pause began or ended. */
function leftOf(state: LiveState): Candle['left'] {
  const moments = [...(currentItem(state)?.spans ?? []), ...state.pauses].flatMap(({ from, until }) => [
    from,
    until ?? from
  ]);
  const since = Math.max(...moments);
  const ms = itemTimeLeft(state, since);
  return ms === null ? null : { ms, since: state.phase === 'running' ? since : null };
}
