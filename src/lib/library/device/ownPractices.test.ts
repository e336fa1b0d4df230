import { expect, test } from 'vitest';
import { keepOwn, longestPlan, mostFavourites, mostPlans, readOwn, storageKey, toggled } from './ownPractices.ts';

function device(kept: string | null = null) {
  const entries = new Map<string, string>(kept === null ? [] : [[storageKey, kept]]);
  return {
    entries,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key)
  };
}
const none = { favourites: [], plan: [] };

test('what is kept is read again', () => {
  const storage = device();
  const own = { favourites: ['kind-wish'], plan: [{ when: 'the kettle boils', what: 'Shake it off' }] };
  expect(keepOwn(storage, own)).toBe(true);
  expect(readOwn(storage)).toEqual(own);
});

test.each(['', '{', 'null', '5', '[]', '"x"', '{"favourites":5,"plan":{}}', '{"favourites":[{}],"plan":[null,5,{}]}'])(
  '%j is as if nothing was kept',
  (kept) => expect(readOwn(device(kept))).toEqual(none)
);

test('nothing grows without end, and no line is longer than it may be', () => {
  const favourites = Array.from({ length: 99 }, (_, at) => `p-${at}`);
  const plan = Array.from({ length: 99 }, () => ({ when: 'x'.repeat(9999), what: ' a\n b ' }));
  const own = readOwn(device(JSON.stringify({ favourites: [...favourites, ...favourites, '<b>'], plan })));
  expect(own.favourites).toHaveLength(mostFavourites);
  expect(own.plan).toHaveLength(mostPlans);
  expect(own.plan[0]).toEqual({ when: 'x'.repeat(longestPlan), what: 'a b' });
});

test('a star is set and taken away, the latest first, and with the last one the entry goes', () => {
  const storage = device();
  expect(toggled({ favourites: ['a'], plan: [] }, 'b')).toEqual(['b', 'a']);
  expect(toggled({ favourites: ['b', 'a'], plan: [] }, 'b')).toEqual(['a']);
  keepOwn(storage, { favourites: ['a'], plan: [] });
  keepOwn(storage, none);
  expect(storage.entries.size).toBe(0);
});

test('a browser that keeps nothing says so', () => {
  const refuse = () => {
    throw new Error('quota');
  };
  expect(keepOwn({ setItem: refuse, removeItem: refuse }, { favourites: ['a'], plan: [] })).toBe(false);
  expect(readOwn({ getItem: refuse })).toEqual(none);
});
