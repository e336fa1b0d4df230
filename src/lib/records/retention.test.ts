import { expect, test } from 'vitest';
import {
  countLeaving,
  dueAndComing,
  leavesSoon,
  leavingRows,
  leavingTotals,
  withPeriod,
  yearsAfter,
  type Leaving
} from './retention.ts';

const leaving = (what: Leaving['what'], lastDay: string, leavesOn: string, team = 'North'): Leaving => ({
  what,
  team,
  lastDay,
  leavesOn
});

test('the preview is a row a kind, team and day, first to leave first', () => {
  const rows = leavingRows([
    leaving('place', '2020-06-01', '2026-06-01'),
    leaving('circle', '2020-05-01', '2026-05-01'),
    leaving('place', '2020-06-01', '2026-06-01')
  ]);
  expect(rows.map(({ what, count }) => [what, count])).toEqual([
    ['circle', 1],
    ['place', 2]
  ]);
});

test('totals are said in words, and nothing is said as nothing', () => {
  expect(
    leavingTotals(countLeaving([leaving('circle', '', ''), leaving('circle', '', ''), leaving('action', '', '')]))
  ).toBe('2 circles, 1 action');
  expect(leavingTotals({})).toBe('nothing');
});

test('what is due today stands apart from what comes', () => {
  const [a, b] = [leaving('circle', '2020-05-01', '2026-05-01'), leaving('circle', '2020-05-02', '2026-05-02')];
  expect(dueAndComing([a, b], '2026-05-01')).toEqual({ due: [a], coming: [b] });
});

test.each([
  ['2020-02-29', 6, '2026-02-28'],
  ['2020-02-29', 4, '2024-02-29'],
  ['2021-09-23', 6, '2027-09-23']
])('%s and %i years is %s', (day, years, then) => {
  expect(yearsAfter(day, years)).toBe(then);
});

test('another period moves every day, but for what was brought in lately', () => {
  const held = (lastDay: string, notBefore: string) => ({ ...leaving('circle', lastDay, ''), notBefore });
  const moved = withPeriod([held('2022-05-01', '2022-05-31'), held('2022-05-01', '2026-12-22')], 4);
  expect(moved.map(({ leavesOn }) => leavesOn)).toEqual(['2026-05-01', '2026-12-22']);
});

test('who brings in an old record hears when it leaves', () => {
  expect(leavesSoon(['2007-11-05'], 6, '2026-11-22')).toBe('2026-12-22');
  expect(leavesSoon(['2021-05-01', '2021-03-01'], 6, '2026-11-22')).toBe('2027-05-01');
  expect(leavesSoon(['2021-09-23'], 6, '2026-09-01')).toBeNull();
  expect(leavesSoon([], 6, '2026-11-22')).toBeNull();
});
