import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeFacilitators, seatOrder, shuffled } from './order.ts';
import { people } from './rehearsal.ts';

const seats = people('Ana', 'Ben', 'Cleo', 'Dan');
const names = (speakers: { name: string }[]) => speakers.map(({ name }) => name).join(' ');

describe('the order of a round', () => {
  it('goes round from one seat', () => {
    expect(names(seatOrder(seats, 'Cleo'))).toBe('Cleo Dan Ana Ben');
    expect(names(seatOrder(seats, 'nobody'))).toBe('Ana Ben Cleo Dan');
  });

  it('is random and keeps everybody', () => {
    expect(names(shuffled(seats, () => 0))).toBe('Ben Cleo Dan Ana');
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })), (stream) => {
        const order = shuffled(seats, () => stream.next().value as number);
        expect(order.map(({ id }) => id).sort()).toEqual(['Ana', 'Ben', 'Cleo', 'Dan']);
      })
    );
  });

  it('has facilitators first, last, out or among the others', () => {
    const leads = ['Ben', 'Dan'];
    expect(names(placeFacilitators(seats, leads, 'first'))).toBe('Ben Dan Ana Cleo');
    expect(names(placeFacilitators(seats, leads, 'last'))).toBe('Ana Cleo Ben Dan');
    expect(names(placeFacilitators(seats, leads, 'out'))).toBe('Ana Cleo');
    expect(names(placeFacilitators(seats, leads, 'among'))).toBe('Ana Ben Cleo Dan');
  });
});
