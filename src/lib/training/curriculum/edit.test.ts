import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDay,
  addSubject,
  changeBreak,
  changeSession,
  freeName,
  moveDay,
  moveEntry,
  moveSession,
  placeOfSession,
  putHandout,
  putSession,
  removeDay,
  removeHandout,
  withoutSession,
  type Place
} from './edit.ts';
import { curriculumSchema, sessionsOf, type Curriculum } from './schema.ts';
import { builtInCurriculum as whole } from './server/builtIn.ts';

const keys = (some: Curriculum) => sessionsOf(some).map(({ key }) => key);
const session = { ...sessionsOf(whole)[0]!, key: 'made-here', title: 'Made here' };
const anywhere = fc.record({
  day: fc.integer({ min: 0, max: 4 }),
  half: fc.constantFrom(0 as const, 1 as const),
  at: fc.integer({ min: 0, max: 8 })
});

describe('sessions', () => {
  it('are put where they are wanted, and on top of the extra ones', () => {
    const place: Place = { day: 2, half: 1, at: 1 };
    expect(placeOfSession(putSession(whole, place, session), 'made-here')).toEqual(place);
    expect(placeOfSession(putSession(whole, 'extra', session), 'made-here')).toBe('extra');
    expect(placeOfSession(whole, 'made-here')).toBeNull();
  });

  it('move with nothing lost and nothing twice, and stand before what stood there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys(whole)), anywhere, (key, place) => {
        const before = whole.days[place.day]!.halves[place.half][place.at];
        const moved = moveSession(whole, key, place);
        expect(keys(moved).sort()).toEqual(keys(whole).sort());
        expect(curriculumSchema.safeParse(moved).success).toBe(true);
        const at = placeOfSession(moved, key) as Place;
        expect([at.day, at.half]).toEqual([place.day, place.half]);
        if (before && !('key' in before && before.key === key))
          expect(moved.days[at.day]!.halves[at.half][at.at + 1]).toEqual(before);
      })
    );
  });

  it('change where they stand, on a day or among the extra ones', () => {
    for (const one of [sessionsOf(whole)[4]!, whole.extra[1]!]) {
      const changed = changeSession(whole, { ...one, title: 'Another title' });
      expect(keys(changed)).toEqual(keys(whole));
      expect(sessionsOf(changed).filter(({ title }) => title === 'Another title')).toHaveLength(1);
    }
  });

  it('go, and nothing else goes', () => {
    for (const key of [keys(whole)[3]!, whole.extra[0]!.key])
      expect(keys(withoutSession(whole, key))).toEqual(keys(whole).filter((one) => one !== key));
  });
});

describe('entries of a day', () => {
  it('move back where they were by a step there and a step back, over noon too', () => {
    fc.assert(
      fc.property(anywhere, fc.constantFrom(-1 as const, 1 as const), (place, by) => {
        const entry = whole.days[place.day]!.halves[place.half][place.at];
        const moved = moveEntry(whole, place, by);
        if (!entry || moved === whole) return;
        const halves = moved.days[place.day]!.halves;
        const half = halves[0].includes(entry) ? 0 : 1;
        expect(moveEntry(moved, { ...place, half, at: halves[half].indexOf(entry) }, by === 1 ? -1 : 1)).toEqual(whole);
      })
    );
  });

  it('stay at the ends of a day', () => {
    expect(moveEntry(whole, { day: 0, half: 0, at: 0 }, -1)).toBe(whole);
    expect(moveEntry(whole, { day: 0, half: 1, at: 4 }, 1)).toBe(whole);
  });

  it('change only where they are breaks', () => {
    const lunch = { format: 'break', title: 'Walk', minutes: 20 } as const;
    expect(changeBreak(whole, { day: 0, half: 0, at: 2 }, lunch).days[0]!.halves[0][2]).toEqual(lunch);
    expect(changeBreak(whole, { day: 0, half: 0, at: 1 }, lunch)).toEqual(whole);
  });
});

describe('days', () => {
  it('are added empty, moved whole, and lose no session when they go', () => {
    const more = addDay(whole, { title: 'Day six', audience: 'cohort', aim: 'More time.' });
    expect(more.days[5]!.halves).toEqual([[], []]);
    expect(moveDay(more, 5, -1).days.map(({ title }) => title)[4]).toBe('Day six');
    expect(moveDay(more, 5, 1)).toBe(more);
    const fewer = removeDay(whole, 4);
    expect(keys(fewer).sort()).toEqual(keys(whole).sort());
    expect(fewer.days).toHaveLength(4);
  });
});

describe('handouts and subjects', () => {
  it('a handout that goes leaves the sessions too', () => {
    const { slug } = whole.handouts[0]!;
    const without = removeHandout(whole, slug);
    expect(curriculumSchema.safeParse(without).success).toBe(true);
    expect(JSON.stringify(without.days)).not.toContain(`"${slug}"`);
  });

  it('a handout is changed where it is, a new one comes last', () => {
    const [first] = whole.handouts;
    expect(putHandout(whole, { ...first!, title: 'Other' }).handouts[0]!.title).toBe('Other');
    expect(putHandout(whole, { slug: 'more', title: 'More', text: 'More.' }).handouts.at(-1)!.slug).toBe('more');
  });

  it('a subject has a key of its own', () => {
    const twice = addSubject(addSubject(whole, 'Law here'), 'Law here');
    expect(twice.subjects.slice(-2).map(({ key }) => key)).toEqual(['law-here', 'law-here-2']);
  });
});

it.each([
  ['What we’d like', [], 'what-wed-like'],
  ['Été à Évian', [], 'ete-a-evian'],
  ['Risk', ['risk'], 'risk-2'],
  ['New', [], 'new-2'],
  ['什么', [], 'session-1'],
  ['!', ['session-1'], 'session-2']
])('the name of "%s" is free', (title, taken, name) => {
  expect(freeName(title, taken, 'session')).toBe(name);
});
