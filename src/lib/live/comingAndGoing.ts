import { liveLimits, type Speaker } from './event.ts';
import { giveOn, type Round } from './round.ts';

/**
 * Somebody joins a round that is open: before one who is still to come, or else after them. Who comes when all others
 * were asked is still asked, before those who passed are asked again. Who comes back is asked if not heard yet: for
 * the first time, or once more after passing; never after speaking or passing twice.
 * @param mark id of the event, kept as `orderMark`
 */
export function arrive(round: Round, speaker: Speaker, before: string | undefined, mark: string, at: number): Round {
  if (round.closedAt !== null) return round;
  const known = round.speakers.some(({ id }) => id === speaker.id);
  if (known && !round.left.includes(speaker.id)) return round;
  if (!known && round.speakers.length >= liveLimits.speakers) return round;

  const { id } = speaker;
  const left = round.left.filter((away) => away !== id);
  const heard = round.spoken.includes(id) || round.passedTwice.includes(id);
  if (heard) return { ...round, left, orderMark: mark };
  const here: Round = round.answers.some((answer) => answer.speaker === id)
    ? { ...round, left, passed: [...round.passed, id], orderMark: mark }
    : { ...round, ...seated(round, speaker, before), left, orderMark: mark };
  return here.holder === null ? giveOn(here, at) : here;
}

/** Somebody leaves: not asked while away. If they have the piece, it goes on. */
export function leaveRound(round: Round, speaker: string, mark: string, at: number): Round {
  const here = round.speakers.some(({ id }) => id === speaker) && !round.left.includes(speaker);
  if (round.closedAt !== null || !here) return round;
  const without = (ids: string[]) => ids.filter((id) => id !== speaker);
  const gone: Round = {
    ...round,
    left: [...round.left, speaker],
    toCome: without(round.toCome),
    passed: without(round.passed),
    orderMark: mark
  };
  return round.holder === speaker ? giveOn(gone, at) : gone;
}

/**
 * A new order for those who were not asked yet. Names of others are ignored; who is not named comes after.
 * @param seen the `orderMark` the screen showed
 */
export function orderRound(round: Round, order: readonly string[], seen: string, mark: string): Round {
  if (round.closedAt !== null || seen !== round.orderMark) return round;
  const named = [...new Set(order)].filter((id) => round.toCome.includes(id));
  const toCome = [...named, ...round.toCome.filter((id) => !named.includes(id))];
  if (toCome.every((id, index) => id === round.toCome[index])) return round;
  // The whole order follows: those to come take the places that those to come had.
  const moved = [...toCome];
  const byId = new Map(round.speakers.map((speaker) => [speaker.id, speaker]));
  const speakers = round.speakers.map((speaker) =>
    round.toCome.includes(speaker.id) ? byId.get(moved.shift()!)! : speaker
  );
  return { ...round, toCome, speakers, orderMark: mark };
}

/** The lists with a speaker put in who was not asked yet. */
function seated(round: Round, speaker: Speaker, before: string | undefined): Pick<Round, 'toCome' | 'speakers'> {
  const others = round.speakers.filter(({ id }) => id !== speaker.id);
  if (before === undefined || !round.toCome.includes(before)) {
    return { toCome: [...round.toCome, speaker.id], speakers: [...others, speaker] };
  }
  return {
    toCome: round.toCome.flatMap((id) => (id === before ? [speaker.id, id] : [id])),
    speakers: others.flatMap((other) => (other.id === before ? [speaker, other] : [other]))
  };
}
