import { newId } from '../../agenda/item.ts';
import type { Speaker } from '../event.ts';
import { placeFacilitators, seatOrder, shuffled, type FacilitatorPlace } from '../order.ts';
import type { Seat } from './seat.ts';

/** How a round is to go: who is asked, in which order. The list as it stands is the order. */
export class Seating {
  seats = $state<Seat[]>([]);

  constructor(seats: readonly Seat[]) {
    this.seats = seats.map((seat) => ({ ...seat }));
  }

  get speakers(): Speaker[] {
    return this.seats.filter(({ here }) => here).map(({ id, name, joins }) => ({ id, name, joins }));
  }

  beginWith(id: string): void {
    this.#order(seatOrder(this.seats, id));
  }

  shuffle(random: () => number = Math.random): void {
    this.#order(shuffled(this.seats, random));
  }

  placeFacilitators(place: FacilitatorPlace): void {
    const leading = this.seats.filter(({ facilitates }) => facilitates).map(({ id }) => id);
    if (place !== 'out') this.#order(placeFacilitators(this.seats, leading, place));
    for (const seat of this.seats) if (seat.facilitates) seat.here = place !== 'out';
  }

  move(id: string, by: number): void {
    const at = this.seats.findIndex((seat) => seat.id === id);
    const [seat] = this.seats.splice(at, 1);
    if (seat) this.seats.splice(at + by, 0, seat);
  }

  /** Somebody known by name only. */
  add(name: string, joins: Speaker['joins']): void {
    this.seats.push({ id: newId(), name, joins, here: true, facilitates: false });
  }

  #order(order: readonly Speaker[]) {
    this.seats = order.flatMap(({ id }) => this.seats.find((seat) => seat.id === id) ?? []);
  }
}
