import { expect, test } from 'vitest';
import type { Handout } from './schema.ts';
import { around, searchOver } from './search.ts';
import { builtIn } from './server/builtIn.ts';

const handout = (slug: string, title: string, summary: string, text: string): Handout => ({
  kind: 'handout',
  version: 1,
  slug,
  title,
  summary,
  text
});
const search = searchOver([
  handout('a', 'Closing the week', 'Ten quiet minutes.', 'Write down what was **heavy**. Then the waiting can wait.'),
  handout('b', 'The full waiting list', 'Too many names.', 'Nobody is to blame.'),
  handout('c', 'Conflict in the team', 'About a waiting row.', 'Five moves. The list on the wall.'),
  { kind: 'visual', version: 1, slug: 'd', title: 'Warning lights', summary: 'A poster.', text: 'Waiting is a light.' }
]);
const slugs = (query: string, kind: 'visual' | null = null) => search(query, kind).hits.map(({ address }) => address);

test('a word in the title counts more than one in the summary, and that more than one in the text', () => {
  expect(slugs('waiting').slice(0, 2)).toEqual(['/library/handouts/b', '/library/handouts/c']);
  expect(slugs('waiting')).toHaveLength(4);
});

test('texts with all the words come first, and the best of the others follow', () => {
  expect(slugs('waiting list').slice(0, 2)).toEqual(['/library/handouts/b', '/library/handouts/c']);
  expect(slugs('waiting list')).toHaveLength(4);
  expect(slugs('waiting elephants')).toHaveLength(4);
});

test.each(['confl', 'conflikt', 'CONFLICT'])('%s finds conflict', (query) => {
  expect(slugs(query)).toEqual(['/library/handouts/c']);
});

test.each(['', '   ', 'zebra', '*', '((', 'x'.repeat(5000)])('%j finds nothing and harms nothing', (query) => {
  expect(search(query).hits).toEqual([]);
});

test('kinds are counted over all, and the one that is asked for comes alone', () => {
  const found = search('waiting', 'visual');
  expect(found.hits.map(({ title }) => title)).toEqual(['Warning lights']);
  expect(found.counts).toMatchObject({ handout: 3, visual: 1, practice: 0 });
});

test('the words around the hit are shown without the signs of Markdown, the hit marked', () => {
  const [hit] = search('heavy').hits;
  const text = hit!.around.map((piece) => piece.text).join('');
  expect(text).toContain('Write down what was heavy .');
  expect(hit!.around.filter((piece) => piece.hit).map((piece) => piece.text)).toEqual(['heavy']);
});

test('a hit far inside a long text is shown with what stands around it', () => {
  const text = `${'before '.repeat(100)}lantern ${'after '.repeat(100)}`;
  const pieces = around(text, ['lantern']);
  expect(pieces[0]!.text).toBe('… ');
  expect(pieces.at(-1)!.text).toBe(' …');
  expect(pieces.filter(({ hit }) => hit)).toEqual([{ text: 'lantern', hit: true }]);
  expect(pieces.map((piece) => piece.text).join('').length).toBeLessThan(220);
  expect(around('nothing here', ['.*'])).toEqual([{ text: 'nothing here', hit: false }]);
});

test('a practice is found by what it is for', () => {
  const found = searchOver(builtIn)('after a hard phone call').hits.map(({ title }) => title);
  expect(found).toEqual(
    expect.arrayContaining(['Back in the room', 'Two minutes after a hard call', 'After a hard disclosure'])
  );
});
