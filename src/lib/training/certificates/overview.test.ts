import { describe, expect, it } from 'vitest';
import { certificate } from './certificateStage.ts';
import { missingInWords } from './missingWords.ts';
import { overviewOf, shownCertificate, standingsOf, type Standing } from './overview.ts';

const today = '2026-04-20';
const person = (place: string, completed: boolean, over: Partial<Standing> = {}): Standing => ({
  place,
  name: `Name of ${place}`,
  completed,
  missing: completed ? [] : [{ day: 2, half: 1 }],
  counting: [{ day: 1, half: 1 }],
  restsOn: '2026-04-20',
  ...over
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
    const { ready, missing, printable, stale } = overviewOf(cohort, certificates, today);
    expect([places(ready), places(missing), printable]).toEqual([['c', 'd', 'e'], ['a'], 2]);
    // Given, and the rule is not fulfilled any more.
    expect(stale).toEqual(['of e', 'of f']);
  });

  it('is who waits for a date only when it has come; what was begun is finished all the same', () => {
    const cohort = ['a', 'b', 'c'].map((place) =>
      person(place, true, { restsOn: place === 'a' ? today : '2026-04-21' })
    );
    const { ready, ahead, missing } = overviewOf(cohort, [given('c', { signed: null })], today);
    expect([places(ready), places(ahead), places(missing)]).toEqual([['a', 'c'], ['b'], []]);
  });

  it('is nobody of nobody', () => {
    expect(overviewOf([], [], today)).toEqual({ ready: [], ahead: [], missing: [], printable: 0, stale: [] });
  });

  it('a certificate whose place was destroyed, or that was taken back, is not looked at again', () => {
    const certificates = [{ ...given('a'), place: null }, given('b', { revokedOn: '2026-05-01' })];
    expect(overviewOf([], certificates, today).stale).toEqual([]);
  });
});

it('half days of a person are those that count and those that are missing; who went without completing is left out', () => {
  const stands = (completed: boolean) => ({
    completed,
    halves: [
      { day: 1, half: 1 as const, counts: true, outcome: 'here' as const },
      { day: 1, half: 2 as const, counts: completed, outcome: completed ? ('made_up' as const) : ('absent' as const) }
    ]
  });
  const makeUps = [{ day: 1, half: 2 as const, on: '2026-05-04' }];
  const days = [{ day: 1, heldOn: '2026-03-30' }];
  const cohort = [
    { id: 'a', name: 'Ana', state: 'placed', makeUps: [], stands: stands(false) },
    { id: 'b', name: 'Bo', state: 'withdrawn', makeUps: [], stands: stands(false) },
    { id: 'c', name: 'Cy', state: 'withdrawn', makeUps, stands: stands(true) }
  ];
  expect(standingsOf({ days, cohort })).toMatchObject([
    { place: 'a', missing: [{ day: 1, half: 2 }], counting: [{ day: 1, half: 1 }], restsOn: '2026-03-30' },
    {
      place: 'c',
      restsOn: '2026-05-04',
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
