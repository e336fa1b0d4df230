import { describe, expect, it } from 'vitest';
import type { Level } from '../publication/level.ts';
import { rosterFault, standingOf, trendOf, type TeamRound } from './teamRound.ts';

const at = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString();
const now = Date.parse(at(40));

function round(id: string, of: Partial<TeamRound> & { level?: Level } = {}): TeamRound {
  const { level, ...rest } = of;
  const said = { enough: true, keyLost: false, help: [], closedOn: '2026-01-15' };
  return {
    id,
    builtIn: true,
    definition: 'circlewell-nine/1',
    title: 'Nine',
    opensAt: at(1),
    closesAt: at(8),
    opened: true,
    rosterChanged: false,
    roster: [],
    published: level ? { ...said, levels: [{ scale: 'wears', title: 'Wears', level }] } : null,
    answers: [],
    ...rest
  };
}

describe('where a round stands', () => {
  it.each([
    ['planned', { opened: false, opensAt: at(41) }],
    ['planned', { opened: false, opensAt: new Date(now - 30_000).toISOString() }],
    ['late', { opened: false, opensAt: at(39) }],
    ['open', { closesAt: at(41) }],
    ['due', { closesAt: at(40) }],
    ['published', { closesAt: at(8), level: { step: 0, of: 2 } as Level }]
  ] as const)('%s', (standing, of) => {
    expect(standingOf(round('a', of), now)).toBe(standing);
  });
});

describe('the way a scale went', () => {
  const before = round('before', { level: { step: 1, of: 3 } });
  it.each([
    ['higher', { level: { step: 2, of: 3 } as Level }],
    ['lower', { level: { step: 0, of: 3 } as Level }],
    ['same', { level: { step: 1, of: 3 } as Level }],
    [null, { level: { step: 2, of: 3 } as Level, rosterChanged: true }],
    [null, { level: { step: 2, of: 3 } as Level, definition: 'circlewell-nine/2' }],
    [null, { level: { step: 1, of: 2 } as Level }],
    [null, {}]
  ] as const)('is %s', (trend, of) => {
    const after = round('after', of);
    expect(trendOf([after, before], after, 'wears')).toBe(trend);
  });

  it('is not told of the first round, nor across one that did not publish', () => {
    expect(trendOf([before], before, 'wears')).toBeNull();
    const after = round('after', { level: { step: 2, of: 3 } });
    expect(trendOf([after, round('silent'), before], after, 'wears')).toBeNull();
  });
});

describe('how many could be asked', () => {
  const day = 86_400_000;
  const members = (count: number, joined: number) =>
    Array.from({ length: count }, (_, index) => ({
      person: `${joined}-${index}`,
      role: 'member' as const,
      joinedAt: new Date(now - joined * day)
    }));
  const lead = [{ person: 'lead', role: 'lead' as const, joinedAt: new Date(0) }];

  it('is enough with six members of 14 days', () => {
    expect(rosterFault([...members(6, 14), ...lead], now, now)).toBeNull();
  });
  it('the lead does not count, nor who joined later', () => {
    expect(rosterFault([...members(5, 14), ...lead], now, now)).toBe('few_now');
    expect(rosterFault([...members(5, 14), ...members(3, 13)], now, now)).toBe('few_now');
    expect(rosterFault([...members(5, 14), ...members(3, 13)], now + day, now)).toBeNull();
  });
  it('two weeks ahead, people who join now can still make it enough', () => {
    expect(rosterFault(members(5, 14), now + 14 * day, now)).toBe('few_then');
  });
});
