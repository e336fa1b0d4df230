import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantified, quantifierOf, typedQuantifiers } from './quantifier.ts';

test.each([
  [0, 10, 'none'],
  [1, 10, 'one'],
  [2, 3, 'two'],
  [3, 100, 'few'],
  [10, 100, 'some'],
  [24, 100, 'some'],
  [25, 100, 'many'],
  [50, 100, 'many'],
  [51, 100, 'most'],
  [89, 100, 'most'],
  [90, 100, 'almost_all'],
  [99, 100, 'almost_all'],
  [100, 100, 'all'],
  [1, 1, 'all']
])('%i of %i is “%s”', (part, whole, word) => {
  expect(quantifierOf(part, whole)).toBe(word);
});

test('is never written without its figures', () => {
  expect(quantified(38, 82)).toBe('Many of the comments (38 of 82)');
  expect(quantified(19, 20, 'groups')).toBe('Almost all of the groups (19 of 20)');
});

test('a share that cannot be is refused', () => {
  for (const [part, whole] of [
    [3, 2],
    [-1, 2],
    [0.5, 2]
  ] as const) {
    expect(() => quantifierOf(part, whole)).toThrow(RangeError);
  }
});

test('a larger share never gets a smaller word', () => {
  const rank = ['none', 'one', 'two', 'few', 'some', 'many', 'most', 'almost_all', 'all'];
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), fc.nat(), (whole, a, b) => {
      const [less, more] = [a % (whole + 1), b % (whole + 1)].sort((x, y) => x - y) as [number, number];
      expect(rank.indexOf(quantifierOf(less, whole))).toBeLessThanOrEqual(rank.indexOf(quantifierOf(more, whole)));
    })
  );
});

test('“most” is always a majority', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), fc.nat(), (whole, any) => {
      const part = any % (whole + 1);
      expect(quantifierOf(part, whole) === 'most' && part * 2 <= whole).toBe(false);
    })
  );
});

describe('typed quantifiers', () => {
  const words = (text: string, allowed: string[] = []) => typedQuantifiers(text, allowed).map(({ word }) => word);

  test('are found, with their place', () => {
    expect(typedQuantifiers('Here Most people agreed; several did not.', [])).toEqual([
      { word: 'Most', start: 5, end: 9 },
      { word: 'several', start: 25, end: 32 }
    ]);
    expect(words('Almost all said a few things')).toEqual(['Almost all', 'a few']);
  });

  test('generated phrases and names of themes are allowed', () => {
    const share = quantified(3, 19);
    expect(words(`${share} were about “Many hands (and feet)”.`, [share, 'Many hands (and feet)'])).toEqual([]);
    expect(words('Some of the comments (9 of 19)', [share])).toEqual(['Some']);
  });

  test('words that count nothing are passed over', () => {
    expect(words('The most important thing, foremost, something, handsome')).toEqual([]);
  });
});

test('a word that is the number itself is not followed by it again', () => {
  expect(quantified(2, 12)).toBe('Two of 12 comments');
  expect(quantified(1, 3, 'groups')).toBe('One of 3 groups');
  expect(quantified(2, 9, 'distinct')).toBe('Two of 9 different comments');
});
