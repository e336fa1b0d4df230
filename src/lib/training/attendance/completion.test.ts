import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompletionRule } from '../delivery/rule.ts';
import { anyNotes, anyMakeUps, anyRule, fourDays } from './attendance.arbitrary.ts';
import { expectedHalves, standing, type NotedHalf } from './completion.ts';

const expected = expectedHalves(fourDays, []);
const whole = (day: number): NotedHalf[] =>
  ([1, 2] as const).map((half) => ({ day, half, came: true, lateMinutes: 0, leftMinutes: 0 }));
const rule: CompletionRule = { daysNeeded: 4, makeUpsCount: true, mostMissed: 30 };

describe('which half days are expected', () => {
  it('those with a session; a break is none; of a day without any, both', () => {
    const sessions = [
      { day: 1, half: 1 as const, format: 'talk' },
      { day: 1, half: 2 as const, format: 'break' },
      { day: 2, half: 2 as const, format: 'circle' }
    ];
    expect(expectedHalves([{ day: 3 }, { day: 1 }, { day: 2 }], sessions)).toEqual([
      { day: 1, half: 1 },
      { day: 2, half: 2 },
      { day: 3, half: 1 },
      { day: 3, half: 2 }
    ]);
  });
});

describe('where somebody stands', () => {
  it('completed by all four days, and not by three and a half', () => {
    const all = fourDays.flatMap(({ day }) => whole(day));
    expect(standing(rule, expected, all, [])).toMatchObject({ daysCounted: 4, completed: true, reach: 'completed' });
    const less = standing(rule, expected, all.slice(0, -1), []);
    expect(less).toMatchObject({ daysCounted: 3, completed: false, reach: 'open' });
    expect(less.missing).toMatchObject([{ day: 4, half: 2, outcome: 'not_noted' }]);
  });

  it('thirty minutes late and early together still count, thirty-one do not', () => {
    const came = (lateMinutes: number) => [{ day: 1, half: 1 as const, came: true, lateMinutes, leftMinutes: 20 }];
    expect(standing(rule, expected, came(10), []).halves[0]).toMatchObject({ outcome: 'here', counts: true });
    expect(standing(rule, expected, came(11), []).halves[0]).toMatchObject({
      outcome: 'short',
      counts: false,
      missedMinutes: 31
    });
    expect(standing(rule, expected, came(11), [{ day: 1, half: 1 }]).halves[0]).toMatchObject({ outcome: 'made_up' });
  });

  it('says who can complete only by a make-up, and who cannot any more', () => {
    const missed: NotedHalf[] = [{ day: 2, half: 1, came: false, lateMinutes: 0, leftMinutes: 0 }];
    expect(standing(rule, expected, missed, []).reach).toBe('make_up');
    expect(standing({ ...rule, makeUpsCount: false }, expected, missed, []).reach).toBe('out');
    expect(standing({ ...rule, daysNeeded: 3 }, expected, missed, []).reach).toBe('open');
    expect(standing(rule, expected, missed, [{ day: 2, half: 1 }]).reach).toBe('open');
  });

  it('what nobody noted is lost only once its day is over', () => {
    expect(standing(rule, expected, [], []).reach).toBe('open');
    expect(standing(rule, expected, [], [], ({ day }) => day === 1).reach).toBe('make_up');
  });
});

describe('completion is monotonic', () => {
  const day = fc.integer({ min: 1, max: 4 });
  const half = fc.constantFrom(1 as const, 2 as const);

  it('more presence never takes a day or the completion away', () => {
    fc.assert(
      fc.property(anyRule, anyNotes, anyMakeUps, day, half, fc.nat(60), (rule, noted, makeUps, day, half, minutes) => {
        const before = standing(rule, expected, noted, makeUps);
        const old = noted.find((note) => note.day === day && note.half === half);
        const better: NotedHalf = old?.came
          ? {
              ...old,
              lateMinutes: Math.min(old.lateMinutes, minutes),
              leftMinutes: Math.max(0, old.leftMinutes - minutes)
            }
          : { day, half, came: true, lateMinutes: minutes, leftMinutes: 0 };
        const after = standing(rule, expected, [...noted.filter((note) => note !== old), better], makeUps);
        expect(after.daysCounted).toBeGreaterThanOrEqual(before.daysCounted);
        expect(after.completed || !before.completed).toBe(true);
        expect(after.started || !before.started).toBe(true);
      })
    );
  });

  it('nor does a make-up', () => {
    fc.assert(
      fc.property(anyRule, anyNotes, anyMakeUps, day, half, (rule, noted, makeUps, day, half) => {
        const before = standing(rule, expected, noted, makeUps);
        const after = standing(rule, expected, noted, [...makeUps, { day, half }]);
        expect(after.daysCounted).toBeGreaterThanOrEqual(before.daysCounted);
        expect(after.completed || !before.completed).toBe(true);
      })
    );
  });

  it('a stricter rule never completes more', () => {
    fc.assert(
      fc.property(
        anyRule,
        anyNotes,
        anyMakeUps,
        fc.nat(3),
        fc.boolean(),
        fc.nat(60),
        (rule, noted, makeUps, more, keep, less) => {
          const stricter: CompletionRule = {
            daysNeeded: rule.daysNeeded + more,
            makeUpsCount: rule.makeUpsCount && keep,
            mostMissed: Math.max(0, rule.mostMissed - less)
          };
          const under = (one: CompletionRule) => standing(one, expected, noted, makeUps);
          expect(under(rule).completed || !under(stricter).completed).toBe(true);
          expect(under(stricter).daysCounted).toBeLessThanOrEqual(under(rule).daysCounted);
        }
      )
    );
  });

  it('completed is what the missing half days say, and nobody completes without having started', () => {
    fc.assert(
      fc.property(anyRule, anyNotes, anyMakeUps, (rule, noted, makeUps) => {
        const { missing, completed, started, daysCounted, reach } = standing(rule, expected, noted, makeUps);
        const touched = new Set(missing.map(({ day }) => day));
        expect(daysCounted).toBe(fourDays.length - touched.size);
        expect(started || !completed).toBe(true);
        expect(reach === 'completed').toBe(completed);
      })
    );
  });
});
