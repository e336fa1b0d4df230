import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAST_ANSWERS } from '../ballots/leastAnswers.ts';
import { LEAST_ASKED, mayOpenFrom, openingFault, roundState } from './round.ts';

const DAY = 86_400_000;
const now = new Date('2026-03-25T09:00:00Z');
const later = (days: number, ms = 0) => new Date(now.getTime() + days * DAY + ms);
const plan = (more: Partial<Parameters<typeof openingFault>[0]> = {}) => ({
  now,
  closesAt: later(7),
  lastOpenedAt: null,
  roster: 6,
  contactsSet: true,
  ...more
});

describe('a round may open', () => {
  it('for 7 to 28 days, by instant: a clock change in between makes no difference', () => {
    expect(openingFault(plan())).toBeNull();
    expect(openingFault(plan({ closesAt: later(7, -1) }))).toBe('too_short');
    expect(openingFault(plan({ closesAt: later(28) }))).toBeNull();
    expect(openingFault(plan({ closesAt: later(28, 1) }))).toBe('too_long');
    expect(openingFault(plan({ closesAt: later(-1) }))).toBe('too_short');
    expect(openingFault(plan({ closesAt: new Date(NaN) }))).toBe('too_short');
  });

  it('28 days after the one before, to the millisecond', () => {
    expect(openingFault(plan({ lastOpenedAt: later(-28) }))).toBeNull();
    expect(openingFault(plan({ lastOpenedAt: later(-28, 1) }))).toBe('too_soon');
    expect(openingFault(plan({ lastOpenedAt: later(1) }))).toBe('too_soon');
    expect(openingFault(plan({ lastOpenedAt: new Date(NaN) }))).toBe('too_soon');
    expect(mayOpenFrom(later(-28))).toEqual(now);
  });

  it('with six people on the roster, one more than a publication takes, and support contacts set', () => {
    expect(LEAST_ASKED).toBe(LEAST_ANSWERS + 1);
    for (const roster of [0, 4, 5]) expect(openingFault(plan({ roster }))).toBe('few_people');
    expect(openingFault(plan({ contactsSet: false }))).toBe('no_contacts');
  });
});

describe('a round closes by the clock', () => {
  const round = { opensAt: now, closesAt: later(7) };
  it('at the instant, also when nobody was there to tally it', () => {
    expect(roundState(round, false, later(0, -1))).toBe('waiting');
    expect(roundState(round, false, now)).toBe('open');
    expect(roundState(round, false, later(7, -1))).toBe('open');
    expect(roundState(round, false, later(7))).toBe('due');
    expect(roundState(round, false, later(700))).toBe('due');
    expect(roundState(round, true, later(7))).toBe('published');
  });

  it('and never goes back: the later the clock, the later the state', () => {
    const states = ['waiting', 'open', 'due', 'published'];
    fc.assert(
      fc.property(
        fc.integer({ min: -99, max: 99 }),
        fc.nat({ max: 99 }),
        fc.boolean(),
        fc.boolean(),
        (day, more, was, is) => {
          const before = roundState(round, was, later(day));
          const after = roundState(round, was || is, later(day + more));
          expect(states.indexOf(after)).toBeGreaterThanOrEqual(states.indexOf(before));
        }
      )
    );
  });
});
