import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrive, leaveRound, orderRound } from './comingAndGoing.ts';
import { people } from './rehearsal.ts';
import { closeRound, endSilence, holdSilence, openRound, passPiece, spoke, type Round } from './round.ts';
import { takeBack } from './takeBack.ts';

/** What a screen does; `who` picks among twelve people, of whom the first few are there at the beginning. */
type Step =
  | { do: 'spoke' | 'passed' | 'silence' | 'speakAgain' | 'takeBack' }
  | { do: 'stale' | 'leave'; who: number }
  | { do: 'arrive'; who: number; before: number }
  | { do: 'order'; order: number[] };

const everybody = Array.from({ length: 12 }, (_, index) => `p${index}`);
const someone = fc.nat({ max: everybody.length - 1 });
const goingOn: fc.Arbitrary<Step> = fc.record({ do: fc.constantFrom('spoke', 'passed', 'passed') });
const others: fc.Arbitrary<Step>[] = [
  fc.record({ do: fc.constantFrom('silence', 'speakAgain') }),
  fc.record({ do: fc.constantFrom('stale', 'leave'), who: someone }),
  fc.record({ do: fc.constant('arrive' as const), who: someone, before: someone }),
  fc.record({ do: fc.constant('order' as const), order: fc.array(someone) })
];
const steps = fc.array(fc.oneof({ arbitrary: goingOn, weight: 3 }, ...others), { maxLength: 60 });
const stepsAndBack = fc.array(fc.oneof(goingOn, ...others, fc.constant<Step>({ do: 'takeBack' })), { maxLength: 60 });
const start = fc.integer({ min: 1, max: 9 });

function take(round: Round, step: Step, at: number): Round {
  const holder = round.holder ?? '';
  switch (step.do) {
    case 'spoke':
      return spoke(round, holder, at);
    case 'passed':
      return passPiece(round, holder, at);
    case 'silence':
      return holdSilence(round, at);
    case 'speakAgain':
      return endSilence(round, at);
    case 'takeBack':
      return takeBack(round, holder, at);
    case 'stale':
      return everybody[step.who] === holder ? round : spoke(round, everybody[step.who]!, at);
    case 'leave':
      return leaveRound(round, everybody[step.who]!, `m${at}`, at);
    case 'arrive':
      return arrive(round, people(everybody[step.who]!)[0]!, everybody[step.before], `m${at}`, at);
    case 'order':
      return orderRound(
        round,
        step.order.map((who) => everybody[who]!),
        round.orderMark,
        `m${at}`
      );
  }
}

/** Every state from opening through the steps, then on until nobody has the piece. */
function play(there: number, script: Step[], last: 'spoke' | 'passed' = 'spoke'): Round[] {
  const states = [openRound('r', 'item', people(...everybody.slice(0, there)), 0)];
  const go = (step: Step) => states.push(take(states.at(-1)!, step, states.length));
  script.forEach(go);
  go({ do: 'speakAgain' });
  // Each can be asked twice at most: more steps would mean that it never ends.
  for (let more = 0; more <= 2 * everybody.length && states.at(-1)!.holder !== null; more++) go({ do: last });
  return states;
}

const presentIn = (round: Round) => round.speakers.map(({ id }) => id).filter((id) => !round.left.includes(id));

/** Whom each state newly asks, and how: the piece came to them since the state before. */
function asked(states: Round[]): { who: string; phase: string }[] {
  return states.flatMap((round, index) => {
    const before = states[index - 1];
    const same = before && before.holder === round.holder && before.answers.length === round.answers.length;
    return round.holder === null || same ? [] : [{ who: round.holder, phase: round.phase }];
  });
}

/** Times somebody had the piece and left with it: they were asked, but could not answer. */
const leftWithPiece = (states: Round[], who: string, phase: string) =>
  states.filter(
    (round, index) =>
      index > 0 && round.left.includes(who) && states[index - 1]!.holder === who && states[index - 1]!.phase === phase
  ).length;

const holds = (script: fc.Arbitrary<Step[]>, check: (states: Round[]) => void) =>
  fc.assert(
    fc.property(start, script, fc.constantFrom('spoke', 'passed'), (there, steps, last) =>
      check(play(there, steps, last))
    ),
    { numRuns: 400 }
  );

describe('whatever happens in a round', () => {
  it('comes to an end', () =>
    holds(stepsAndBack, (states) => {
      expect(states.at(-1)!.phase).toBe('done');
    }));

  it('skips nobody: who is there at the end has spoken, or has passed twice', () =>
    holds(stepsAndBack, (states) => {
      const end = states.at(-1)!;
      for (const who of presentIn(end)) {
        expect([...end.spoken, ...end.passedTwice]).toContain(who);
        expect(states.some(({ holder }) => holder === who)).toBe(true);
      }
    }));

  it('asks nobody twice in the first pass, and nobody more than once again after passing', () =>
    holds(steps, (states) => {
      const all = asked(states);
      for (const who of everybody) {
        for (const phase of ['speaking', 'returning']) {
          const times = all.filter((one) => one.who === who && one.phase === phase).length;
          expect(times - leftWithPiece(states, who, phase)).toBeLessThanOrEqual(1);
        }
      }
    }));

  it('asks nobody again who has spoken or passed twice', () =>
    holds(stepsAndBack, (states) => {
      for (const round of states) expect([...round.spoken, ...round.passedTwice]).not.toContain(round.holder);
    }));

  it('asks again only after passing, and only when nobody waits for the first time', () =>
    holds(steps, (states) => {
      states.forEach((round, index) => {
        const before = states[index - 1];
        if (round.phase !== 'returning' || before?.holder === round.holder) return;
        expect(round.answers.some(({ speaker, did }) => speaker === round.holder && did === 'passed')).toBe(true);
        expect(round.toCome).toEqual([]);
      });
    }));

  it('the piece is always with somebody who is there, until all were asked', () =>
    holds(stepsAndBack, (states) => {
      for (const round of states) {
        if (round.holder === null) expect([...round.toCome, ...round.passed]).toEqual([]);
        else expect(presentIn(round)).toContain(round.holder);
        expect(round.phase === 'done').toBe(round.holder === null);
      }
    }));

  it('everybody is in one place: holding, to come, passed, heard or away', () =>
    holds(stepsAndBack, (states) => {
      for (const round of states) {
        const waiting = [...round.toCome, ...round.passed, ...(round.holder === null ? [] : [round.holder])];
        const heard = [...round.spoken, ...round.passedTwice];
        expect(new Set([...waiting, ...heard]).size).toBe(waiting.length + heard.length);
        for (const who of round.left) expect(waiting).not.toContain(who);
        expect([...waiting, ...heard, ...round.left]).toEqual(
          expect.arrayContaining(round.speakers.map(({ id }) => id))
        );
        expect(new Set(round.speakers.map(({ id }) => id)).size).toBe(round.speakers.length);
      }
    }));

  it('a doubled or stale deed changes nothing', () =>
    holds(stepsAndBack, (states) => {
      for (const [index, round] of states.entries()) {
        const before = states[index - 1]?.holder ?? null;
        if (before !== null && before !== round.holder) {
          expect(spoke(round, before, index)).toBe(round);
          expect(passPiece(round, before, index)).toBe(round);
        }
        for (const who of round.left) expect(leaveRound(round, who, 'm', index)).toBe(round);
        for (const who of presentIn(round)) expect(arrive(round, people(who)[0]!, undefined, 'm', index)).toBe(round);
        const closed = closeRound(round, index);
        for (const step of ['spoke', 'passed', 'silence', 'speakAgain', 'takeBack'] as const)
          expect(take(closed, { do: step }, index)).toBe(closed);
      }
    }));

  it('taking back gives the state before, as far as nobody came, went or was reordered', () =>
    fc.assert(
      fc.property(start, fc.array(goingOn, { minLength: 1, maxLength: 20 }), (there, script) => {
        const states = [openRound('r', 'item', people(...everybody.slice(0, there)), 0)];
        for (const step of script) states.push(take(states.at(-1)!, step, states.length));
        for (const [index, round] of states.entries()) {
          const before = states[index - 1];
          if (!before || round === before) continue;
          expect({ ...takeBack(round, round.holder ?? '', index), turns: [] }).toEqual({ ...before, turns: [] });
        }
      })
    ));
});
