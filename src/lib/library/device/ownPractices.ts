/** Favourites and a small plan, on this device only: no request ever carries them. */

export interface PlannedPractice {
  when: string;
  what: string;
}
export interface OwnPractices {
  /** Slugs of practices, the latest first. */
  favourites: string[];
  plan: PlannedPractice[];
}

export const storageKey = 'circlewell-practices';
export const mostFavourites = 30;
export const mostPlans = 12;
export const longestPlan = 120;

const line = (value: unknown) =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, longestPlan) : '';

/** Null for what is broken, or when the browser keeps nothing. */
function parsed(storage: Pick<Storage, 'getItem'>): { favourites?: unknown; plan?: unknown } | null {
  try {
    return JSON.parse(storage.getItem(storageKey) ?? 'null') as ReturnType<typeof parsed>;
  } catch {
    return null;
  }
}

/** What is kept. Anything that cannot be read, or was too much, is left out. */
export function readOwn(storage: Pick<Storage, 'getItem'>): OwnPractices {
  const kept = parsed(storage);
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const slugs = list(kept?.favourites).filter((slug): slug is string => /^[a-z0-9-]{1,60}$/.test(String(slug)));
  const plans = list(kept?.plan).map((each) => {
    const { when, what } = (each ?? {}) as Record<string, unknown>;
    return { when: line(when), what: line(what) };
  });
  return {
    favourites: [...new Set(slugs)].slice(0, mostFavourites),
    plan: plans.filter(({ when, what }) => when && what).slice(0, mostPlans)
  };
}

/** Keeps it, or forgets the whole entry when nothing is left. @returns false when this browser keeps nothing */
export function keepOwn(storage: Pick<Storage, 'setItem' | 'removeItem'>, own: OwnPractices): boolean {
  try {
    if (own.favourites.length + own.plan.length === 0) storage.removeItem(storageKey);
    else storage.setItem(storageKey, JSON.stringify(own));
    return true;
  } catch {
    return false;
  }
}

/** The favourites with this one put first, or without it. */
export function toggled({ favourites }: OwnPractices, slug: string): string[] {
  const others = favourites.filter((each) => each !== slug);
  return others.length < favourites.length ? others : [slug, ...others].slice(0, mostFavourites);
}
