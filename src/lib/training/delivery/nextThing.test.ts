import { describe, expect, it } from 'vitest';
import { nextThing, type Standing } from './nextThing.ts';

const days = ['2026-03-30', '2026-03-31', '2026-04-20'].map((heldOn, at) => ({ day: at + 1, heldOn }));
const halves = days.flatMap(({ day }) => [
  { day, half: 1 },
  { day, half: 2 }
]);
const standing = (given: Partial<Standing>): Standing => ({
  today: '2026-01-10',
  days,
  signUpOpen: true,
  places: 20,
  placed: 12,
  noted: [],
  held: halves,
  evaluations: 0,
  owed: 0,
  learned: '',
  ...given
});
const after = (given: Partial<Standing>) => nextThing(standing({ today: '2026-05-01', noted: halves, ...given }));

describe('what to do now', () => {
  it('is opening the sign-up of a training far off, then sharing its link, then nothing when it is full', () => {
    expect(nextThing(standing({ signUpOpen: false, placed: 0 }))).toEqual({ what: 'open_sign_up' });
    expect(nextThing(standing({}))).toEqual({ what: 'share' });
    expect(nextThing(standing({ placed: 20 }))).toEqual({ what: 'wait' });
    expect(nextThing(standing({ placed: 20, signUpOpen: false }))).toEqual({ what: 'wait' });
  });

  it('is the pack in the three days before a day', () => {
    expect(nextThing(standing({ today: '2026-03-26' }))).toEqual({ what: 'share' });
    expect(nextThing(standing({ today: '2026-03-27' }))).toEqual({ what: 'print', day: 1 });
    expect(nextThing(standing({ today: '2026-04-19', noted: halves }))).toEqual({ what: 'print', day: 3 });
  });

  it('is the day itself on the day, whatever else is open', () => {
    expect(nextThing(standing({ today: '2026-03-31' }))).toEqual({ what: 'today', day: 2 });
  });

  it('is the first half day that was held and has nobody noted', () => {
    const noted = [
      { day: 1, half: 1 },
      { day: 1, half: 2 },
      { day: 2, half: 1 }
    ];
    expect(nextThing(standing({ today: '2026-04-10', noted }))).toEqual({ what: 'attendance', day: 2, half: 2 });
    expect(nextThing(standing({ today: '2026-04-10', noted, placed: 0 }))).toEqual({ what: 'wait' });
    const without = halves.filter(({ day, half }) => day !== 2 || half !== 2);
    expect(nextThing(standing({ today: '2026-04-10', noted, held: without }))).toEqual({ what: 'wait' });
  });

  it('afterwards is the evaluation, then certificates, then what was learned, then the next training', () => {
    expect(after({})).toEqual({ what: 'evaluate' });
    expect(after({ evaluations: 1, owed: 1 })).toEqual({ what: 'certificates' });
    expect(after({ evaluations: 1 })).toEqual({ what: 'learned' });
    expect(after({ evaluations: 1, learned: 'More time.' })).toEqual({ what: 'copy' });
  });
});
