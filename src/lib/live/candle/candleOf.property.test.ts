import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deed, RoundDeed, WalkDeed } from '../event.ts';
import { apply, foldEvents } from '../liveState.ts';
import { agenda, after, events, people, ten } from '../rehearsal.ts';
import type { LiveState } from '../state.ts';
import { currentItem, itemTimeLeft } from '../timing.ts';
import { nextItem } from '../walk.ts';
import { shownAt } from './candle.ts';
import { candleOf } from './candleOf.ts';

const everybody = Array.from({ length: 9 }, (_, index) => `Person ${String.fromCharCode(65 + index)}`);
const who = fc.constantFrom(...everybody);
const round = 'r';

/** A deed that fits the state as it is then: by whoever has the piece, on the order as it is seen. */
type Step = (state: LiveState) => RoundDeed;
const holder = (state: LiveState) => state.openRound?.holder ?? '';
const answers: fc.Arbitrary<Step> = fc
  .constantFrom('spoke' as const, 'passed' as const)
  .map((how) => (state) => ({ do: how, round, from: holder(state) }));
const others: fc.Arbitrary<Step>[] = [
  fc
    .constantFrom('holdSilence' as const, 'endSilence' as const, 'closeRound' as const)
    .map((how) => () => ({ do: how, round })),
  fc.constant((state) => ({ do: 'takeBack', round, from: holder(state) })),
  who.map((speaker) => () => ({ do: 'leaveRound', round, speaker })),
  fc.tuple(who, who).map(([name, before]) => () => ({ do: 'arrive', round, speaker: people(name)[0]!, before })),
  fc
    .shuffledSubarray(everybody)
    .map((order) => (state) => ({ do: 'orderRound', round, order, seen: state.openRound?.orderMark ?? '' }))
];
const steps = fc.array(fc.oneof({ arbitrary: answers, weight: 4 }, ...others), { maxLength: 40 });
const atFirst = fc.integer({ min: 1, max: everybody.length });

const opened = (there: number) =>
  foldEvents(
    events(
      { do: 'begin', items: agenda },
      { do: 'openRound', round, item: 'opening', speakers: people(...everybody.slice(0, there)) }
    )
  );
const next = (state: LiveState, deed: Deed, at: number) =>
  apply(state, { id: `m${at}`, seq: at + 3, at: after(at + 2), by: 'lead', deed });

/** Every state from the opening of the round through the steps. */
function play(there: number, script: Step[]): LiveState[] {
  const states = [opened(there)];
  for (const [at, step] of script.entries()) states.push(next(states.at(-1)!, step(states.at(-1)!), at));
  return states;
}

describe('whatever happens in a round, the candle', () => {
  it('holds no name but of who has the piece and who is next, and no deed', () =>
    fc.assert(
      fc.property(atFirst, steps, (there, script) => {
        for (const state of play(there, script)) {
          const json = JSON.stringify(candleOf(state));
          const allowed = [state.openRound?.holder, state.openRound?.toCome[0]];
          for (const name of everybody) expect(json.includes(name)).toBe(allowed.includes(name));
          expect(json).not.toMatch(/spoke|pass|answers|turns|toCome|"do"|seq|speakers|arrive|leave|order/i);
        }
      })
    ));

  it('is the same whether somebody spoke or passed, until those who passed are asked again', () =>
    fc.assert(
      fc.property(atFirst, steps, fc.array(fc.boolean(), { maxLength: 40 }), (there, script, swaps) => {
        let [one, other] = [opened(there), opened(there)];
        for (const [at, step] of script.entries()) {
          const deed = step(one);
          const isAnswer = deed.do === 'spoke' || deed.do === 'passed';
          const swapped: RoundDeed =
            isAnswer && swaps[at] ? { ...deed, do: deed.do === 'spoke' ? 'passed' : 'spoke' } : deed;
          [one, other] = [next(one, deed, at), next(other, swapped, at)];
          if ([one, other].some(({ openRound }) => openRound?.phase !== 'speaking')) break;
          expect(candleOf(other)).toEqual(candleOf(one));
        }
      })
    ));
});

const walking: fc.Arbitrary<(state: LiveState) => WalkDeed> = fc
  .constantFrom('next' as const, 'back' as const, 'pause' as const, 'resume' as const, 'end' as const, 'goOn' as const)
  .map(
    (how) => (state) =>
      how === 'pause' || how === 'resume' || how === 'goOn' ? { do: how } : { do: how, from: state.current ?? '' }
  );

it('wherever a circle goes, the candle shows the time that its desks count', () =>
  fc.assert(
    fc.property(fc.array(walking, { maxLength: 25 }), fc.nat({ max: 40 }), (script, later) => {
      let state = foldEvents(events({ do: 'begin', items: agenda }));
      for (const [at, step] of script.entries()) state = next(state, step(state), at);
      const now = ten + (script.length + 1 + later) * 60_000;
      const left = itemTimeLeft(state, now);
      expect(shownAt(candleOf(state), now)).toMatchObject({
        phase: state.phase,
        item: { id: currentItem(state)!.id },
        minutesLeft: left === null ? null : Math.max(0, Math.ceil(left / 60_000)),
        next: state.phase === 'ended' ? null : (nextItem(state)?.title ?? null)
      });
    })
  ));
