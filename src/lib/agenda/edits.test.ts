import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as edits from './edits.ts';
import { addableKinds, itemKinds, newItem, type AgendaItem, type ItemKind } from './item.ts';

const agenda = (...kinds: ItemKind[]): AgendaItem[] => kinds.map((kind, index) => newItem(kind, `i${index}`, kind));
const ids = (items: readonly AgendaItem[]) => items.map((item) => item.id).join(' ');
const usual = () => agenda('opening', 'agreements', 'check_in', 'round', 'closing');

describe('moving', () => {
  it('moves an item one place up or down', () => {
    expect(ids(edits.moveUp(usual(), 2))).toBe('i0 i2 i1 i3 i4');
    expect(ids(edits.moveDown(usual(), 2))).toBe('i0 i1 i3 i2 i4');
  });

  it('moves to a place, brought within opening and closing', () => {
    expect(ids(edits.moveTo(usual(), 3, 0))).toBe('i0 i3 i1 i2 i4');
    expect(ids(edits.moveTo(usual(), 1, 99))).toBe('i0 i2 i3 i1 i4');
  });

  it('keeps opening and closing where they are, and says so by giving the same list back', () => {
    const items = usual();
    expect(edits.moveDown(items, 0)).toBe(items);
    expect(edits.moveUp(items, 4)).toBe(items);
    expect(edits.moveUp(items, 1)).toBe(items);
    expect(edits.moveDown(items, 3)).toBe(items);
    expect(edits.canMoveUp(items, 1)).toBe(false);
    expect(edits.canMoveDown(items, 1)).toBe(true);
  });

  it('ignores places that do not exist', () => {
    const items = usual();
    expect(edits.moveTo(items, 9, 1)).toBe(items);
    expect(edits.moveTo(items, 1, Number.NaN)).toBe(items);
    expect(edits.moveUp([], 0)).toEqual([]);
  });
});

describe('adding and removing', () => {
  it('adds at the usual place of its kind', () => {
    expect(ids(edits.insert(usual(), newItem('practice', 'new', 'Breathe')))).toBe('i0 i1 i2 new i3 i4');
    expect(ids(edits.insert(usual(), newItem('actions', 'new', 'Actions')))).toBe('i0 i1 i2 i3 new i4');
    expect(ids(edits.insert(usual(), newItem('break', 'new', 'Break')))).toBe('i0 i1 i2 i3 new i4');
    expect(ids(edits.insert(agenda('opening', 'closing'), newItem('core', 'new', 'Talk')))).toBe('i0 new i1');
  });

  it('adds to an empty agenda and brings a given place within the frame', () => {
    expect(ids(edits.insert([], newItem('round', 'new', 'Round')))).toBe('new');
    expect(ids(edits.insert(usual(), newItem('core', 'new', 'Talk'), 0))).toBe('i0 new i1 i2 i3 i4');
  });

  it('refuses a second opening or closing and adds a missing one at its end', () => {
    const items = usual();
    expect(edits.insert(items, newItem('opening', 'new', 'Open'))).toBe(items);
    expect(ids(edits.insert(agenda('round'), newItem('closing', 'new', 'Close')))).toBe('i0 new');
  });

  it('removes an item but never opening or closing', () => {
    const items = usual();
    expect(ids(edits.remove(items, 2))).toBe('i0 i1 i3 i4');
    expect(edits.remove(items, 0)).toBe(items);
    expect(edits.remove(items, 4)).toBe(items);
    expect(edits.remove(items, 7)).toBe(items);
  });
});

describe('changing', () => {
  it('keeps minutes within 1 and 240', () => {
    expect(edits.change(usual(), 1, { minutes: 0 })[1]!.minutes).toBe(1);
    expect(edits.change(usual(), 1, { minutes: 999 })[1]!.minutes).toBe(240);
    expect(edits.change(usual(), 1, { minutes: Number.NaN })[1]!.minutes).toBe(1);
  });

  it('leaves the minimum alone while minutes are typed', () => {
    const typed = edits.change(edits.change(usual(), 3, { minutes: 1 }), 3, { minutes: 12 });
    expect(typed[3]!.minMinutes).toBe(6);
  });

  it('gives the same list back when nothing changed', () => {
    const items = usual();
    expect(edits.change(items, 1, { title: 'agreements' })).toBe(items);
  });
});

describe('settling a list from elsewhere', () => {
  it('brings opening and closing to the ends and keeps the words of any further one', () => {
    const settled = edits.settle(agenda('closing', 'round', 'opening', 'closing', 'opening'));
    expect(settled.map((item) => item.kind)).toEqual(['opening', 'core', 'round', 'core', 'closing']);
    expect(ids(settled)).toBe('i2 i0 i1 i4 i3');
  });
});

describe('whatever is done in whatever order', () => {
  const place = fc.integer({ min: -3, max: 15 });
  const anEdit = fc.oneof(
    fc.tuple(place, place).map(
      ([from, to]) =>
        (items: readonly AgendaItem[]) =>
          edits.moveTo(items, from, to)
    ),
    place.map((at) => (items: readonly AgendaItem[]) => edits.moveUp(items, at)),
    place.map((at) => (items: readonly AgendaItem[]) => edits.moveDown(items, at)),
    place.map((at) => (items: readonly AgendaItem[]) => edits.remove(items, at)),
    fc.tuple(fc.constantFrom(...itemKinds), place).map(
      ([kind, at]) =>
        (items: readonly AgendaItem[]) =>
          edits.insert(items, newItem(kind, 'new', kind), at)
    ),
    fc.tuple(place, fc.integer()).map(
      ([at, minutes]) =>
        (items: readonly AgendaItem[]) =>
          edits.change(items, at, { minutes })
    )
  );
  const middle = fc.array(fc.constantFrom(...addableKinds), { maxLength: 10 });

  it('opening stays first, closing last, one of each, and minutes stay in bounds', () => {
    fc.assert(
      fc.property(middle, fc.array(anEdit, { maxLength: 20 }), (kinds, steps) => {
        const items = steps.reduce<readonly AgendaItem[]>(
          (now, edit) => edit(now),
          agenda('opening', ...kinds, 'closing')
        );
        expect(items[0]!.id).toBe('i0');
        expect(items.at(-1)!.kind).toBe('closing');
        expect(items.filter((item) => item.kind === 'opening' || item.kind === 'closing')).toHaveLength(2);
        expect(items.every((item) => item.minutes >= 1 && item.minutes <= 240)).toBe(true);
      })
    );
  });

  it('moving loses nothing, doubles nothing, and moving back restores the order', () => {
    fc.assert(
      fc.property(middle, fc.nat(12), fc.nat(12), (kinds, from, to) => {
        const items = agenda('opening', ...kinds, 'closing');
        const moved = edits.moveTo(items, from, to);
        expect(moved.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
          items.toSorted((a, b) => a.id.localeCompare(b.id))
        );
        if (moved !== items) {
          const back = edits.moveTo(moved, moved.indexOf(items[from]!), from);
          expect(back).toEqual(items);
        }
      })
    );
  });

  it('settling is done once: a settled list settles to itself', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...itemKinds), { maxLength: 12 }), (kinds) => {
        const settled = edits.settle(agenda(...kinds));
        expect(edits.settle(settled)).toEqual(settled);
        expect(settled).toHaveLength(kinds.length);
      })
    );
  });
});
