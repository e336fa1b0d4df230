import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changesBetween } from './difference.ts';
import { moveTo } from './edits.ts';
import type { Slot } from './slot.ts';
import { anyTimetable } from './timetable.arbitrary.ts';

const slot = (id: string, more: Partial<Slot> = {}): Slot => ({
  id,
  day: 1,
  half: 1,
  sessionKey: null,
  title: id,
  subject: 'risk',
  format: 'talk',
  minutes: 30,
  trainers: '',
  ...more
});

it('says what was added, removed, moved and changed', () => {
  const before = [slot('a'), slot('b'), slot('c'), slot('d')];
  const now = [slot('a', { minutes: 45 }), slot('c', { title: 'C' }), slot('e'), slot('b', { half: 2 })];
  expect(changesBetween(before, now)).toEqual([
    { what: 'minutes', title: 'a', from: 30, to: 45 },
    { what: 'words', title: 'C' },
    { what: 'added', title: 'e' },
    { what: 'moved', title: 'b' },
    { what: 'removed', title: 'd' }
  ]);
});

it('of two rows that changed places one is said to have moved', () => {
  expect(changesBetween([slot('a'), slot('b'), slot('c')], [slot('c'), slot('a'), slot('b')])).toEqual([
    { what: 'moved', title: 'c' }
  ]);
});

it('nothing done is no change, and one row moved is one', () => {
  fc.assert(
    fc.property(anyTimetable, fc.nat(29), fc.nat(9), (slots, at, place) => {
      expect(changesBetween(slots, slots)).toEqual([]);
      const moved = moveTo(slots, slots[at]?.id ?? 'nobody', { day: 2, half: 1 }, place);
      const changes = changesBetween(slots, moved);
      expect(changes).toHaveLength(moved === slots ? 0 : 1);
    })
  );
});
