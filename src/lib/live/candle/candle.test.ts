import { describe, expect, it } from 'vitest';
import type { LiveState } from '../state.ts';
import { after, people, rehearse } from '../rehearsal.ts';
import { runOf } from '../run.ts';
import { candleOfRun, shownAt } from './candle.ts';
import { candleOf } from './candleOf.ts';

const round = { do: 'openRound' as const, round: 'r', item: 'opening', speakers: people('Ana', 'Ben', 'Cy') };
const shown = (state: LiveState, minutes: number) => shownAt(candleOf(state), after(minutes));

describe('what everybody sees', () => {
  it('is the item, its begun minutes and what comes', () => {
    expect(shown(rehearse(), 2.5)).toMatchObject({ item: { id: 'opening' }, minutesLeft: 3, nearlyOver: false });
    expect(shown(rehearse(), 4.2)).toMatchObject({ minutesLeft: 1, nearlyOver: true, next: 'checkIn' });
    expect(shown(rehearse(), 9)).toMatchObject({ minutesLeft: 0, nearlyOver: true });
  });

  it('rests with the time in a pause, and begins late on a device that is behind', () => {
    const paused = rehearse([2, { do: 'pause' }]);
    expect(shown(paused, 30)).toMatchObject({ phase: 'paused', minutesLeft: 3 });
    expect(shown(rehearse([2, { do: 'pause' }], [12, { do: 'resume' }]), 13)).toMatchObject({ minutesLeft: 2 });
    expect(shown(rehearse(), -1)).toMatchObject({ minutesLeft: 5 });
  });

  it('is nothing before the beginning, and no time after the end', () => {
    const ended = rehearse([3, { do: 'end', from: 'opening' }]);
    expect(shown(ended, 4)).toMatchObject({ phase: 'ended', minutesLeft: null, next: null });
    expect(shownAt(candleOfRun(null), after(0))).toMatchObject({ phase: 'waiting', item: null, minutesLeft: null });
  });

  it('is the same from what is stored', () => {
    for (const state of [rehearse([5, { do: 'next', from: 'opening' }]), rehearse([2, { do: 'pause' }])])
      expect(shownAt(candleOfRun(runOf(state, after(5))), after(8))).toEqual(shown(state, 8));
  });

  it('tells who speaks and who is next', () => {
    const state = rehearse(round, { do: 'passed', round: 'r', from: 'Ana' });
    expect(shown(state, 3)).toMatchObject({ speaker: 'Ben', nextSpeaker: 'Cy', silence: false });
  });

  it('does not announce who is asked once more', () => {
    const state = rehearse(
      round,
      { do: 'passed', round: 'r', from: 'Ana' },
      { do: 'spoke', round: 'r', from: 'Ben' },
      { do: 'holdSilence', round: 'r' }
    );
    expect(shown(state, 4)).toMatchObject({ speaker: 'Cy', nextSpeaker: null, silence: true });
  });
});
