import type { PlaceKind, PlaceState } from './schema.ts';

/** A place as the trainers see it. */
export interface ListedPlace {
  id: string;
  kind: PlaceKind;
  state: PlaceState;
  name: string;
  email: string;
  workplace: string;
  /** Tied to an account. */
  hasAccount: boolean;
  /** The order of the waiting list. */
  turn: number;
  signedUpOn: string;
}

/** The places of one kind, sorted by what they are. */
export interface KindOfPlaces {
  kind: PlaceKind;
  /** How many there are. */
  places: number;
  /** By name. */
  placed: ListedPlace[];
  /** Who waits longest stands first. */
  waiting: ListedPlace[];
  withdrawn: ListedPlace[];
  free: number;
}

/** Sorts the places of a kind. Free is never below nought. */
export function placesOfKind(all: readonly ListedPlace[], kind: PlaceKind, places: number): KindOfPlaces {
  const inState = (state: PlaceState) => all.filter((place) => place.kind === kind && place.state === state);
  const byName = (a: ListedPlace, b: ListedPlace) => a.name.localeCompare(b.name) || a.turn - b.turn;
  const placed = inState('placed').toSorted(byName);
  return {
    kind,
    places,
    placed,
    waiting: inState('waiting').toSorted((a, b) => a.turn - b.turn),
    withdrawn: inState('withdrawn').toSorted(byName),
    free: Math.max(0, places - placed.length)
  };
}

/** Ids of those whose e-mail address somebody else in the training has too, however it is written. Who gave a place back doesn't count. */
export function sameAddress(all: readonly ListedPlace[]): Set<string> {
  const byAddress = new Map<string, string[]>();
  for (const { id, email, state } of all) {
    if (email === '' || state === 'withdrawn') continue;
    const key = email.toLowerCase();
    byAddress.set(key, [...(byAddress.get(key) ?? []), id]);
  }
  return new Set([...byAddress.values()].filter((ids) => ids.length > 1).flat());
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a name, address or workplace has every word that is looked for; accents and case don't matter. */
export function isFound({ name, email, workplace }: ListedPlace, looked: string): boolean {
  const text = folded(`${name} ${email} ${workplace}`);
  return folded(looked)
    .split(/\s+/u)
    .every((word) => text.includes(word));
}
