import { expect, test } from 'vitest';
import { dropPlace } from './dropPlace.ts';

// Five rows, 100 pixels apart; the middle of the third is at 250.
const middles = [50, 150, 250, 350, 450];

test('a row lands where the pointer is, counted without the row itself', () => {
  expect(dropPlace(middles, 2, 250)).toBe(2);
  expect(dropPlace(middles, 2, 149)).toBe(1);
  expect(dropPlace(middles, 2, 351)).toBe(3);
  expect(dropPlace(middles, 0, 500)).toBe(4);
  expect(dropPlace(middles, 4, 0)).toBe(0);
});
