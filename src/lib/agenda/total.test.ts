import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newItem, type AgendaItem, type ItemKind } from './item.ts';
import { balance, evenCuts, makeCuts, tightness, totalMinutes } from './total.ts';

const item = (kind: ItemKind, minutes: number, minMinutes = 1): AgendaItem => ({
  ...newItem(kind, kind, kind),
  minutes,
  minMinutes
});

describe('the total against the plan', () => {
  it('fits, runs over or leaves time', () => {
    const items = [item('opening', 5), item('closing', 40)];
    expect(balance(items, 45)).toEqual({ is: 'fits' });
    expect(balance(items, 40)).toEqual({ is: 'over', by: 5 });
    expect(balance(items, 60)).toEqual({ is: 'under', by: 15 });
  });
});

describe('sharing out what is over', () => {
  it('takes evenly, longest first when it does not divide, and leaves the frame whole', () => {
    const items = [item('opening', 5), item('core', 20), item('round', 10), item('actions', 10), item('closing', 10)];
    const { cuts, stillOver } = evenCuts(items, 48);
    expect(cuts).toEqual([
      { index: 1, minutes: 17 },
      { index: 2, minutes: 8 },
      { index: 3, minutes: 8 }
    ]);
    expect(stillOver).toBe(0);
    expect(totalMinutes(makeCuts(items, cuts))).toBe(48);
  });

  it('respects minimums and says what cannot be found', () => {
    const items = [item('opening', 10), item('core', 10, 8), item('round', 10, 9), item('closing', 10)];
    expect(evenCuts(items, 30)).toEqual({
      cuts: [
        { index: 1, minutes: 8 },
        { index: 2, minutes: 9 }
      ],
      stillOver: 7
    });
  });

  it('leaves alone what was just set, unless the others cannot carry it', () => {
    const items = [item('opening', 5), item('core', 20), item('round', 10, 6), item('closing', 5)];
    expect(evenCuts(items, 38, 'core').cuts).toEqual([{ index: 2, minutes: 8 }]);
    expect(evenCuts(items, 30, 'core')).toEqual(evenCuts(items, 30));
  });

  it('proposes nothing when it fits, and a minimum above the minutes gives nothing away', () => {
    expect(evenCuts([item('core', 10)], 10)).toEqual({ cuts: [], stillOver: 0 });
    expect(evenCuts([item('core', 10, 20)], 5)).toEqual({ cuts: [], stillOver: 5 });
  });

  it('says when a round is left less than a minute a person, or a part its minimum', () => {
    const items = [item('opening', 5), item('core', 20, 5), item('round', 12, 6), item('closing', 5)];
    const cuts = [
      { index: 1, minutes: 15 },
      { index: 2, minutes: 8 }
    ];
    expect(tightness(items, cuts, 9)).toBe('rounds');
    expect(tightness(items, cuts, 8)).toBeNull();
    expect(tightness(items, [{ index: 1, minutes: 5 }], 9)).toBe('least');
    expect(tightness(items, [], 99)).toBeNull();
  });

  it('whatever the agenda: minutes add up, minimums hold, the frame is whole', () => {
    const anItem = fc
      .tuple(fc.constantFrom<ItemKind>('core', 'round', 'practice'), fc.integer({ min: 1, max: 60 }), fc.nat(60))
      .map(([kind, minutes, least]) => item(kind, minutes, Math.max(1, Math.min(minutes, least))));
    fc.assert(
      fc.property(fc.array(anItem, { maxLength: 12 }), fc.integer({ min: 1, max: 300 }), (middle, planned) => {
        const items = [item('opening', 5), ...middle, item('closing', 6)];
        const { cuts, stillOver } = evenCuts(items, planned);
        const after = makeCuts(items, cuts);
        expect(totalMinutes(after) - stillOver).toBe(Math.min(totalMinutes(items), planned));
        expect(after.every((each) => each.minutes >= each.minMinutes || each.kind === 'opening')).toBe(true);
        expect([after[0]!.minutes, after.at(-1)!.minutes]).toEqual([5, 6]);
        if (stillOver > 0) expect(after.slice(1, -1).every((each) => each.minutes === each.minMinutes)).toBe(true);
      })
    );
  });
});
