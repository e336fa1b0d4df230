import { describe, expect, it } from 'vitest';
import type { Deed } from './event.ts';
import { after, rehearse } from './rehearsal.ts';
import { waiting } from './state.ts';
import {
  actualRows,
  aheadBehind,
  elapsedOf,
  itemTimeLeft,
  minutesPlannedAhead,
  otherPlannedEnd,
  projectedEnd,
  promisedEnd,
  timeLeft
} from './timing.ts';

const minutes = (ms: number | null) => (ms === null ? null : ms / 60_000);
const toCheckIn = { do: 'next', from: 'opening' } as const;

describe('the time of a running circle', () => {
  it('is nothing before it begins', () => {
    expect([itemTimeLeft(waiting, 0), timeLeft(waiting, 0), promisedEnd(waiting), projectedEnd(waiting, 0)]).toEqual([
      null,
      null,
      null,
      null
    ]);
    expect([minutesPlannedAhead(waiting, 0), aheadBehind(waiting, 0)]).toEqual([0, 0]);
  });

  it('runs on time', () => {
    const state = rehearse([5, toCheckIn]);
    expect(minutes(itemTimeLeft(state, after(8)))).toBe(7);
    expect(minutes(timeLeft(state, after(8)))).toBe(37);
    expect(minutesPlannedAhead(state, after(8))).toBe(37);
    expect(aheadBehind(state, after(8))).toBe(0);
    expect(projectedEnd(state, after(8))).toBe(after(45));
  });

  it('knows how far behind and how far ahead it is', () => {
    expect(aheadBehind(rehearse([8, toCheckIn]), after(10))).toBe(3);
    expect(aheadBehind(rehearse([2, toCheckIn]), after(4))).toBe(-3);
    expect(aheadBehind(rehearse(), after(9))).toBe(4);
    expect(minutes(itemTimeLeft(rehearse(), after(9)))).toBe(-4);
    expect(aheadBehind(rehearse({ do: 'skip', item: 'scenario' }), after(3))).toBe(-9);
  });

  it('has twelve minutes left with 25 planned', () => {
    // Checking in took 28 minutes instead of 10; the core was left out.
    const state = rehearse([1, { do: 'skip', item: 'core' }], [5, toCheckIn], [33, { do: 'next', from: 'checkIn' }]);
    const more = rehearse(
      [1, { do: 'skip', item: 'core' }],
      [5, toCheckIn],
      [33, { do: 'next', from: 'checkIn' }],
      [33, { do: 'extend', item: 'actions', minutes: 5 }]
    );
    expect([minutes(timeLeft(state, after(33))), minutesPlannedAhead(state, after(33))]).toEqual([12, 20]);
    expect([minutes(timeLeft(more, after(33))), minutesPlannedAhead(more, after(33))]).toEqual([12, 25]);
  });

  it('counts a pause for no item, but does not move the promised end', () => {
    const state = rehearse([2, { do: 'pause' }], [6, { do: 'resume' }], [8, toCheckIn]);
    expect(minutes(elapsedOf(state, state.items[0]!, after(8)))).toBe(4);
    expect(promisedEnd(state)).toBe(after(45));
    expect(aheadBehind(state, after(8))).toBe(3);
    const still = rehearse([2, { do: 'pause' }]);
    expect(minutes(itemTimeLeft(still, after(30)))).toBe(3);
    expect(aheadBehind(still, after(30))).toBe(28);
  });

  it('lists planned against actual, and stops with the circle', () => {
    const state = rehearse(
      [1, { do: 'skip', item: 'scenario' }],
      [6.25, toCheckIn],
      [14, { do: 'jump', from: 'checkIn', to: 'closing' }],
      [20, { do: 'end', from: 'closing' }]
    );
    expect(actualRows(state, after(500)).map((row) => [row.item, row.planned, row.actual, row.stage])).toEqual([
      ['opening', 5, 6.3, 'done'],
      ['checkIn', 10, 7.8, 'done'],
      ['core', 10, 0, 'passed over'],
      ['scenario', 9, 0, 'skipped'],
      ['actions', 6, 0, 'passed over'],
      ['closing', 5, 6, 'done']
    ]);
    expect(timeLeft(state, after(500))).toBe(null);
    expect(itemTimeLeft(state, after(500))).toBe(null);
    expect(projectedEnd(state, after(500))).toBe(after(20));
    expect(aheadBehind(state, after(500))).toBe(-25);
  });

  it('shows no negative time to a device whose clock is behind', () => {
    const state = rehearse([5, toCheckIn]);
    expect(elapsedOf(state, state.items[1]!, after(4))).toBe(0);
  });
});

describe('another end than the promised one', () => {
  const planned = (minute: number) => new Date(after(minute)).toISOString();
  const fit = (end: number): Deed => ({ do: 'fit', minutes: {}, skip: [], seen: '', end });

  it('is what the plan printed, when the circle began a minute late or more, and on the same day', () => {
    const state = rehearse();
    expect(otherPlannedEnd(state, planned(-3))).toBe(after(42));
    expect(otherPlannedEnd(state, planned(4))).toBe(after(49));
    for (const startsAt of [planned(0), planned(-0.5), planned(-24 * 60), null])
      expect(otherPlannedEnd(state, startsAt)).toBeNull();
    expect(otherPlannedEnd(waiting, planned(-3))).toBeNull();
  });

  it('holds once somebody chose it, and undoing takes it back', () => {
    const chosen = rehearse(fit(after(42)));
    expect(promisedEnd(chosen)).toBe(after(42));
    expect(otherPlannedEnd(chosen, planned(-3))).toBeNull();
    expect(minutes(timeLeft(chosen, after(2)))).toBe(40);
    expect(promisedEnd(rehearse(fit(after(42)), { do: 'undo', target: chosen.canUndo!.id }))).toBe(after(45));
  });

  it('is not taken when it lies before the beginning, or more than a day away', () => {
    for (const end of [after(-1), after(25 * 60)]) expect(promisedEnd(rehearse(fit(end)))).toBe(after(45));
  });
});
