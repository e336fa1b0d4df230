import { describe, expect, it } from 'vitest';
import { tooManyPlaced, type Taken } from './taken.ts';

const taken = (cohort: number, openDay: number): Taken => ({
  cohort: { placed: cohort, waiting: 3 },
  openDay: { placed: openDay, waiting: 0 }
});
const given = { places: 10, openPlaces: 1 };

describe('fewer places than people', () => {
  it('is nothing to say while all fit', () => {
    expect(tooManyPlaced(given, taken(10, 1))).toEqual([]);
  });

  it('says how many have a place and that they keep it, on all days and on the open day', () => {
    expect(tooManyPlaced(given, taken(12, 2))).toEqual([
      '12 people have a place, more than the 10 there are now. Nobody loses theirs. The waiting list stays: a place is free again when fewer than 10 are taken.',
      '2 people have a place on the open day, more than the 1 there are now. Nobody loses theirs.'
    ]);
  });
});
