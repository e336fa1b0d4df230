import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scanForIdentifiers } from './identifierScan.ts';

const found = (text: string) => scanForIdentifiers(text).map(({ kind, text }) => [kind, text]);

test.each([
  ['email', 'mail to jo.o-neil+circle@mail.example.org.', 'jo.o-neil+circle@mail.example.org'],
  ['phone', 'ring 613-555-0175 at noon', '613-555-0175'],
  ['phone', 'ring (613) 555 0175', '(613) 555 0175'],
  ['phone', 'ring 1-613-555-0175', '1-613-555-0175'],
  ['phone', 'ring +44 20 7946 0018.', '+44 20 7946 0018'],
  ['phone', 'ring 020 7946 0018', '020 7946 0018'],
  ['phone', 'ring 07700900123!', '07700900123'],
  ['phone', 'her number is 555-0175', '555-0175'],
  ['phone', 'هاتف ٠٧٧٠٠٩٠٠١٢٣', '٠٧٧٠٠٩٠٠١٢٣'],
  ['address', 'lives at 12 Long Hill Road now', '12 Long Hill Road'],
  ['address', "at 4b St. John's Ave", "4b St. John's Ave"],
  ['address', 'PO Box 77 in town', 'PO Box 77'],
  ['address', 'in SW1A 2AA', 'SW1A 2AA'],
  ['address', 'in K1A 0B1', 'K1A 0B1'],
  ['birthDate', 'born on 3rd of May 1984', '3rd of May 1984'],
  ['birthDate', 'born March 12, 1984', 'March 12, 1984'],
  ['birthDate', 'DOB 12/03/84', '12/03/84'],
  ['birthDate', 'DOB 1984-03-12', '1984-03-12'],
  ['name', 'as Ms. Anne-Marie Grey said', 'Ms. Anne-Marie Grey'],
  ['name', "thanks to Dr O'Neil", "Dr O'Neil"]
])('finds a probable %s: “%s”', (kind, text, passage) => {
  expect(found(text)).toEqual([[kind, passage]]);
});

test('gives the place of each, in the order of the text, none twice', () => {
  const text = 'Dr Grey, 12 Elm Street, 613-555-0175, dr.grey@example.org';
  const scanned = scanForIdentifiers(text);
  expect(scanned.map(({ kind }) => kind)).toEqual(['name', 'address', 'phone', 'email']);
  for (const { start, end, text: passage } of scanned) expect(text.slice(start, end)).toBe(passage);
});

describe('lets pass', () => {
  test.each([
    'In 2007 we met 20 groups of 8 to 10 people over 2 days.',
    'From 2007-2008 and 2009–2010 the waiting list grew by 3.5 %.',
    'It costs $1,250,000 a year, or £75 000 for two groups.',
    'At 10.30 we had 15 minutes; 24/7 is too much.',
    'We met on 5 November and again in May 2007.',
    'May 20 people join? March 12 of us then.',
    'The doctor said so, and so did my sister.',
    'I miss Ottawa. Mr is a title.',
    'It is a two way street, 24 hours on the road.',
    'Step 1 of 12, room 301, section 1234567.',
    '@everyone, see you there',
    'Version 1.2.3 of 10.0.0.1'
  ])('“%s”', (text) => {
    expect(found(text)).toEqual([]);
  });

  const gathering = new URL('../../../../shared/data/gathering-2007.json', import.meta.url);
  test.skipIf(!existsSync(gathering))('all that was said at the 2007 gathering', () => {
    const { questions } = JSON.parse(readFileSync(gathering, 'utf8')) as {
      questions: { prompt: string; comments: { text: string; theme: string }[] }[];
    };
    const texts = questions.flatMap(({ prompt, comments }) => [prompt, ...comments.flatMap((c) => [c.text, c.theme])]);
    expect(texts.length).toBeGreaterThan(150);
    expect(texts.flatMap(found)).toEqual([]);
  });
});

test('what stands after 10,000 characters of anything is found', () => {
  for (const piece of ['1', '1 ', 'A', 'Aa ', '1 Aa ', 'a@', 'a.', 'Dr A ', '(1) ', '+0 ', '1 St ']) {
    const text = `${piece.repeat(10_000 / piece.length)} | jo@example.org`;
    expect(found(text).at(-1), piece).toEqual(['email', 'jo@example.org']);
  }
});
