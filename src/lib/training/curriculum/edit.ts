import {
  isSession,
  sessionsOf,
  type Break,
  type Curriculum,
  type Day,
  type Entry,
  type Handout,
  type Session
} from './schema.ts';

/** Where an entry stands: on a day (from 0), in its morning (0) or afternoon (1), at a place in it. */
export interface Place {
  day: number;
  half: 0 | 1;
  at: number;
}
/** Where a session may stand: on a day, or among those that are placed where they are wanted. */
export type SessionPlace = Place | 'extra';

/** Where a session of the curriculum stands; null for one that is not in it. */
export function placeOfSession({ days, extra }: Curriculum, key: string): SessionPlace | null {
  for (const [day, { halves }] of days.entries())
    for (const half of [0, 1] as const) {
      const at = halves[half].findIndex((entry) => isSession(entry) && entry.key === key);
      if (at >= 0) return { day, half, at };
    }
  return extra.some((session) => session.key === key) ? 'extra' : null;
}

/** The half days with another half in the place of one. */
function withHalf(some: Curriculum, { day, half }: Omit<Place, 'at'>, change: (half: Entry[]) => Entry[]): Curriculum {
  const days = some.days.map((given, at) => {
    if (at !== day) return given;
    const [morning, afternoon] = given.halves;
    return { ...given, halves: half === 0 ? [change(morning), afternoon] : [morning, change(afternoon)] } as Day;
  });
  return { ...some, days };
}

/** An entry put in, before the one that stands there now. */
export const putEntry = (some: Curriculum, place: Place, entry: Entry): Curriculum =>
  withHalf(some, place, (half) => half.toSpliced(place.at, 0, entry));

/** A new session put in its place. */
export const putSession = (some: Curriculum, place: SessionPlace, session: Session): Curriculum =>
  place === 'extra' ? { ...some, extra: [...some.extra, session] } : putEntry(some, place, session);

/** Without the session of this key; its handouts stay. */
export function withoutSession(some: Curriculum, key: string): Curriculum {
  const others = (entries: readonly Entry[]) => entries.filter((entry) => !isSession(entry) || entry.key !== key);
  const days = some.days.map((day) => ({ ...day, halves: [others(day.halves[0]), others(day.halves[1])] }) as Day);
  return { ...some, days, extra: others(some.extra).filter(isSession) };
}

/** The session of this key with what it is now, where it stands. */
export function changeSession(some: Curriculum, session: Session): Curriculum {
  const changed = <E extends Entry>(entry: E) => (isSession(entry) && entry.key === session.key ? session : entry);
  const days = some.days.map(
    (day) => ({ ...day, halves: [day.halves[0].map(changed), day.halves[1].map(changed)] }) as Day
  );
  return { ...some, days, extra: some.extra.map(changed) };
}

/** A session taken from where it stands and put elsewhere; `place` is counted with the session still where it was. */
export function moveSession(some: Curriculum, key: string, place: SessionPlace): Curriculum {
  const session = sessionsOf(some).find((one) => one.key === key);
  const from = placeOfSession(some, key);
  if (!session || !from) return some;
  const isBehind =
    from !== 'extra' && place !== 'extra' && from.day === place.day && from.half === place.half && from.at < place.at;
  const to = isBehind ? { ...place, at: place.at - 1 } : place;
  return putSession(withoutSession(some, key), to, session);
}

/** An entry moved by one, up or down; from the top of the afternoon it goes to the end of the morning, and back. */
export function moveEntry(some: Curriculum, { day, half, at }: Place, by: -1 | 1): Curriculum {
  const halves = some.days[day]?.halves;
  const entry = halves?.[half][at];
  if (!halves || !entry) return some;
  const without = removeEntry(some, { day, half, at });
  const to = at + by;
  if (to >= 0 && to < halves[half].length) return putEntry(without, { day, half, at: to }, entry);
  if (half === 0 && by === 1) return putEntry(without, { day, half: 1, at: 0 }, entry);
  if (half === 1 && by === -1) return putEntry(without, { day, half: 0, at: halves[0].length }, entry);
  return some;
}

export const removeEntry = (some: Curriculum, place: Place): Curriculum =>
  withHalf(some, place, (half) => half.toSpliced(place.at, 1));

/** A break with what it is now. */
export const changeBreak = (some: Curriculum, place: Place, given: Break): Curriculum =>
  withHalf(some, place, (half) => half.map((entry, at) => (at === place.at && !isSession(entry) ? given : entry)));

export const addDay = (some: Curriculum, day: Omit<Day, 'halves'>): Curriculum => ({
  ...some,
  days: [...some.days, { ...day, halves: [[], []] }]
});

export const changeDay = (some: Curriculum, at: number, given: Omit<Day, 'halves'>): Curriculum => ({
  ...some,
  days: some.days.map((day, one) => (one === at ? { ...day, ...given } : day))
});

/** A day with all that is on it one place earlier or later. */
export function moveDay(some: Curriculum, at: number, by: -1 | 1): Curriculum {
  const day = some.days[at];
  if (!day || !some.days[at + by]) return some;
  return { ...some, days: some.days.toSpliced(at, 1).toSpliced(at + by, 0, day) };
}

/** Without a day: its sessions are kept among those that are placed where they are wanted, its breaks are not. */
export function removeDay(some: Curriculum, at: number): Curriculum {
  const sessions = some.days[at]?.halves.flat().filter(isSession) ?? [];
  return { ...some, days: some.days.toSpliced(at, 1), extra: [...some.extra, ...sessions] };
}

/** A handout changed, or a new one. */
export function putHandout(some: Curriculum, handout: Handout): Curriculum {
  const isThere = some.handouts.some(({ slug }) => slug === handout.slug);
  const handouts = isThere
    ? some.handouts.map((one) => (one.slug === handout.slug ? handout : one))
    : [...some.handouts, handout];
  return { ...some, handouts };
}

/** Without a handout, in the sessions too. */
export function removeHandout(some: Curriculum, slug: string): Curriculum {
  const without = sessionsOf(some)
    .filter(({ handouts }) => handouts.includes(slug))
    .reduce(
      (changed, session) =>
        changeSession(changed, { ...session, handouts: session.handouts.filter((one) => one !== slug) }),
      some
    );
  return { ...without, handouts: some.handouts.filter((one) => one.slug !== slug) };
}

export const addSubject = (some: Curriculum, title: string): Curriculum => ({
  ...some,
  subjects: [
    ...some.subjects,
    {
      key: freeName(
        title,
        some.subjects.map(({ key }) => key),
        'subject'
      ),
      title
    }
  ]
});

/** Names that are addresses of their own. */
const reserved = ['new'];

/** A name for addresses made from a title, which nothing else has. Titles without Latin letters get `fallback` and a number. */
export function freeName(title: string, taken: readonly string[], fallback: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f’']/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
  const stem = plain || fallback;
  for (let count = 1; ; count++) {
    const name = count === 1 && plain ? stem : `${stem}-${count}`;
    if (!taken.includes(name) && !reserved.includes(name)) return name;
  }
}
