import type { KeptSeats, Seat } from './seat.ts';

export interface KeptFor {
  circleId: string;
  personId: string;
}

const keyOf = ({ circleId, personId }: KeptFor) => `circlewell:seats:${circleId}:${personId}`;

/**
 * Keeps how people are to sit, in this tab only: computers here are shared. A full or forbidden storage is no reason to
 * stop somebody.
 */
export function keepSeats(storage: Storage, whose: KeptFor, kept: KeptSeats): void {
  try {
    storage.setItem(keyOf(whose), JSON.stringify(kept));
  } catch {
    // The list then begins anew with every part.
  }
}

/** What was kept, or null; whatever else lies there is passed over. */
export function keptSeats(storage: Storage, whose: KeptFor): KeptSeats | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(whose)) ?? 'null');
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is KeptSeats {
  const kept = value as Partial<KeptSeats> | null;
  return typeof kept?.rounds === 'number' && Array.isArray(kept.seats) && kept.seats.every(isSeat);
}

function isSeat(value: Partial<Seat> | null): boolean {
  return typeof value?.id === 'string' && typeof value.name === 'string' && typeof value.here === 'boolean';
}
