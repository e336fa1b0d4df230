import { expect, test } from 'vitest';
import { barShare } from './share.ts';

test('the largest value fills the width', () => {
  expect([8, 4, 1].map((value) => barShare(value, [8, 4, 1]))).toEqual([100, 50, 12.5]);
});

test('a fixed full width compares lists, and nothing runs over it', () => {
  expect(barShare(5, [5], 20)).toBe(25);
  expect(barShare(30, [30], 20)).toBe(100);
});

test('nothing said yet draws nothing', () => {
  expect(barShare(0, [0, 0])).toBe(0);
  expect(barShare(-1, [-1])).toBe(0);
  expect(barShare(3, [], 0)).toBe(0);
});
