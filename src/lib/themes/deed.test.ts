import { describe, expect, test } from 'vitest';
import { applyChange, CodingError, type CodingState } from './codingChange.ts';
import { changeFor, newId, readDeed, type Deed } from './deed.ts';
import { deedSentence } from './deedSentence.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [rest, talk, fresh] = [id(1), id(2), id(3)];
const [tea, walk, quiet] = [id(11), id(12), id(13)];

const comment = (id: string, text: string) => ({ id, text, count: 1, group: null });
const state: CodingState = {
  themes: [
    { id: rest, name: 'Rest', description: '', position: 0 },
    { id: talk, name: 'Talk', description: 'With others', position: 1 }
  ],
  comments: [comment(tea, 'Tea with the team'), comment(walk, 'A walk at noon'), comment(quiet, 'Ten quiet minutes')],
  codings: { [tea]: { theme: talk, origin: 'imported' }, [walk]: { theme: rest, origin: 'chosen' } }
};

const place = (comment: string, theme: string, name = ''): Deed => ({ does: 'place', comment, theme, name, id: fresh });
const after = (deed: Deed) => applyChange(state, changeFor(state, deed));

describe('placing a comment', () => {
  test('puts it in the theme', () => {
    expect(after(place(quiet, rest)).codings[quiet]).toEqual({ theme: rest, origin: 'chosen' });
  });

  test('with no theme, takes it out of the one it is in', () => {
    expect(after(place(tea, '')).codings[tea]).toBeUndefined();
  });

  test('where it is already changes nothing, so that there is nothing to undo', () => {
    expect(changeFor(state, place(tea, talk))).toEqual([]);
    expect(changeFor(state, place(quiet, ''))).toEqual([]);
  });

  test('with a name makes a theme of that name, whatever the list says', () => {
    const { themes, codings } = after(place(quiet, rest, '  Ten  minutes '));
    expect(themes.at(-1)).toMatchObject({ id: fresh, name: 'Ten minutes' });
    expect(codings[quiet]?.theme).toBe(fresh);
  });

  test('with the name of a theme that is there puts it in that one', () => {
    expect(after(place(quiet, '', 'rest')).codings[quiet]?.theme).toBe(rest);
    expect(after(place(quiet, '', 'rest')).themes).toHaveLength(2);
  });
});

test('a comment that still fits keeps its theme and how it came there', () => {
  expect(changeFor(state, { does: 'fits', comment: tea })).toEqual([{ comment: tea, theme: talk, origin: 'imported' }]);
  expect(() => changeFor(state, { does: 'fits', comment: quiet })).toThrow(CodingError);
});

test('name and description change in one step, and neither without the other', () => {
  const both = after({ does: 'edit', theme: rest, name: 'Pauses', description: 'Short ones' });
  expect(both.themes[0]).toMatchObject({ name: 'Pauses', description: 'Short ones' });
  const name = after({ does: 'edit', theme: talk, name: 'Company', description: 'With others' });
  expect(name.themes[1]).toMatchObject({ name: 'Company', description: 'With others' });
  expect(changeFor(state, { does: 'edit', theme: rest, name: 'Rest', description: '' })).toEqual([]);
});

test('moving up and down by one place; at the end nothing moves', () => {
  expect(after({ does: 'move', theme: talk, by: 'up' }).themes.map(({ name }) => name)).toEqual(['Talk', 'Rest']);
  expect(after({ does: 'move', theme: rest, by: 'down' }).themes.map(({ name }) => name)).toEqual(['Talk', 'Rest']);
  expect(changeFor(state, { does: 'move', theme: rest, by: 'up' })).toEqual([]);
});

test('a form with many ticks is read whole, and an id is made where none was sent', () => {
  const form = new FormData();
  for (const [name, value] of [
    ['does', 'split'],
    ['theme', talk],
    ['name', 'Tea'],
    ['comments', tea],
    ['comments', walk]
  ])
    form.append(name!, value!);
  const read = readDeed(form);
  expect(read.data).toMatchObject({ does: 'split', theme: talk, name: 'Tea', comments: [tea, walk] });
  expect(read.data).toHaveProperty('id', expect.stringMatching(/^[0-9a-f-]{36}$/));
});

test('a form that asks for nothing known is refused with a sentence', () => {
  const form = new FormData();
  form.set('does', 'merge');
  form.set('theme', rest);
  form.set('into', '');
  expect(readDeed(form).error?.issues[0]?.message).toBe('Choose from the list first.');
  form.set('does', 'drop table');
  expect(readDeed(form).success).toBe(false);
});

test('new ids are version 4 and differ', () => {
  const ids = Array.from({ length: 50 }, newId);
  expect(new Set(ids).size).toBe(50);
  for (const made of ids) expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('every deed says what it did, in the names people see', () => {
  const told = (deed: Deed) => deedSentence(state, deed);
  expect(told(place(tea, rest))).toBe('“Tea with the team” is now in “Rest”.');
  expect(told(place(tea, ''))).toBe('“Tea with the team” is now in no theme.');
  expect(told({ does: 'merge', theme: rest, into: talk })).toBe('“Rest” was merged into “Talk”.');
  expect(told({ does: 'edit', theme: rest, name: 'Pauses', description: '' })).toBe('“Rest” is now called “Pauses”.');
  expect(told({ does: 'split', theme: talk, id: fresh, name: 'Tea', comments: [tea] })).toBe(
    '“Tea” was split from “Talk”, with 1 comment.'
  );
});
