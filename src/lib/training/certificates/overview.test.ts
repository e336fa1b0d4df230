import { describe, expect, it } from 'vitest';
import { certificate } from './certificateStage.ts';
import { missingInWords } from './missingWords.ts';
import { overviewOf, shownCertificate, standingsOf, type Standing } from './overview.ts';

const person = (place: string, completed: boolean): Standing => ({
  place,
  name: `Name of ${place}`,
  completed,
  missing: completed ? [] : [{ day: 2, half: 1 }],
  counting: [{ day: 1, half: 1 }]
});
const given = (place: string, over: Partial<typeof certificate> = {}) =>
  shownCertificate({ ...certificate, id: `of ${place}`, place, signed: 'a.b.c', ...over });
const places = (people: readonly Standing[]) => people.map(({ place }) => place);

describe('who is to have a certificate', () => {
  it('is who has completed and has none, or one that was left unsigned or taken back', () => {
    const cohort = [
      person('d', true),
      person('a', false),
      person('c', true),
      person('b', true),
      person('e', false),
      person('f', false)
    ];
    const certificates = [
      given('b'),
      given('c', { revokedOn: '2026-05-01', revokedWhy: 'Wrong name' }),
      // Begun while the rule was fulfilled; attendance was corrected since.
      given('e', { signed: null }),
      given('f')
    ];
    const { ready, missing, printable } = overviewOf(cohort, certificates);
    expect([places(ready), places(missing), printable]).toEqual([['c', 'd', 'e'], ['a'], 2]);
  });

  it('is nobody of nobody', () => {
    expect(overviewOf([], [])).toEqual({ ready: [], missing: [], printable: 0 });
  });
});

it('half days of a person are those that count and those that are missing; who went without completing is left out', () => {
  const stands = (completed: boolean) => ({
    completed,
    halves: [
      { day: 1, half: 1 as const, counts: true },
      { day: 1, half: 2 as const, counts: completed }
    ]
  });
  const cohort = [
    { id: 'a', name: 'Ana', state: 'placed', stands: stands(false) },
    { id: 'b', name: 'Bo', state: 'withdrawn', stands: stands(false) },
    { id: 'c', name: 'Cy', state: 'withdrawn', stands: stands(true) }
  ];
  expect(standingsOf(cohort)).toMatchObject([
    { place: 'a', missing: [{ day: 1, half: 2 }], counting: [{ day: 1, half: 1 }] },
    {
      place: 'c',
      missing: [],
      counting: [
        { day: 1, half: 1 },
        { day: 1, half: 2 }
      ]
    }
  ]);
});

it('what is missing is said by the day where both halves are', () => {
  const missing = [
    { day: 1, half: 1 },
    { day: 1, half: 2 },
    { day: 3, half: 2 }
  ] as const;
  expect(missingInWords(missing)).toBe('Day 1 · Day 3, afternoon');
});
