import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeldSlot } from '../timetable/slot.ts';
import { begin, finish, lastPress, takeBack, type Stamp } from './press.ts';

const slot = (id: string, more: Partial<HeldSlot> = {}): HeldSlot => ({
  id,
  day: 1,
  half: 1,
  sessionKey: null,
  title: id,
  subject: 'risk',
  format: 'talk',
  minutes: 30,
  trainers: '',
  startedAt: null,
  endedAt: null,
  actualMinutes: null,
  ...more
});
const iso = (minute: number) => new Date(Date.UTC(2027, 0, 12, 9, minute)).toISOString();
const stamped = (slots: readonly HeldSlot[], stamps: readonly Stamp[]) =>
  slots.map((each) => ({ ...each, ...stamps.find(({ id }) => id === each.id) }));

describe('a press', () => {
  const fresh = [slot('a'), slot('b')];

  it('begins a session; the next begins and ends the one before at the same moment', () => {
    const one = stamped(fresh, begin(fresh, 'a', iso(0)));
    expect(one[0]).toMatchObject({ startedAt: iso(0), endedAt: null });
    const two = stamped(one, begin(one, 'b', iso(42)));
    expect(two).toMatchObject([
      { startedAt: iso(0), endedAt: iso(42), actualMinutes: 42 },
      { startedAt: iso(42), endedAt: null }
    ]);
  });

  it('that was pressed already does nothing', () => {
    expect(begin([slot('a', { startedAt: iso(0) })], 'a', iso(5))).toEqual([]);
    expect(begin([slot('a', { actualMinutes: 20 })], 'a', iso(5))).toEqual([]);
    expect(finish(fresh, 'a', iso(5))).toEqual([]);
    expect(finish([slot('a', { startedAt: iso(0), endedAt: iso(3) })], 'a', iso(5))).toEqual([]);
  });

  it('of a clock that went back ends where it began', () => {
    expect(finish([slot('a', { startedAt: iso(10) })], 'a', iso(5))).toMatchObject([
      { endedAt: iso(10), actualMinutes: 0 }
    ]);
  });

  it('is not taken back by a screen that has not seen it', () => {
    const running = [slot('a', { startedAt: iso(0), endedAt: iso(9), actualMinutes: 9 })];
    expect(takeBack(running, iso(0))).toEqual([]);
    expect(takeBack(fresh, iso(0))).toEqual([]);
  });
});

it('taking back after any press gives the day as it was before', () => {
  const presses = fc.array(fc.record({ does: fc.constantFrom(begin, finish), at: fc.nat(4) }), { maxLength: 12 });
  fc.assert(
    fc.property(presses, (all) => {
      let slots: HeldSlot[] = ['a', 'b', 'c', 'd', 'e'].map((id) => slot(id));
      all.forEach(({ does, at }, index) => {
        const now = iso(index * 7);
        const stamps = does(slots, slots[at]!.id, now);
        if (stamps.length === 0) return;
        const next = stamped(slots, stamps);
        expect(lastPress(next)).toBe(now);
        expect(stamped(next, takeBack(next, now))).toEqual(slots);
        slots = next;
      });
      // One thing at a time.
      expect(slots.filter(({ startedAt, endedAt }) => startedAt && !endedAt).length).toBeLessThanOrEqual(1);
    })
  );
});
