import { canMove, endTurn, startTurn, type Round } from './round.ts';

/**
 * Takes the last answer back: who gave it has the piece again, who has it now is next.
 * Not while they are away, and not in silence.
 * @param from who has the piece now, '' when nobody does
 */
export function takeBack(round: Round, from: string, at: number): Round {
  const last = round.answers.at(-1);
  if (!last || !canMove(round) || from !== (round.holder ?? '') || round.left.includes(last.speaker)) return round;
  const { toCome, passed } = handedBack(round);
  const without = (ids: string[]) => ids.filter((id) => id !== last.speaker);
  return startTurn(
    {
      ...round,
      holder: last.speaker,
      phase: last.again ? 'returning' : 'speaking',
      toCome: without(toCome),
      passed: without(passed),
      spoken: without(round.spoken),
      passedTwice: without(round.passedTwice),
      answers: round.answers.slice(0, -1),
      turns: endTurn(round.turns, at)
    },
    at
  );
}

/** The lists as if the holder had not been given the piece yet: at the front of where they came from. */
function handedBack({ holder, phase, toCome, passed }: Round): Pick<Round, 'toCome' | 'passed'> {
  if (holder === null) return { toCome, passed };
  return phase === 'returning' ? { toCome, passed: [holder, ...passed] } : { toCome: [holder, ...toCome], passed };
}
