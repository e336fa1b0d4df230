import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placesIn } from './places.ts';

const text = `{
  "title": "a {b} \\" ,[",

  "scales": [
    { "id": "one" },
    {
      "id": "two",
      "items": [1, 2,
        3]
    }
  ],
  "title": "again"
}`;

it('finds the line of every entry, by name and by place', () => {
  const { lineOf, twice } = placesIn(text);
  expect(lineOf([])).toBe(1);
  expect(lineOf(['scales'])).toBe(4);
  expect(lineOf(['scales', 0, 'id'])).toBe(5);
  expect(lineOf(['scales', 1])).toBe(6);
  expect(lineOf(['scales', 1, 'items', 1])).toBe(8);
  expect(lineOf(['scales', 1, 'items', 2])).toBe(9);
  expect(twice).toEqual([{ name: 'title', line: 12 }]);
});

it('takes what lies around an entry that is missing', () => {
  const { lineOf } = placesIn(text);
  expect(lineOf(['scales', 1, 'bands', 0, 'from'])).toBe(6);
  expect(lineOf(['answers'])).toBe(1);
});

it('counts lines of any ending', () => {
  expect(placesIn('{\r\n"a":\r\n1,\r"b":2}').lineOf(['b'])).toBe(4);
});

it('walks everything that JSON.parse accepts, however deep', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      const value = JSON.parse(json) as unknown;
      const { lineOf } = placesIn(JSON.stringify(value, null, 1));
      if (Array.isArray(value) && value.length > 0) expect(lineOf([value.length - 1])).toBeGreaterThan(1);
    })
  );
  const deep = '['.repeat(40_000) + '\n' + ']'.repeat(40_000);
  expect(placesIn(deep).lineOf([0, 0])).toBe(1);
});
