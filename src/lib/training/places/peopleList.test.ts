import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesTwice, readPeople } from './peopleList.ts';

const people = (text: string) => readPeople(text).people.map(({ name, email, workplace }) => [name, email, workplace]);

describe('a pasted list of people', () => {
  it.each([
    ['commas', 'Ana Abara, ana@example.org, Harbour House\nBen Bloom, ben@example.org'],
    ['semicolons, with empty lines', '\nAna Abara;ana@example.org;Harbour House\n\n;;\nBen Bloom;ben@example.org;\n'],
    ['tabs, from a spreadsheet', 'Ana Abara\tana@example.org\tHarbour House\r\nBen Bloom\tben@example.org\t\r\n'],
    [
      'headings in another order',
      'Agency,E-mail,Name\nHarbour House,ana@example.org,Ana Abara\n,ben@example.org,Ben Bloom'
    ],
    [
      'first and last names',
      'First name\tLast name\tE-mail address\tWorkplace\nAna\tAbara\tana@example.org\tHarbour House\nBen\tBloom\tben@example.org\t'
    ],
    [
      'addresses as a mail program has them',
      'Ana Abara <ana@example.org>, Harbour House\n"Ben Bloom" <ben@example.org>'
    ]
  ])('is read: %s', (_, text) => {
    expect(people(text)).toEqual([
      ['Ana Abara', 'ana@example.org', 'Harbour House'],
      ['Ben Bloom', 'ben@example.org', '']
    ]);
  });

  it('takes a name alone, any script, and quoted fields', () => {
    expect(people('سارة العلي\nŽofia 🌻')).toEqual([
      ['سارة العلي', '', ''],
      ['Žofia 🌻', '', '']
    ]);
    expect(people('"Abara, Ana",ana@example.org,"The ""Quay"", 4"')).toEqual([
      ['Abara, Ana', 'ana@example.org', 'The "Quay", 4']
    ]);
    expect(people("Ana,ana@example.org,'=HYPERLINK(1)")).toEqual([['Ana', 'ana@example.org', '=HYPERLINK(1)']]);
    expect(people('Ana @home, ana@example.org')).toEqual([['Ana @home', 'ana@example.org', '']]);
    // A mark nobody closed is a sign like any other.
    expect(people('Ana "Annie Abara, ana@example.org\n"Ben, ben@example.org')).toMatchObject([
      ['Ana "Annie Abara', 'ana@example.org', ''],
      [expect.stringContaining('Ben'), 'ben@example.org', '']
    ]);
  });

  it('says of a line why it can’t be added, and keeps it whole', () => {
    const { people: read, refused } = readPeople(
      `Ana, ana@\n, only@example.org\n${'x'.repeat(81)}, x@example.org\nBen`
    );
    expect(readPeople(`Ana, ${'a@'.repeat(200_000)}`).refused).toHaveLength(1);
    expect(read).toEqual([{ line: 4, text: 'Ben', name: 'Ben', email: '', workplace: '' }]);
    expect(refused).toMatchObject([
      { line: 1, text: 'Ana, ana@', why: expect.stringContaining('whole e-mail address') },
      { line: 2, text: ', only@example.org', why: expect.stringContaining('name') },
      { line: 3, why: expect.stringContaining('at most 80') }
    ]);
  });

  it('keeps the line of headings, so that what is left of a list is read in the same way again', () => {
    const { heading, refused } = readPeople('Agency,E-mail,Name\nHarbour House,ana@,Ana');
    expect(
      readPeople([heading, ...refused.map(({ text }) => text.replace('ana@', 'ana@example.org'))].join('\n'))
    ).toMatchObject({
      people: [{ name: 'Ana', email: 'ana@example.org', workplace: 'Harbour House' }],
      refused: []
    });
    expect(readPeople('Ana').heading).toBe('');
  });

  it('loses no line: each is read or refused, whatever stands in it', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'ß', 'ع', '@', '.', ' ', '"', "'", '<', '=', '🌻'),
      maxLength: 8
    });
    const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(','));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        // A quotation mark at the beginning of a field may hold several lines together; without one, a line is a line.
        fc.pre(!lines.some((each) => /(^|,)\s*"/.test(each)));
        const { people: read, refused } = readPeople(lines.join('\n'));
        expect(read.length + refused.length).toBe(lines.filter((each) => /[^,\s]/.test(each)).length);
      })
    );
  });

  it('finds an e-mail address that is there already, or twice, however it is written', () => {
    const { people: read } = readPeople('Ana, ANA@example.org\nBen, ben@example.org\nBenny, Ben@Example.org\nCy\nDi');
    expect([...linesTwice(read, ['ana@example.org'])]).toEqual([1, 3]);
  });
});
