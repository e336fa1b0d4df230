import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezeRoster, mayCompare, samePeriod, type RosterMember } from './roster.ts';

const opensAt = new Date('2026-11-02T09:00:00Z');
const daysFrom = (start: Date, days: number, ms = 0) => new Date(start.getTime() + days * 86_400_000 + ms);
const member = (person: string, joinedAt: Date, role: RosterMember['role'] = 'member'): RosterMember => ({
  person,
  role,
  joinedAt
});
const long = daysFrom(opensAt, -300);

describe('who is on the roster', () => {
  it('members who joined at least 14 days before, to the millisecond, and no lead', () => {
    const team = [
      member('lead', long, 'lead'),
      member('just', daysFrom(opensAt, -14)),
      member('late', daysFrom(opensAt, -14, 1)),
      member('old', long)
    ];
    expect(freezeRoster(team, opensAt, [])).toEqual(['just', 'old']);
  });

  it('a lead who is also listed as a member is a lead', () => {
    expect(freezeRoster([member('both', long), member('both', long, 'lead')], opensAt, [])).toEqual([]);
  });

  it('nobody who is on another team’s roster in the same period, before or after', () => {
    const team = [member('a', long), member('b', long)];
    const other = (days: number, ms = 0) => [{ opensAt: daysFrom(opensAt, days, ms), people: ['a', 'x'] }];
    for (const days of [-27, 0, 27]) expect(freezeRoster(team, opensAt, other(days))).toEqual(['b']);
    expect(freezeRoster(team, opensAt, other(-28, 1))).toEqual(['b']);
    for (const days of [-28, 28]) expect(freezeRoster(team, opensAt, other(days))).toEqual(['a', 'b']);
  });

  it('attack 14: however teams overlap and whenever they open, no person is on two rosters of one period', () => {
    const people = fc.subarray(['a', 'b', 'c', 'd', 'e', 'f'], { minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(people, fc.nat({ max: 90 })), { maxLength: 8 }), (teams) => {
        const rounds: { opensAt: Date; people: string[] }[] = [];
        for (const [team, day] of teams) {
          const opening = daysFrom(opensAt, day);
          const roster = freezeRoster(
            team.map((person) => member(person, long)),
            opening,
            rounds
          );
          rounds.push({ opensAt: opening, people: roster });
        }
        for (const one of rounds)
          for (const other of rounds)
            if (one !== other && samePeriod(one, other))
              expect(one.people.filter((person) => other.people.includes(person))).toEqual([]);
      })
    );
  });
});

describe('two rounds may be laid side by side', () => {
  const round = (roster: string[], definition = 'own/1') => ({ roster, definition });
  it('only with the same people and the same definition', () => {
    expect(mayCompare(round(['a', 'b']), round(['b', 'a']))).toBe(true);
    expect(mayCompare(round(['a', 'b']), round(['a', 'c']))).toBe(false);
    expect(mayCompare(round(['a', 'b']), round(['a']))).toBe(false);
    expect(mayCompare(round(['a']), round(['a', 'b']))).toBe(false);
    expect(mayCompare(round(['a']), round(['a'], 'own/2'))).toBe(false);
  });
});
