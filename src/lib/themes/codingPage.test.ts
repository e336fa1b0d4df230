import { expect, test } from 'vitest';
import { afterDeed, filterOf, shownComments, type CodingView } from './codingPage.ts';

const comment = (id: string) => ({ id, text: id, count: 1, group: null });
const view: CodingView = {
  coding: {
    themes: [
      { id: 't1', name: 'Rest', description: '', position: 1 },
      { id: 't2', name: 'Talk', description: '', position: 2 }
    ],
    comments: ['a', 'b', 'c'].map(comment),
    codings: { a: { theme: 't1', origin: 'chosen' }, b: { theme: 't2', origin: 'chosen' } }
  },
  changed: ['a', 'b']
};
const ids = (filter: string, shown = view) => shownComments(shown, filter).map(({ id }) => id);

test('each filter shows its comments, in their order', () => {
  expect([ids('all'), ids('uncoded'), ids('changed'), ids('t2')]).toEqual([['a', 'b', 'c'], ['c'], ['a', 'b'], ['b']]);
});

test('an address that asks for an unknown theme shows all', () => {
  const words = ['uncoded', 'changed', 't1', 'gone', null];
  expect(words.map((word) => filterOf(word, view.coding))).toEqual(['uncoded', 'changed', 't1', 'all', 'all']);
});

test('deciding on a changed comment settles it: kept, moved or taken out', () => {
  expect(afterDeed(view, { does: 'fits', comment: 'a' }).changed).toEqual(['b']);
  expect(afterDeed(view, { does: 'place', comment: 'b', theme: 't1', name: '', id: 'x' }).changed).toEqual(['a']);
  expect(afterDeed(view, { does: 'place', comment: 'b', theme: '', name: '', id: 'x' }).changed).toEqual(['a']);
});

test('changing a theme leaves the flags of its comments', () => {
  const renamed = afterDeed(view, { does: 'edit', theme: 't1', name: 'Pauses', description: '' });
  expect(renamed.changed).toEqual(['a', 'b']);
  expect(renamed.coding.themes[0]?.name).toBe('Pauses');
});
