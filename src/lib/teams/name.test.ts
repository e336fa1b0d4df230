import { expect, test } from 'vitest';
import { tidyName } from './name.ts';

test('a name loses white space at its ends and in rows', () => {
  expect(tidyName('  Amara \n\t Lindqvist ')).toBe('Amara Lindqvist');
});

test('names in any script stay as they are written', () => {
  for (const name of ['مريم الزهراء', 'דנה', '田中 芽衣', "O'Connor-Ngũgĩ", 'R2']) expect(tidyName(name)).toBe(name);
});

test('marks that would turn the text around them are taken out', () => {
  expect(tidyName('Sam\u202e nimdA\u0000')).toBe('Sam nimdA');
});

test('a name that nobody could read counts as none', () => {
  for (const name of ['', '   ', '\u200b\u200b', '…', '\u202e']) expect(tidyName(name)).toBe('');
});
