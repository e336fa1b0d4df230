import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as edits from './edits.ts';
import type { HalfDay, Slot } from './slot.ts';
import { anyTimetable, fourDays } from './timetable.arbitrary.ts';

const halves = edits.halvesOf(fourDays);
const half = fc.constantFrom(...halves);
const minutesOf = (slots: readonly { minutes: number }[]) => slots.reduce((sum, { minutes }) => sum + minutes, 0);
const ids = (slots: readonly Slot[]) => slots.map(({ id }) => id);
const slot = (id: string, day = 1, at: 1 | 2 = 1, minutes = 30): Slot => ({
  id,
  day,
  half: at,
  sessionKey: null,
  title: id,
  subject: 'risk',
  format: 'talk',
  minutes,
  trainers: ''
});
const morning: HalfDay = { day: 1, half: 1 };
const afternoon: HalfDay = { day: 1, half: 2 };

/** Any one change, by its number among the rows. */
const anyEdit = fc.oneof(
  fc.record({ does: fc.constantFrom('earlier', 'later', 'split', 'remove'), at: fc.nat(29) }),
  fc.record({ does: fc.constant('moveTo'), at: fc.nat(29), half, place: fc.integer({ min: -2, max: 40 }) })
);
function apply(
  slots: readonly Slot[],
  edit: { does: string; at: number; half?: HalfDay; place?: number },
  step: number
) {
  const id = slots[edit.at]?.id ?? 'nobody';
  if (edit.does === 'earlier') return edits.moveEarlier(slots, id, halves);
  if (edit.does === 'later') return edits.moveLater(slots, id, halves);
  if (edit.does === 'split') return edits.split(slots, id, `part-${step}`, (title) => title);
  if (edit.does === 'remove') return edits.remove(slots, id);
  return edits.moveTo(slots, id, edit.half!, edit.place);
}

it('whatever is done, rows stay in the order of the days, once each, and only removing takes minutes away', () => {
  fc.assert(
    fc.property(anyTimetable, fc.array(anyEdit, { maxLength: 12 }), (start, changes) => {
      let slots: readonly Slot[] = start;
      changes.forEach((edit, step) => {
        const next = apply(slots, edit, step);
        expect(next).toEqual(edits.inOrder(next));
        expect(new Set(ids(next)).size).toBe(next.length);
        expect(edits.allStand(next, halves)).toBe(true);
        if (edit.does !== 'remove') expect(minutesOf(next)).toBe(minutesOf(slots));
        slots = next;
      });
    })
  );
});

it('moving leaves the others in their order, and later takes earlier back', () => {
  fc.assert(
    fc.property(anyTimetable, fc.nat(29), half, fc.nat(10), (slots, at, to, place) => {
      const id = slots[at]?.id ?? 'nobody';
      const others = (some: readonly Slot[]) => ids(some).filter((each) => each !== id);
      expect(others(edits.moveTo(slots, id, to, place))).toEqual(others(slots));
      const earlier = edits.moveEarlier(slots, id, halves);
      if (earlier !== slots) expect(edits.moveLater(earlier, id, halves)).toEqual(slots);
    })
  );
});

describe('moving', () => {
  const slots = [slot('a'), slot('b'), slot('c', 1, 2)];

  it('at the edge of a half day goes on into the next or the one before', () => {
    expect(edits.moveLater(slots, 'b', halves).map(({ id, half: at }) => id + at)).toEqual(['a1', 'b2', 'c2']);
    expect(edits.moveEarlier(slots, 'c', halves).map(({ id, half: at }) => id + at)).toEqual(['a1', 'b1', 'c1']);
  });

  it('at the very ends stays, as the same list', () => {
    expect(edits.moveEarlier(slots, 'a', halves)).toBe(slots);
    expect(edits.moveLater([slot('z', 4, 2)], 'z', halves)).toHaveLength(1);
    expect(edits.moveTo(slots, 'b', morning, 1)).toBe(slots);
    expect(edits.moveTo(slots, 'nobody', morning)).toBe(slots);
  });

  it('to another half day takes the place asked for', () => {
    expect(ids(edits.moveTo(slots, 'a', afternoon, 0))).toEqual(['b', 'a', 'c']);
    expect(ids(edits.moveTo(slots, 'a', afternoon))).toEqual(['b', 'c', 'a']);
  });
});

describe('other changes', () => {
  it('splitting gives the longer half first; a minute stays whole', () => {
    const parts = edits.split([slot('a', 1, 1, 45)], 'a', 'b', (title) => `${title}, again`);
    expect(parts.map(({ id, minutes, title }) => [id, minutes, title])).toEqual([
      ['a', 23, 'a'],
      ['b', 22, 'a, again']
    ]);
    const minute = [slot('a', 1, 1, 1)];
    expect(edits.split(minute, 'a', 'b', String)).toBe(minute);
  });

  it('a break has no subject, and gets one back when it becomes a session', () => {
    const [pause] = edits.change([slot('a')], 'a', { format: 'break' });
    expect(pause).toMatchObject({ subject: null, sessionKey: null });
    expect(edits.change([pause!], 'a', { format: 'talk' }, 'culture')[0]).toMatchObject({ subject: 'culture' });
  });

  it('minutes stay whole and within 1 to 480; the same value is no change', () => {
    const slots = [slot('a')];
    expect(edits.change(slots, 'a', { minutes: 900 })[0]!.minutes).toBe(480);
    expect(edits.change(slots, 'a', { minutes: Number.NaN })[0]!.minutes).toBe(1);
    expect(edits.change(slots, 'a', { minutes: 30 })).toBe(slots);
    expect(edits.remove(slots, 'nobody')).toBe(slots);
  });
});
