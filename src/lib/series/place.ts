/** A person's place in a series: held, left, or waited for. Days are `YYYY-MM-DD`. */
export interface Place {
  id: string;
  /** Null: somebody without an account, known by name. */
  person: string | null;
  name: string;
  /** ISO instant. */
  askedAt: string;
  joinedOn: string | null;
  leftOn: string | null;
}

export interface PlacesOf {
  taken: Place[];
  /** In line: who asked first stands first. */
  waiting: Place[];
  left: Place[];
  free: number;
}

/** Sorts the places of a series; `places` is how many there are. Free is never below nought. */
export function placesOf(all: readonly Place[], places: number): PlacesOf {
  const inLine = all.toSorted((a, b) => Date.parse(a.askedAt) - Date.parse(b.askedAt) || a.id.localeCompare(b.id));
  const joined = inLine
    .filter(({ joinedOn }) => joinedOn !== null)
    .toSorted((a, b) => (a.joinedOn ?? '').localeCompare(b.joinedOn ?? '') || a.name.localeCompare(b.name));
  const taken = joined.filter(({ leftOn }) => leftOn === null);
  return {
    taken,
    waiting: inLine.filter(({ joinedOn }) => joinedOn === null),
    left: joined.filter(({ leftOn }) => leftOn !== null),
    free: Math.max(0, places - taken.length)
  };
}
