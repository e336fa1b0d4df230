import { describe, expect, it } from 'vitest';
import { placeOfSession } from './edit.ts';
import { breakForm, placeForm, placeOptions, placeValue, placeWords, sessionForm } from './forms.ts';
import { isSession, sessionSchema } from './schema.ts';
import { builtInCurriculum as whole } from './server/builtIn.ts';

const sent = {
  title: ' A talk ',
  subject: 'risk',
  format: 'talk',
  minutes: '30',
  aim: 'To begin.',
  trainers: 'One',
  materials: 'Chairs\r\n\r\n  Paper ',
  handouts: 'one two',
  plan: '1. First.\r\n2. Second.'
};
const faults = (over: object) =>
  Object.keys(
    Object.fromEntries(
      sessionForm.safeParse({ ...sent, ...over }).error?.issues.map(({ path }) => [path.join('.'), 1]) ?? []
    )
  );

describe('what the form of a session sends', () => {
  it('is a session but for its key', () => {
    const read = sessionForm.parse(sent);
    expect(read).toMatchObject({ materials: ['Chairs', 'Paper'], handouts: ['one', 'two'], minutes: 30 });
    expect(sessionSchema.parse({ key: 'talk', ...read })).toMatchObject({
      title: 'A talk',
      plan: '1. First.\n2. Second.'
    });
    expect(sessionForm.parse({ ...sent, handouts: undefined, materials: '' })).toMatchObject({
      handouts: [],
      materials: []
    });
  });

  it.each([
    ['title', ' '],
    ['title', 'x'.repeat(121)],
    ['subject', ''],
    ['format', 'break'],
    ['minutes', '4'],
    ['minutes', '241'],
    ['minutes', '7.5'],
    ['minutes', 'ten'],
    ['minutes', ''],
    ['plan', 'x'.repeat(12_001)],
    ['materials', 'x\n'.repeat(21)],
    ['materials', 'x'.repeat(201)]
  ])('is refused with a sentence at %s', (name, value) => {
    expect(faults({ [name]: value })).toEqual([name]);
  });
});

it('a break of two hours is the longest', () => {
  expect(breakForm.safeParse({ title: 'Lunch', minutes: '120' }).data).toEqual({
    format: 'break',
    title: 'Lunch',
    minutes: 120
  });
  expect(breakForm.safeParse({ title: 'Lunch', minutes: '121' }).success).toBe(false);
});

describe('places for a session', () => {
  it('are each once, in words of their own, and read back as they were', () => {
    const options = placeOptions(whole);
    const entries = whole.days.flatMap(({ halves }) => halves.flat());
    expect(options).toHaveLength(entries.length + 2 * whole.days.length + 1);
    for (const part of ['value', 'label'] as const)
      expect(new Set(options.map((some) => some[part])).size).toBe(options.length);
    for (const { value } of options) expect(placeValue(placeForm.parse({ place: value }).place)).toBe(value);
  });

  it('are not after the session that moves', () => {
    const one = whole.days[1]!.halves[0].filter(isSession)[1]!;
    expect(placeOptions(whole, one.key).filter(({ label }) => label.includes(one.title))).toEqual([]);
    expect(placeWords(placeOfSession(whole, one.key)!)).toBe('Now: Day 2, morning, place 2');
  });

  it.each(['', '8-0-0', '0-2-0', '0-0', 'elsewhere'])('are not "%s"', (place) => {
    expect(placeForm.safeParse({ place }).success).toBe(false);
  });
});
