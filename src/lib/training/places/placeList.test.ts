import { describe, expect, it } from 'vitest';
import { isFound, placesOfKind, sameAddress, type ListedPlace } from './placeList.ts';
import { placesCsv } from './placesCsv.ts';
import { tallyInWords } from './placeWords.ts';

const place = (id: string, over: Partial<ListedPlace> = {}): ListedPlace => ({
  id,
  kind: 'cohort',
  state: 'placed',
  name: `Name ${id}`,
  email: `${id}@example.org`,
  workplace: '',
  hasAccount: false,
  turn: Number(id.replace(/\D/g, '') || 0),
  signedUpOn: '2035-01-02',
  ...over
});

describe('the list of people', () => {
  const all = [
    place('p2', { name: 'Zoë' }),
    place('p1', { name: 'Ana' }),
    place('w9', { state: 'waiting' }),
    place('w3', { state: 'waiting' }),
    place('g1', { state: 'withdrawn' }),
    place('o1', { kind: 'open_day' })
  ];

  it('sorts who has a place by name and who waits by turn; its numbers add up to everybody', () => {
    const cohort = placesOfKind(all, 'cohort', 3);
    expect(cohort.placed.map(({ name }) => name)).toEqual(['Ana', 'Zoë']);
    expect(cohort.waiting.map(({ id }) => id)).toEqual(['w3', 'w9']);
    expect(cohort.free).toBe(1);
    expect(placesOfKind(all, 'cohort', 1).free).toBe(0);
    const openDay = placesOfKind(all, 'open_day', 60);
    const counted = [cohort, openDay].flatMap(({ placed, waiting, withdrawn }) => [placed, waiting, withdrawn]).flat();
    expect(counted).toHaveLength(all.length);
  });

  it('says the numbers in words, and nothing of what there is none of', () => {
    expect(tallyInWords(placesOfKind(all, 'cohort', 20))).toBe('2 of 20 placed · 2 waiting · 1 no longer placed');
    expect(tallyInWords(placesOfKind(all, 'open_day', 60))).toBe('1 of 60 placed');
  });

  it('finds the same address however it is written, but not an unknown one, nor of who gave the place back', () => {
    const people = [
      place('a', { email: 'Ana@Example.org' }),
      place('b', { email: 'ana@example.org', kind: 'open_day' }),
      place('c', { email: '' }),
      place('d', { email: '' }),
      place('e', { email: 'e@example.org' }),
      place('f', { email: 'e@example.org', state: 'withdrawn' })
    ];
    expect([...sameAddress(people)].sort()).toEqual(['a', 'b']);
  });

  it('finds every word in name, address or workplace, without accents and case', () => {
    const zoe = place('z', { name: 'Zoë Ferro', workplace: 'Harbour House' });
    for (const looked of ['', 'zoe', 'HARBOUR ferro', 'z@example']) expect(isFound(zoe, looked)).toBe(true);
    expect(isFound(zoe, 'zoe bloom')).toBe(false);
  });

  it('is a table no spreadsheet runs', () => {
    const csv = placesCsv([place('a', { name: '=HYPERLINK("x")', workplace: 'A, "B"' })]);
    expect(csv.split('\r\n')[1]).toBe(
      `"The whole training, all days",Placed,"'=HYPERLINK(""x"")",a@example.org,"A, ""B""",2035-01-02`
    );
  });
});
