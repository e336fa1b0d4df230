import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemKinds } from '../agenda/item.ts';
import { fitNow, fitToTime, type Fit, type FitItem } from './fit.ts';
import { after, rehearse } from './rehearsal.ts';

const part = (id: string, minutes: number, minMinutes: number, priority: number): FitItem => ({
  id,
  kind: 'core',
  minutes,
  minMinutes,
  priority
});
const opening: FitItem = { id: 'opening', kind: 'opening', minutes: 4, minMinutes: 1, priority: 9 };
const closing: FitItem = { id: 'closing', kind: 'closing', minutes: 5, minMinutes: 1, priority: 9 };

describe('bringing what is ahead into the time left', () => {
  it('changes nothing when it fits', () => {
    expect(fitToTime([opening, part('a', 10, 5, 9), closing], 19)).toEqual({
      minutes: {},
      skip: [],
      over: 0,
      saved: 0
    });
  });

  it('twelve minutes left with 25 planned: shortens, leaves out what it must, keeps closing', () => {
    const ahead = [part('scenario', 10, 8, 9), part('round', 6, 3, 5), part('actions', 4, 2, 1), closing];
    expect(fitToTime(ahead, 12)).toEqual({ minutes: { round: 3 }, skip: ['scenario'], over: 0, saved: 13 });
  });

  it('twelve minutes left with 25 planned, short minimums: nothing is left out', () => {
    const ahead = [part('scenario', 10, 2, 9), part('round', 6, 3, 5), part('actions', 4, 2, 1), closing];
    expect(fitToTime(ahead, 12)).toEqual({
      minutes: { scenario: 2, round: 3, actions: 2 },
      skip: [],
      over: 0,
      saved: 13
    });
  });

  it('takes from priority 9 first, and within one in proportion to what each can give', () => {
    const ahead = [part('long', 20, 5, 9), part('short', 10, 5, 9), part('dear', 10, 5, 1)];
    expect(fitToTime(ahead, 32).minutes).toEqual({ long: 14, short: 8 });
  });

  it('of equals takes the odd minute from the later one, and leaves the later one out', () => {
    const ahead = [part('a', 10, 5, 5), part('b', 10, 5, 5)];
    expect(fitToTime(ahead, 19).minutes).toEqual({ b: 9 });
    expect(fitToTime(ahead, 8)).toEqual({ minutes: { a: 8 }, skip: ['b'], over: 0, saved: 12 });
  });

  it('says by how much the frame alone is too long', () => {
    expect(fitToTime([part('a', 10, 5, 9), closing], 3)).toEqual({ minutes: {}, skip: ['a'], over: 2, saved: 10 });
    expect(fitToTime([closing], -4)).toEqual({ minutes: {}, skip: [], over: 5, saved: 0 });
  });

  it('never leaves the current item out nor cuts it below the time it took', () => {
    const current = { ...part('now', 10, 2, 9), elapsedMinutes: 6.5, isCurrent: true };
    expect(fitToTime([current, closing], 5.5)).toEqual({ minutes: { now: 7 }, skip: [], over: 0, saved: 3 });
    expect(fitToTime([current, closing], 1)).toEqual({ minutes: { now: 7 }, skip: [], over: 5, saved: 3 });
  });

  it('proposes nothing for a circle exactly on time, at any second', () => {
    const state = rehearse([5, { do: 'next', from: 'opening' }]);
    for (const minute of [5, 5.01, 7.777, 14.99]) expect(fitNow(state, after(minute)).saved).toBe(0);
  });

  it('fits a running circle that is late', () => {
    // Core begins at 28 instead of 15: 17 minutes left for 30.
    const state = rehearse([5, { do: 'next', from: 'opening' }], [28, { do: 'next', from: 'checkIn' }]);
    expect(fitNow(state, after(28))).toEqual({
      minutes: { core: 6 },
      skip: ['scenario'],
      over: 0,
      saved: 13
    });
  });
});

const anyItems = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...itemKinds),
      minutes: fc.integer({ min: 1, max: 60 }),
      least: fc.integer({ min: 0, max: 60 }),
      priority: fc.integer({ min: 1, max: 9 }),
      elapsed: fc.double({ min: 0, max: 60, noNaN: true })
    }),
    { maxLength: 15 }
  )
  .map((drafts) =>
    drafts.map(({ least, elapsed, ...item }, index): FitItem => {
      const current = index === 0 ? { isCurrent: true, elapsedMinutes: elapsed } : {};
      return { ...item, ...current, id: `i${index}`, minMinutes: Math.min(least, item.minutes) };
    })
  );
const anyTime = fc.double({ min: 0, max: 300, noNaN: true });

const isFrame = ({ kind }: FitItem) => kind === 'opening' || kind === 'closing';
const need = (item: FitItem, minutes = item.minutes) => Math.max(0, minutes - (item.elapsedMinutes ?? 0));
const needed = (items: FitItem[], fit: Fit) =>
  items
    .filter(({ id }) => !fit.skip.includes(id))
    .reduce((sum, item) => sum + need(item, fit.minutes[item.id] ?? item.minutes), 0);
/** The shortest an item can be. */
const floorOf = (item: FitItem) =>
  isFrame(item)
    ? item.minutes
    : Math.min(item.minutes, Math.max(1, item.minMinutes, Math.ceil(item.elapsedMinutes ?? 0)));

describe('whatever the agenda and the time left', () => {
  const holds = (check: (items: FitItem[], left: number, fit: Fit) => void) =>
    fc.assert(fc.property(anyItems, anyTime, (items, left) => check(items, left, fitToTime(items, left))));

  it('changes nothing when it fits', () =>
    holds((items, left, fit) => {
      if (items.reduce((sum, item) => sum + need(item), 0) <= left)
        expect(fit).toEqual({ minutes: {}, skip: [], over: 0, saved: 0 });
    }));

  it('goes never below a minimum nor a begun minute, only down, in whole minutes', () =>
    holds((items, _, fit) => {
      for (const item of items.filter(({ id }) => id in fit.minutes)) {
        expect(Number.isInteger(fit.minutes[item.id])).toBe(true);
        expect(fit.minutes[item.id]).toBeGreaterThanOrEqual(floorOf(item));
        expect(fit.minutes[item.id]).toBeLessThan(item.minutes);
        expect(fit.skip).not.toContain(item.id);
      }
    }));

  it('keeps opening, closing and the current item, and every minute of opening and closing', () =>
    holds((items, _, fit) => {
      for (const item of items.filter((one) => isFrame(one) || one.isCurrent)) expect(fit.skip).not.toContain(item.id);
      for (const item of items.filter(isFrame)) expect(fit.minutes).not.toHaveProperty(item.id);
    }));

  it('goes never over the time left when that is possible, and says by how much when it is not', () =>
    holds((items, left, fit) => {
      const fixed = items.filter((item) => isFrame(item) || item.isCurrent);
      const shortest = fixed.reduce((sum, item) => sum + need(item, floorOf(item)), 0);
      if (shortest <= left) expect(fit.over).toBe(0);
      expect(needed(items, fit)).toBeLessThanOrEqual(left + fit.over + 1e-5);
      if (fit.over > 0) expect(needed(items, fit)).toBeGreaterThan(left + fit.over - 1);
    }));

  it('takes no whole minute more than it must, unless whole items had to go', () =>
    holds((items, left, fit) => {
      if (Object.keys(fit.minutes).length > 0 && fit.over === 0)
        expect(needed(items, fit)).toBeGreaterThan(left - 1 - 1e-5);
    }));

  it('leaves an item out only when all minimums together are too long, lowest priority first', () =>
    holds((items, left, fit) => {
      if (fit.skip.length === 0) return;
      expect(items.reduce((sum, item) => sum + need(item, floorOf(item)), 0)).toBeGreaterThan(left);
      const out = items.filter(({ id }) => fit.skip.includes(id)).map(({ priority }) => priority);
      const stay = items.filter((item) => !isFrame(item) && !item.isCurrent && !fit.skip.includes(item.id));
      for (const item of stay) expect(item.priority).toBeLessThanOrEqual(Math.min(...out));
    }));

  it('shortens a dearer item only when the less dear gave all they can', () =>
    holds((items, _, fit) => {
      const stay = items.filter((item) => !fit.skip.includes(item.id) && !isFrame(item));
      const shortened = stay.filter(({ id }) => id in fit.minutes).map(({ priority }) => priority);
      for (const item of stay.filter(({ priority }) => priority > Math.min(...shortened)))
        expect(fit.minutes[item.id] ?? item.minutes).toBe(floorOf(item));
    }));

  it('keeps the order, and fits already when asked again', () =>
    holds((items, left, fit) => {
      const ids = items.map(({ id }) => id);
      expect(fit.skip).toEqual(ids.filter((id) => fit.skip.includes(id)));
      const fitted = items
        .filter(({ id }) => !fit.skip.includes(id))
        .map((item) => ({ ...item, minutes: fit.minutes[item.id] ?? item.minutes }));
      expect(fitToTime(fitted, left).saved).toBe(0);
    }));
});
