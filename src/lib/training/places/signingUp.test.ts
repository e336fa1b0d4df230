import { describe, expect, it } from 'vitest';
import { addSchema, settleSchema, signUpSchema } from './forms.ts';
import { placeLetter, type LetterTraining } from './letter.ts';
import { freeOf, kindsOffered, leftInWords } from './offer.ts';
import { countLetters } from './server/letters.ts';
import { makeSecret, placeKey } from './server/placeKey.ts';
import { countSignUps } from './server/tries.ts';
import { stepsFrom } from './settling.ts';

const form = { kind: 'cohort', name: 'Ana', email: 'ana@example.org', workplace: '', secret: makeSecret() };
const wrong = (over: object) =>
  Object.keys(
    Object.groupBy(signUpSchema.safeParse({ ...form, ...over }).error?.issues ?? [], ({ path }) => String(path))
  );

describe('the form for signing up', () => {
  it('takes names of any script, counts an emoji once, and makes one line of what is typed', () => {
    expect(signUpSchema.parse({ ...form, name: '  سارة\n العلي ' }).name).toBe('سارة العلي');
    expect(wrong({ name: '🌻'.repeat(80) })).toEqual([]);
    expect(wrong({ name: '🌻'.repeat(81) })).toEqual(['name']);
  });

  it('refuses what is no name, no address, no kind and no secret', () => {
    for (const name of ['', '  ', '\u0000', 'x'.repeat(10_000)]) expect(wrong({ name })).toEqual(['name']);
    for (const email of ['', 'ana', 'a@b@c', 'a@example.org, b@example.org', 'a@example.org\r\nBcc: b@example.org'])
      expect(wrong({ email })).toEqual(['email']);
    expect(wrong({ kind: 'trainer' })).toEqual(['kind']);
    expect(wrong({ secret: 'short' })).toEqual(['secret']);
    expect(addSchema.safeParse({ ...form, email: ' ' }).success).toBe(true);
  });
});

describe('places left', () => {
  it('who waits goes first, so a place that is free is nobody’s who comes now', () => {
    expect(freeOf({ places: 20, placed: 13, waiting: 0 })).toBe(7);
    expect(freeOf({ places: 20, placed: 19, waiting: 2 })).toBe(0);
    expect(freeOf({ places: 20, placed: 22, waiting: 0 })).toBe(0);
  });

  it('are said in words', () => {
    const left = (placed: number, waiting = 0) => leftInWords({ places: 20, placed, waiting });
    expect(left(13)).toBe('7 of 20 places are free.');
    expect(left(19)).toBe('1 of 20 places is free.');
    expect(left(20)).toContain('first on the waiting list');
    expect(left(20, 1)).toContain('1 person is waiting');
    expect(left(20, 3)).toContain('3 people are waiting');
  });

  it('an open day has to be held, and to have places', () => {
    const days = [{ day: 1, heldOn: '2035-03-30', audience: 'open' as const, title: '', morningStarts: '', afternoonStarts: '' }]; // prettier-ignore
    const openDay = { places: 60, placed: 0, waiting: 0 };
    expect(kindsOffered({ openDay, days })).toEqual(['cohort', 'open_day']);
    expect(kindsOffered({ openDay: { ...openDay, places: 0 }, days })).toEqual(['cohort']);
    expect(kindsOffered({ openDay, days: [] })).toEqual(['cohort']);
  });
});

describe('letters', () => {
  const training: LetterTraining = {
    title: 'Facilitators, spring',
    organisation: 'Harbour House',
    venue: '4 Quay Street',
    link: '',
    contact: 'the office, 020 7946 0000',
    timeZone: 'Europe/London',
    days: [{ day: 1, heldOn: '2035-03-30', morningStarts: '09:30', afternoonStarts: '13:15' }],
    rows: [{ day: 1, half: 2, minutes: 60 }]
  };
  const address = 'https://circles.example/place/secret';

  it('say where one stands, the dates, and the addresses', () => {
    const { subject, text } = placeLetter('signed_up', { kind: 'cohort', state: 'placed', address }, training);
    expect(subject).toBe('Your place in a training');
    for (const part of [
      'You have a place.',
      'Day 1: Friday 30 March 2035, 13:15 to 14:15',
      '4 Quay Street',
      'The trainers: the office, 020 7946 0000',
      address,
      `${address}/calendar.ics`
    ])
      // prettier-ignore
      expect(text).toContain(part);
    expect(text).not.toContain('waiting list');
    expect(placeLetter('signed_up', { kind: 'open_day', state: 'waiting', address }, training).text).toMatch(
      /waiting list[^]*open day only/
    );
  });

  it('about a change say how it is now, with the trainers’ words, and no personal address', () => {
    const note = 'We meet upstairs.\nBring tea.';
    const said = (state: 'placed' | 'waiting') =>
      placeLetter('changed', { kind: 'cohort', state, address: null }, training, note);
    expect(said('placed').subject).toBe('Your training: how it is now');
    expect(said('placed').text).toContain(`The trainers write:\n${note}\n\nFacilitators, spring`);
    expect(said('placed').text).toContain('Day 1: Friday 30 March 2035, 13:15 to 14:15');
    expect(said('waiting').text).toMatch(
      /^Something has changed about the training that you are on the waiting list of/
    );
    expect(placeLetter('changed', { kind: 'cohort', state: 'placed', address: null }, training).text).not.toContain(
      'trainers write'
    );
  });

  it('tell the link to meet online to who has a place, and to nobody who waits', () => {
    const online = { ...training, link: 'https://meet.example.org/room' };
    const said = (state: 'placed' | 'waiting') => placeLetter('added', { kind: 'cohort', state, address }, online).text;
    expect(said('placed')).toContain('meet.example.org/room');
    expect(said('waiting')).not.toContain('meet.example.org');
  });

  it('to whom a trainer added say so, and lead to the page like those of who signed up', () => {
    const { text } = placeLetter('added', { kind: 'cohort', state: 'waiting', address }, training);
    expect(text).toMatch(/^The trainers signed you up for a training\. .*waiting list/);
    expect(text).toContain(`${address}/calendar.ics`);
    expect(text).not.toContain('If you did not sign up');
  });

  it('to who moved up names no address, since nobody else knows it', () => {
    const { text } = placeLetter('moved_up', { kind: 'cohort', state: 'placed', address: null }, training);
    expect(text).toContain('it is yours now');
    expect(text).not.toContain('/place/');
  });

  it('go once an hour to an address in a training, however it is written', () => {
    const may = countLetters();
    expect([may('a', 'Ana@example.org', 0), may('a', 'ana@Example.org', 3_599_999)]).toEqual([true, false]);
    expect([may('b', 'ana@example.org', 0), may('a', 'ana@example.org', 3_600_001)]).toEqual([true, true]);
  });
});

describe('who signs up how often', () => {
  it('a whole open day may from one connection, a flood may not', () => {
    const may = countSignUps();
    for (let one = 0; one < 150; one++) may('192.0.2.1', 0);
    expect(() => may('192.0.2.1', 1)).toThrow('Nothing was lost');
    expect(() => may('192.0.2.2', 1)).not.toThrow();
    expect(() => may('192.0.2.1', 600_001)).not.toThrow();
  });
});

describe('what opens a place', () => {
  it('a secret of 43 characters, of which the hash goes on, or the id of a place', () => {
    const secret = makeSecret();
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(placeKey(secret)).toEqual({ p_secret_hash: expect.stringMatching(/^[0-9a-f]{64}$/), p_place: null });
    const id = crypto.randomUUID();
    expect(placeKey(id)).toEqual({ p_secret_hash: null, p_place: id });
    for (const part of ['', 'x', `${secret}x`, id.toUpperCase()]) expect(placeKey(part)).toBeNull();
  });
});

describe('where somebody is put', () => {
  it('every step but the one they stand on, and each comes back from its form', () => {
    const steps = stepsFrom({ kind: 'cohort', state: 'placed' }, true).map(({ step }) => step);
    expect(steps).toEqual(['waiting cohort', 'placed open_day', 'waiting open_day', 'withdrawn cohort']);
    expect(steps.map((step) => settleSchema.parse({ step, from: 'placed cohort' }).state)).toEqual(['waiting', 'placed', 'waiting', 'withdrawn']); // prettier-ignore
    expect(stepsFrom({ kind: 'cohort', state: 'withdrawn' }, false).map(({ step }) => step)).toEqual([
      'placed cohort',
      'waiting cohort'
    ]);
    for (const wrong of [{ step: 'placed nowhere', from: 'placed cohort' }, { step: 'placed cohort' }])
      expect(settleSchema.safeParse(wrong).success).toBe(false);
  });
});
