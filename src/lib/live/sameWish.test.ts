import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deed, LiveEvent } from './event.ts';
import { foldEvents } from './liveState.ts';
import { agenda, people, ten } from './rehearsal.ts';

/** Deeds with who and when: ms after ten. */
function fold(...deeds: [by: string, ms: number, deed: Deed][]) {
  const begin: [string, number, Deed] = ['joss', 0, { do: 'begin', items: agenda }];
  return foldEvents(
    [begin, ...deeds].map(([by, ms, deed], index): LiveEvent => ({
      id: `e${index}`,
      seq: index + 1,
      at: ten + ms,
      by,
      deed
    }))
  );
}
const next = (from: string): Deed => ({ do: 'next', from });

describe('two people who press at the same moment', () => {
  it('go on once, though the second screen had already heard of the first press', () => {
    const state = fold(['joss', 60_000, next('opening')], ['mei', 60_400, next('checkIn')]);
    expect(state.current).toBe('checkIn');
    expect(state.moved).toEqual({ did: 'next', by: 'joss', at: ten + 60_000 });
    expect(state).toEqual(fold(['joss', 60_000, next('opening')]));
  });

  it('go on once whoever hears first, wherever they are, and again when time has passed', () =>
    fc.assert(
      fc.property(
        fc.nat({ max: 2 }),
        fc.integer({ min: -1_499, max: 1_499 }),
        fc.constantFrom('next' as const, 'back' as const, 'end' as const),
        fc.integer({ min: 1_500, max: 60_000 }),
        (at, apart, how, later) => {
          const start: [string, number, Deed] = ['mei', 5_000, { do: 'jump', from: 'opening', to: agenda[at + 1]!.id }];
          const one: [string, number, Deed] = ['joss', 60_000, next(agenda[at + 1]!.id)];
          const from = agenda[at + 2]!.id;
          expect(fold(start, one, ['mei', 60_000 + apart, { do: how, from }])).toEqual(fold(start, one));
          expect(fold(start, one, ['mei', 60_000 + later, { do: how, from }])).not.toEqual(fold(start, one));
          expect(fold(start, one, ['joss', 60_000 + apart, { do: how, from }])).not.toEqual(fold(start, one));
        }
      )
    ));

  it('begin the circle, jump or end it, and nothing more', () => {
    expect(fold(['mei', 1_400, next('opening')]).current).toBe('opening');
    const jump = { do: 'jump', from: 'checkIn', to: 'closing' } as const;
    expect(fold(['joss', 60_000, next('opening')], ['mei', 61_000, jump]).current).toBe('checkIn');
    const onClosing = { do: 'jump', from: 'opening', to: 'closing' } as const;
    const ended = fold(['joss', 60_000, onClosing], ['mei', 60_700, { do: 'end', from: 'closing' }]);
    expect(ended.phase).toBe('running');
  });

  it('still pause, extend and leave out: those say what they mean', () => {
    const state = fold(
      ['joss', 60_000, next('opening')],
      ['mei', 60_100, { do: 'extend', item: 'checkIn', minutes: 5 }],
      ['mei', 60_200, { do: 'pause' }]
    );
    expect([state.phase, state.items[1]!.minutes]).toEqual(['paused', 15]);
  });

  it('are not held up by a clock that is far off', () => {
    expect(fold(['joss', 60_000, next('opening')], ['mei', 20_000, next('checkIn')]).current).toBe('core');
  });
});

describe('two people who pass the piece on at the same moment', () => {
  const open: [string, number, Deed] = [
    'joss',
    10_000,
    { do: 'openRound', round: 'r', item: 'opening', speakers: people('Ana', 'Ben', 'Cy') }
  ];
  const says = (how: 'spoke' | 'passed' | 'takeBack', from: string): Deed => ({ do: how, round: 'r', from });
  const holder = (...deeds: [string, number, Deed][]) => fold(open, ...deeds).openRound?.holder;

  it('pass it on once, and take back once', () => {
    const spoke: [string, number, Deed] = ['joss', 60_000, says('spoke', 'Ana')];
    expect(holder(spoke, ['mei', 60_700, says('spoke', 'Ben')])).toBe('Ben');
    expect(holder(spoke, ['mei', 60_700, says('passed', 'Ben')])).toBe('Ben');
    expect(holder(spoke, ['mei', 60_800, says('spoke', 'Ben')])).toBe('Cy');
    expect(holder(spoke, ['joss', 60_100, says('passed', 'Ben')])).toBe('Cy');
    const two: [string, number, Deed][] = [spoke, ['joss', 70_000, says('spoke', 'Ben')]];
    expect(holder(...two, ['joss', 80_000, says('takeBack', 'Cy')], ['mei', 80_300, says('takeBack', 'Ben')])).toBe(
      'Ben'
    );
  });

  it('answer for nobody who got the piece because somebody left', () => {
    const left: [string, number, Deed] = ['joss', 60_000, { do: 'leaveRound', round: 'r', speaker: 'Ana' }];
    expect(holder(left, ['mei', 60_500, says('spoke', 'Ben')])).toBe('Ben');
  });
});
