import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFault } from './jsonFault.ts';

test.each([
  ['{"a": [1, 2}', 1, 12, false],
  ['{\n "a": 1\n "b": 2\n}', 3, 2, false],
  ['[1,\r\n ]', 2, 2, false],
  ['{"a":}', 1, 6, false],
  ['{a: 1}', 1, 2, false],
  ['{"a": \'x\'}', 1, 7, false],
  ['["never closed]', 1, 2, false],
  ['{"a": 1', 1, 8, true],
  ['[] []', 1, 4, false]
])('%j stops being JSON at line %i, column %i', (text, line, column, atEnd) => {
  expect(jsonFault(text)).toEqual({ line, column, atEnd });
});

test('finds a fault exactly where JSON.parse does', () => {
  const cut = fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', ']', '"', ':', '1', 'x', '\n'));
  fc.assert(
    fc.property(cut, ([json, place, sign]) => {
      const at = place % (json.length + 1);
      const text = json.slice(0, at) + sign + json.slice(at + 1);
      expect(jsonFault(text) === null).toBe(isJson(text));
      expect(jsonFault(json)).toBeNull();
    }),
    { numRuns: 1000 }
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
