import type { Speaker } from './event.ts';

/** Seat order beginning with one speaker and going round; as it stands when `start` is not among them. */
export function seatOrder(speakers: readonly Speaker[], start: string): Speaker[] {
  const at = Math.max(
    0,
    speakers.findIndex(({ id }) => id === start)
  );
  return [...speakers.slice(at), ...speakers.slice(0, at)];
}

/**
 * A random order, each equally likely (Fisher–Yates).
 * @param random a number from 0 to below 1, like `Math.random`
 */
export function shuffled(speakers: readonly Speaker[], random: () => number): Speaker[] {
  const order = [...speakers];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

/** Where facilitators speak: before everybody, after everybody, not at all, or wherever the order has them. */
export type FacilitatorPlace = 'first' | 'last' | 'out' | 'among';

export function placeFacilitators(
  speakers: readonly Speaker[],
  facilitators: readonly string[],
  place: FacilitatorPlace
): Speaker[] {
  const leading = speakers.filter(({ id }) => facilitators.includes(id));
  const others = speakers.filter(({ id }) => !facilitators.includes(id));
  switch (place) {
    case 'first':
      return [...leading, ...others];
    case 'last':
      return [...others, ...leading];
    case 'out':
      return others;
    case 'among':
      return [...speakers];
  }
}
