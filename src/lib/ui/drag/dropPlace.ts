/**
 * Where a dragged row would land: the number of other rows whose middle lies above the pointer.
 * @param middles vertical middles of all rows, in order
 * @param from the dragged row's own place among them, -1 when it comes from elsewhere
 */
export function dropPlace(middles: readonly number[], from: number, y: number): number {
  return middles.filter((middle, index) => index !== from && middle < y).length;
}
