import type { Speaker } from './event.ts';
import type { Made } from './sameWish.ts';

/** One turn, or a part of it when silence was held in between. ms since 1970; `until` is null while it lasts. */
export interface Turn {
  speaker: string;
  from: number;
  until: number | null;
  /** Goes on after silence, so it is one turn with the part before. */
  resumed: boolean;
}

/** A round of the talking piece. All lists hold speaker ids. */
export interface Round {
  id: string;
  /** The agenda item it belongs to. */
  item: string;
  /** Everybody who was ever part of it, in the order to speak. */
  speakers: Speaker[];
  /** Who has the piece; null when everybody was asked. */
  holder: string | null;
  /** 'speaking': the holder is asked for the first time; 'returning': once more, after passing; 'done': nobody is left. */
  phase: 'speaking' | 'returning' | 'done';
  /** Those still to be asked for the first time, in order, without the holder. */
  toCome: string[];
  spoken: string[];
  /** Passed once and will be asked once more, in the order of passing, without the holder. */
  passed: string[];
  passedTwice: string[];
  /** Away now. */
  left: string[];
  /** Silence held on purpose: the piece rests. */
  silence: { since: number } | null;
  startedAt: number;
  closedAt: number | null;
  turns: Turn[];
  /** What was answered, latest last: what `takeBack` takes back. */
  answers: { speaker: string; did: 'spoke' | 'passed'; again: boolean }[];
  /** Since when (ms since 1970) the piece is where it is, and by whose press (person id). Set by `runRound`. */
  given: Made | null;
  /** Id of the last event that changed who is to come or in which order, '' at first. */
  orderMark: string;
}

const nobodyYet = {
  spoken: [],
  passed: [],
  passedTwice: [],
  left: [],
  silence: null,
  closedAt: null,
  turns: [],
  answers: [],
  given: null
};

/**
 * Opens a round: the first of `speakers` gets the piece.
 * @param at ms since 1970, here and in all deeds below
 */
export function openRound(id: string, item: string, speakers: readonly Speaker[], at: number): Round {
  const known = new Map<string, Speaker>();
  for (const speaker of speakers) if (!known.has(speaker.id)) known.set(speaker.id, speaker);
  const fresh: Round = {
    id,
    item,
    speakers: [...known.values()],
    holder: null,
    phase: 'done',
    toCome: [...known.keys()],
    ...nobodyYet,
    startedAt: at,
    orderMark: ''
  };
  return giveOn(fresh, at);
}

/** The holder has spoken; the piece goes on. */
export function spoke(round: Round, from: string, at: number): Round {
  if (!mayMove(round, from)) return round;
  const answer = { speaker: from, did: 'spoke' as const, again: round.phase === 'returning' };
  return giveOn({ ...round, spoken: [...round.spoken, from], answers: [...round.answers, answer] }, at);
}

/** The holder passes, without explanation: asked once more at the end, and after passing again done. */
export function passPiece(round: Round, from: string, at: number): Round {
  if (!mayMove(round, from)) return round;
  const again = round.phase === 'returning';
  const answers = [...round.answers, { speaker: from, did: 'passed' as const, again }];
  const passed = again ? round.passed : [...round.passed, from];
  const passedTwice = again ? [...round.passedTwice, from] : round.passedTwice;
  return giveOn({ ...round, passed, passedTwice, answers }, at);
}

/** Silence on purpose: the piece rests where it is, and the holder's time does not run. */
export function holdSilence(round: Round, at: number): Round {
  if (round.closedAt !== null || round.silence) return round;
  return { ...round, silence: { since: at }, turns: endTurn(round.turns, at) };
}

export function endSilence(round: Round, at: number): Round {
  if (round.closedAt !== null || !round.silence) return round;
  return startTurn({ ...round, silence: null }, at, true);
}

/** Closes the round, finished or not: nothing changes it afterwards. */
export function closeRound(round: Round, at: number): Round {
  if (round.closedAt !== null) return round;
  return { ...round, closedAt: at, silence: null, turns: endTurn(round.turns, at) };
}

/** The piece goes to the next who was not asked yet, then to those who passed; then nobody has it. */
export function giveOn(round: Round, at: number): Round {
  const turns = endTurn(round.turns, at);
  const [first, ...toCome] = round.toCome;
  if (first !== undefined) return startTurn({ ...round, turns, toCome, holder: first, phase: 'speaking' }, at);
  const [again, ...passed] = round.passed;
  if (again !== undefined) return startTurn({ ...round, turns, passed, holder: again, phase: 'returning' }, at);
  return { ...round, turns, holder: null, phase: 'done' };
}

/** The holder's time begins, unless silence is held. */
export function startTurn(round: Round, at: number, resumed = false): Round {
  if (round.holder === null || round.silence) return round;
  return { ...round, turns: [...round.turns, { speaker: round.holder, from: at, until: null, resumed }] };
}

/** The time of whoever had the piece ends. */
export function endTurn(turns: Turn[], at: number): Turn[] {
  const last = turns.at(-1);
  if (!last || last.until !== null) return turns;
  return [...turns.slice(0, -1), { ...last, until: Math.max(last.from, at) }];
}

/** Whether the piece can move: not in silence, not in a closed round. */
export function canMove(round: Round): boolean {
  return round.closedAt === null && round.silence === null;
}

function mayMove(round: Round, from: string): boolean {
  return canMove(round) && round.holder === from;
}
