import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forSpreadsheet, fromSpreadsheet, toCsv } from './csv.ts';

test('quotes what RFC 4180 asks for, and ends lines with CRLF', () => {
  expect(toCsv([['a,b', 'say "hi"', 'two\nlines', 'plain', 3]])).toBe('"a,b","say ""hi""","two\nlines",plain,3\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', "'=1"])('%j is not run by a spreadsheet', (text) => {
  expect(forSpreadsheet(text)).toBe(`'${text}`);
});

test('other text stays as it is', () => {
  expect(["'tis", "O'Neil", 'a=b', '1-2', ''].map(forSpreadsheet)).toEqual(["'tis", "O'Neil", 'a=b', '1-2', '']);
});

test('protection is taken off without a trace', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("'", '=', '-', 'a', ' ') }));
  const isKept = (text: string) => expect(fromSpreadsheet(forSpreadsheet(text))).toBe(text);
  fc.assert(fc.property(text, (text) => void isKept(text)));
});
