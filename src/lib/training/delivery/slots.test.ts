import { describe, expect, it } from 'vitest';
import type { Entry, Session } from '../curriculum/schema.ts';
import { builtInCurriculum } from '../curriculum/server/builtIn.ts';
import { daysOf, slotsOf } from './slots.ts';

const session = (key: string, minutes: number): Session => ({
  key,
  title: `Title of ${key}`,
  subject: 'risk',
  format: 'talk',
  minutes,
  aim: 'To know.',
  trainers: 'Two',
  materials: [],
  plan: 'Begin.',
  handouts: []
});
const tea: Entry = { format: 'break', title: 'Tea', minutes: 15 };
const day = (title: string, audience: 'open' | 'cohort', halves: [Entry[], Entry[]]) => ({
  title,
  audience,
  aim: 'To begin.',
  halves
});
const curriculum = {
  days: [
    day('One', 'open', [[session('a', 60), tea, session('b', 30)], [session('c', 45)]]),
    day('Two', 'cohort', [[session('d', 60)], []])
  ],
  extra: [session('e', 90), session('f', 90), session('g', 60)]
};
const where = (count: number) =>
  slotsOf(curriculum, count).map(({ day, half, position, title }) => `${day}-${half}-${position} ${title}`);

describe('the timetable a training begins with', () => {
  it('is the curriculum’s, breaks without subject or key', () => {
    expect(where(2)).toEqual([
      '1-1-0 Title of a',
      '1-1-1 Tea',
      '1-1-2 Title of b',
      '1-2-0 Title of c',
      '2-1-0 Title of d'
    ]);
    expect(slotsOf(curriculum, 2)[1]).toMatchObject({ sessionKey: null, subject: null, format: 'break', trainers: '' });
  });

  it('has no break on a day that is added where the curriculum has none', () => {
    const { extra } = curriculum;
    expect(slotsOf({ days: [day('One', 'open', [[session('a', 60)], []])], extra }, 2).slice(1)).toMatchObject([
      { half: 1, title: 'Title of e' },
      { half: 1, title: 'Title of f' },
      { half: 2, title: 'Title of g' }
    ]);
  });

  it('of the curriculum that ships, with a sixth day: a whole one on culture, by the rules of the other five', () => {
    const sixth = slotsOf(builtInCurriculum, 6).filter((slot) => slot.day === 6);
    const sum = (slots: typeof sixth) => slots.reduce((minutes, slot) => minutes + slot.minutes, 0);
    const ofHalf = (half: number) => sixth.filter((slot) => slot.half === half);
    const held = (slots: typeof sixth) => slots.filter(({ format }) => format !== 'break');
    expect([sum(held(ofHalf(1))), sum(held(ofHalf(2)))]).toEqual([165, 150]);
    expect(new Set(held(sixth).map(({ subject }) => subject))).toEqual(new Set(['circles', 'culture']));
    for (const slots of [ofHalf(1), ofHalf(2)]) {
      const at = slots.findIndex(({ format }) => format === 'break');
      expect([slots[at]?.minutes, slots.filter(({ format }) => format === 'break').length]).toEqual([15, 1]);
      expect(Math.max(sum(slots.slice(0, at)), sum(slots.slice(at + 1)))).toBeLessThanOrEqual(120);
    }
    expect([sixth[0]?.format, sixth.at(-1)?.format]).toEqual(['circle', 'circle']);
  });

  it('has the extra sessions on a day that is added, the morning as full as it gets', () => {
    expect(where(3).slice(5)).toEqual(['3-1-0 Title of e', '3-1-1 Tea', '3-1-2 Title of f', '3-2-0 Title of g']);
    expect(where(4)).toEqual(where(3));
  });
});

describe('the days a training begins with', () => {
  it('are the curriculum’s on their dates; one that is added is the cohort’s', () => {
    const starts = { morningStarts: '09:30', afternoonStarts: '13:15' };
    expect(daysOf(curriculum, ['2026-03-30', '2026-03-31', '2026-04-20'], starts)).toEqual([
      { day: 1, heldOn: '2026-03-30', audience: 'open', title: 'One', ...starts },
      { day: 2, heldOn: '2026-03-31', audience: 'cohort', title: 'Two', ...starts },
      { day: 3, heldOn: '2026-04-20', audience: 'cohort', title: '', ...starts }
    ]);
  });
});
