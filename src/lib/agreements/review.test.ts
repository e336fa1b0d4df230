import { expect, it } from 'vitest';
import { isSameAgain, nextReview, reviewDue } from './review.ts';

it.each([
  ['2027-03-29', '2027-03-14', null],
  ['2027-03-28', '2027-03-14', { due: 'soon', days: 14 }],
  ['2027-03-15', '2027-03-14', { due: 'soon', days: 1 }],
  ['2027-03-14', '2027-03-14', { due: 'today', days: 0 }],
  ['2027-02-28', '2027-03-01', { due: 'over', days: 1 }]
] as const)('a review on %s stands on %s as %o', (reviewOn, today, due) => {
  expect(reviewDue(reviewOn, today)).toEqual(due);
});

it('without a day there is nothing to say, and none for a day that cannot be read', () => {
  expect(reviewDue(null, '2027-03-14')).toBeNull();
  expect(reviewDue('soon', '2027-03-14')).toBeNull();
});

it.each([
  ['2027-06-01', '2027-03-14', '2027-06-01'],
  ['2027-03-14', '2027-03-14', '2027-09-14'],
  [null, '2027-08-31', '2028-02-29'],
  [null, '2026-11-22', '2027-05-22']
])('with a review on %s, the next is offered on %s for %s', (reviewOn, today, next) => {
  expect(nextReview(reviewOn, today)).toBe(next);
});

it('the same lines again are no next version, unless the day to look at them has come and moves on', () => {
  const lines = [
    { part: 'how' as const, text: 'We listen.' },
    { part: 'limits' as const, text: 'It stays here.' }
  ];
  const inForce = { lines, reviewOn: '2027-03-20' };
  const later = { lines, reviewOn: '2027-09-20' };
  expect(isSameAgain(inForce, { ...inForce }, '2027-01-01')).toBe(true);
  expect(isSameAgain(inForce, later, '2027-01-01')).toBe(true);
  expect(isSameAgain(inForce, later, '2027-03-14')).toBe(false);
  expect(isSameAgain(inForce, { ...inForce }, '2027-03-14')).toBe(true);
  expect(isSameAgain(inForce, { lines: lines.toReversed(), reviewOn: null }, '2027-01-01')).toBe(false);
  expect(isSameAgain(inForce, { lines: lines.slice(1), reviewOn: null }, '2027-01-01')).toBe(false);
  expect(isSameAgain(undefined, later, '2027-01-01')).toBe(false);
});
