import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deed, LiveEvent } from './event.ts';
import { apply, foldEvents } from './liveState.ts';
import { after, agenda, events, people, rehearse } from './rehearsal.ts';
import { waiting, type LiveState } from './state.ts';

const ids = agenda.map(({ id }) => id);
const speakers = ['Ana', 'Ben', 'Cleo', 'Dan'];
const anItem = fc.constantFrom(...ids, 'nothing');
const aSpeaker = fc.constantFrom(...speakers);
const aMark = fc.constantFrom('', 'e2', 'e3', 'e4', 'e5');
const round = fc.constantFrom('r1', 'r2');

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ do: fc.constantFrom('next', 'back', 'end'), from: anItem }),
  fc.record({ do: fc.constant('jump' as const), from: anItem, to: anItem }),
  fc.record({ do: fc.constantFrom('pause', 'resume', 'goOn') }),
  fc.record({ do: fc.constantFrom('skip', 'unskip'), item: anItem }),
  fc.record({ do: fc.constant('extend' as const), item: anItem, minutes: fc.integer({ min: -9, max: 9 }) }),
  fc.record({ do: fc.constant('order' as const), items: fc.shuffledSubarray(ids, { minLength: 4 }), seen: aMark }),
  fc.record({
    do: fc.constant('fit' as const),
    minutes: fc.dictionary(anItem, fc.integer({ min: 1, max: 9 })),
    skip: fc.subarray(ids),
    seen: aMark
  }),
  fc.record({ do: fc.constant('agenda' as const), items: fc.shuffledSubarray(agenda, { minLength: 1 }), seen: aMark }),
  fc.record({ do: fc.constant('undo' as const), target: aMark }),
  fc.record({
    do: fc.constant('openRound' as const),
    round,
    item: anItem,
    speakers: fc.constant(people('Ana', 'Ben', 'Cleo'))
  }),
  fc.record({ do: fc.constantFrom('spoke', 'passed', 'takeBack'), round, from: aSpeaker }),
  fc.record({ do: fc.constantFrom('holdSilence', 'endSilence', 'closeRound'), round }),
  fc.record({ do: fc.constant('arrive' as const), round, speaker: aSpeaker.map((name) => people(name)[0]!) }),
  fc.record({ do: fc.constant('leaveRound' as const), round, speaker: aSpeaker })
);

/** Events as several screens make them that hear of each other late: equal counters, times out of step. */
const anyEvents = fc
  .array(fc.record({ seq: fc.integer({ min: 2, max: 12 }), at: fc.nat({ max: 3 }), by: aSpeaker, deed: deeds }), {
    maxLength: 40
  })
  .map((drafts): LiveEvent[] => [
    ...events({ do: 'begin', items: agenda }),
    ...drafts.map((draft, index) => ({ ...draft, id: `e${index + 2}`, at: after(draft.at) }))
  ]);

const always = (check: (list: LiveEvent[], state: LiveState) => void) =>
  fc.assert(
    fc.property(anyEvents, (list) => check(list, foldEvents(list))),
    { numRuns: 300 }
  );

describe('folding the events of a circle', () => {
  it('gives the same state for any order in which they arrive, and for events that arrive twice', () =>
    fc.assert(
      fc.property(
        anyEvents.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, arrived]) => {
          expect(foldEvents(arrived)).toEqual(foldEvents(list));
          expect(foldEvents([...arrived, ...list])).toEqual(foldEvents(list));
        }
      ),
      { numRuns: 300 }
    ));

  it('keeps opening first, closing last, neither of them skipped, and every minute between 1 and 240', () =>
    always((_, { items }) => {
      expect(items[0]!.id).toBe('opening');
      const closing = items.findIndex(({ kind }) => kind === 'closing');
      expect([-1, items.length - 1]).toContain(closing);
      for (const item of items) {
        if (item.kind === 'opening' || item.kind === 'closing') expect(item.skipped).toBe(false);
        expect(item.minutes).toBeGreaterThanOrEqual(1);
        expect(item.minutes).toBeLessThanOrEqual(240);
      }
    }));

  it('has one current item that is held, and time running on no other', () =>
    always((_, { items, current, phase }) => {
      const now = items.filter(({ id }) => id === current);
      expect(now.map(({ skipped }) => skipped)).toEqual([false]);
      const running = items.filter(({ spans }) => spans.some(({ until }) => until === null)).map(({ id }) => id);
      expect(running).toEqual(phase === 'ended' ? [] : [current]);
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    }));

  it('never lets a stretch of time end before it began', () =>
    always((_, { items, pauses, rounds }) => {
      const turns = rounds.flatMap((one) => one.turns);
      for (const { from, until } of [...items.flatMap(({ spans }) => spans), ...pauses, ...turns])
        expect(until ?? from).toBeGreaterThanOrEqual(from);
    }));

  it('undoes exactly what it says it would', () =>
    always((list, state) => {
      if (!state.canUndo) return;
      const undo = { do: 'undo' as const, target: state.canUndo.id };
      const event = { id: 'undo', seq: 99, at: after(99), by: 'lead', deed: undo };
      const undone = foldEvents([...list, event]);
      const plan = ({ items }: Pick<LiveState, 'items'>) => items.map(({ spans: _, ...item }) => item);
      expect(plan(undone)).toEqual(plan({ items: state.changes.at(-1)!.before }));
      expect([undone.current, undone.phase, undone.planMark]).toEqual([state.current, state.phase, 'undo']);
      expect(undone.changes).toEqual(state.changes.slice(0, -1));
    }));

  it('has at most one open round, and it is among the rounds', () =>
    always((_, { rounds, openRound }) => {
      expect(rounds.filter(({ closedAt }) => closedAt === null)).toEqual(openRound ? [openRound] : []);
    }));

  it('leaves the very same state when a deed changes nothing', () => {
    const state = rehearse();
    const none: Deed[] = [
      { do: 'next', from: 'core' },
      { do: 'resume' },
      { do: 'goOn' },
      { do: 'skip', item: 'closing' },
      { do: 'undo', target: 'e1' },
      { do: 'spoke', round: 'r1', from: 'Ana' },
      { do: 'openRound', round: 'r1', item: 'nothing', speakers: people('Ana') }
    ];
    for (const deed of none) expect(apply(state, { id: 'x', seq: 9, at: after(9), by: 'lead', deed })).toBe(state);
    expect(foldEvents([])).toBe(waiting);
  });

  it('takes the first of two rounds that were opened at once', () => {
    const open = (id: string): Deed => ({
      do: 'openRound',
      round: id,
      item: 'checkIn',
      speakers: people('Ana', 'Ben')
    });
    const state = rehearse(open('r1'), open('r2'), { do: 'spoke', round: 'r2', from: 'Ana' });
    expect(state.rounds.map(({ id, holder }) => [id, holder])).toEqual([['r1', 'Ana']]);
    const closed = rehearse(open('r1'), { do: 'closeRound', round: 'r1' }, open('r1'), open('r2'));
    expect(closed.rounds.map(({ id }) => id)).toEqual(['r1', 'r2']);
    expect(closed.openRound?.id).toBe('r2');
  });

  it('folds 5,000 events at most', () => {
    const many = Array.from({ length: 5_003 }, (_, index): LiveEvent => {
      const deed: Deed = index % 2 ? { do: 'pause' } : { do: 'resume' };
      return { id: `many ${index}`, seq: index + 2, at: after(index), by: 'lead', deed };
    });
    const state = foldEvents([...events({ do: 'begin', items: agenda }), ...many]);
    expect(state.pauses).toHaveLength(2_499);
  });
});
