import { expect, it } from 'vitest';
import { phaseOf } from './evaluation.ts';

const times = { opensAt: 1_000, closesAt: 2_000, opened: true, published: false };

it('an evaluation is planned, open, being counted and published, in this order', () => {
  expect(phaseOf({ ...times, opened: false }, 900)).toBe('planned');
  expect(phaseOf({ ...times, opened: false }, 1_500)).toBe('planned');
  expect(phaseOf(times, 1_999)).toBe('open');
  expect(phaseOf(times, 2_000)).toBe('counting');
  expect(phaseOf({ ...times, published: true }, 2_500)).toBe('published');
});

it('without times it is on paper', () => {
  expect(phaseOf({ opensAt: null, closesAt: null, opened: false, published: false }, 5)).toBe('paper');
});
