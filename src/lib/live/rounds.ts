import { arrive, leaveRound, orderRound } from './comingAndGoing.ts';
import type { LiveEvent, RoundDeed } from './event.ts';
import { closeRound, endSilence, holdSilence, openRound, passPiece, spoke, type Round } from './round.ts';
import { SAME_ANSWER, sameWish } from './sameWish.ts';
import type { LiveState } from './state.ts';
import { takeBack } from './takeBack.ts';

/**
 * Rounds of a running circle. The same object when the deed does not fit the state (any more).
 * One round is open at a time: opened on two screens at once, the first one counts.
 *
 * An answer by another person than the one by whose press the piece just came to its holder is the same wish
 * (`sameWish`), and taking back likewise.
 * @param event the deed's: its id is kept as mark
 */
export function runRound(state: LiveState, deed: RoundDeed, event: Omit<LiveEvent, 'deed'>): LiveState {
  const { id: mark, at, by } = event;
  if (state.phase === 'waiting' || state.phase === 'ended') return state;
  if (deed.do === 'openRound') {
    const item = state.items.find(({ id }) => id === deed.item);
    const known = state.rounds.some(({ id }) => id === deed.round);
    if (state.openRound || !item || known || deed.speakers.length === 0) return state;
    const round = { ...openRound(deed.round, deed.item, deed.speakers, at), given: { by, at } };
    return { ...state, rounds: [...state.rounds, round], openRound: round };
  }
  const before = state.openRound;
  if (!before || before.id !== deed.round) return state;
  const answers = deed.do === 'spoke' || deed.do === 'passed' || deed.do === 'takeBack';
  if (answers && sameWish(before.given, event, SAME_ANSWER)) return state;
  const after = changed(before, deed, mark, at);
  if (after === before) return state;
  const cameOn = after.holder !== before.holder || after.answers.length !== before.answers.length;
  const round = cameOn ? { ...after, given: { by, at } } : after;
  const rounds = state.rounds.map((other) => (other.id === round.id ? round : other));
  return { ...state, rounds, openRound: round.closedAt === null ? round : null };
}

function changed(round: Round, deed: Exclude<RoundDeed, { do: 'openRound' }>, mark: string, at: number): Round {
  switch (deed.do) {
    case 'spoke':
      return spoke(round, deed.from, at);
    case 'passed':
      return passPiece(round, deed.from, at);
    case 'holdSilence':
      return holdSilence(round, at);
    case 'endSilence':
      return endSilence(round, at);
    case 'arrive':
      return arrive(round, deed.speaker, deed.before, mark, at);
    case 'leaveRound':
      return leaveRound(round, deed.speaker, mark, at);
    case 'orderRound':
      return orderRound(round, deed.order, deed.seen, mark);
    case 'takeBack':
      return takeBack(round, deed.from, at);
    case 'closeRound':
      return closeRound(round, at);
  }
}
