/**
 * What this device keeps so that it opens without a network: practices, in one cache a version of the app, and of a
 * person's teams the next circles' packs and open check-ins, in a cache of their own.
 *
 * The server says "no-store" of every page of a team, and these are put into the cache all the same, on purpose: no-store
 * keeps pages out of caches that nobody clears, and this one is cleared by name, at sign-out at the latest.
 */
import { assetsOf } from './request.ts';

export type Kind = 'pack' | 'check-in';

/** A page of a team on this device. Times in milliseconds. */
export interface KeptPage {
  path: string;
  kind: Kind;
  /** Whose team's it is: nobody else sees it. */
  person: string;
  /** Of the circle; empty for a check-in. */
  title: string;
  /** From then on it is not shown any more, and goes. */
  until: number;
}

/** The browser's caches and network, given in for tests. */
export interface Device {
  store: CacheStorage;
  ask: (path: string, how?: RequestInit) => Promise<Response>;
}

export const ownCache = 'circlewell-own';
const libraryPrefix = 'circlewell-library-';
export const libraryCache = (version: string): string => libraryPrefix + version;

const noted = {
  kind: 'x-circlewell-kind',
  person: 'x-circlewell-person',
  title: 'x-circlewell-title',
  until: 'x-circlewell-until'
};
const isAsset = (path: string) => path.startsWith('/_app/');
const anyQuery = { ignoreSearch: true, ignoreVary: true };

/**
 * Keeps a page with the scripts and styles that it names, which come first: a page that is there is whole.
 * @param page with what is to be known of it, when it is a team's
 * @param still asked last: whether it is to be kept even now, after its parts took their time
 * @throws when one of its parts can't be had
 */
export async function keepPage(
  cache: Cache,
  ask: Device['ask'],
  page: KeptPage | { path: string },
  answer: Response,
  still: () => Promise<boolean> = async () => true
): Promise<void> {
  const html = await answer.text();
  for (const asset of assetsOf(html, answer.headers.get('link') ?? '')) {
    if (await cache.match(asset, anyQuery)) continue;
    const part = await ask(asset);
    if (!part.ok) throw new Error(`${asset}: ${part.status}`);
    await cache.put(asset, part);
  }
  const headers = new Headers(answer.headers);
  // The text is no longer packed, and its length another.
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  if ('kind' in page) {
    headers.set(noted.kind, page.kind);
    headers.set(noted.person, page.person);
    headers.set(noted.title, encodeURIComponent(page.title));
    headers.set(noted.until, String(page.until));
  }
  if (await still()) await cache.put(page.path, new Response(html, { headers }));
}

async function pathsIn(cache: Cache): Promise<string[]> {
  return (await cache.keys()).map(({ url }) => new URL(url).pathname);
}

function noteOf(path: string, { headers }: Response): KeptPage {
  const text = (name: keyof typeof noted) => headers.get(noted[name]) ?? '';
  const title = decodeURIComponent(text('title'));
  return { path, kind: text('kind') as Kind, person: text('person'), title, until: Number(text('until')) };
}

/** The pages of teams on this device. What is over is taken away on the way. */
export async function ownPages(store: CacheStorage, now: number): Promise<KeptPage[]> {
  // Opening makes a cache, and most browsers need none.
  if (!(await store.has(ownCache))) return [];
  const cache = await store.open(ownCache);
  const pages: KeptPage[] = [];
  for (const path of (await pathsIn(cache)).filter((some) => !isAsset(some))) {
    const answer = await cache.match(path, anyQuery);
    if (answer) pages.push(noteOf(path, answer));
  }
  const over = pages.filter(({ until }) => until <= now);
  if (over.length > 0) await forgetPages(store, (page) => over.some(({ path }) => path === page.path));
  return pages.filter((page) => !over.includes(page));
}

/**
 * Forgets the pages of teams that fit: all, at sign-out. One by one and not with their cache: another tab may be about to
 * write into it, and must not bring the cache back to life.
 */
export async function forgetPages(store: CacheStorage, which: (page: KeptPage) => boolean = () => true): Promise<void> {
  const pages = (await ownPages(store, -Infinity)).filter(which);
  if (pages.length === 0) return;
  const cache = await store.open(ownCache);
  for (const { path } of pages) await cache.delete(path, anyQuery);
  await tidy(cache);
}

/** Takes away scripts and styles that no page of the cache names any more: a new version brought others. */
export async function tidy(cache: Cache): Promise<void> {
  const paths = await pathsIn(cache);
  const needed = new Set<string>();
  for (const path of paths.filter((some) => !isAsset(some))) {
    const page = await cache.match(path, anyQuery);
    if (page) for (const asset of assetsOf(await page.text(), page.headers.get('link') ?? '')) needed.add(asset);
  }
  for (const path of paths) if (isAsset(path) && !needed.has(path)) await cache.delete(path);
}

/** The caches of practices; the one of this version first. */
async function libraries(store: CacheStorage, first = ''): Promise<string[]> {
  const names = (await store.keys()).filter((name) => name.startsWith(libraryPrefix));
  return names.sort((a, b) => Number(b === first) - Number(a === first));
}

/** Forgets the practices: all, or those of other versions than this one. */
export async function forgetLibrary(store: CacheStorage, but?: string): Promise<void> {
  for (const name of await libraries(store)) if (name !== but) await store.delete(name);
}

/** Fetches those of these pages that are not there yet, one after the other: a slow phone has other things to do. */
export async function fill({ store, ask }: Device, version: string, pages: readonly string[]): Promise<void> {
  const cache = await store.open(libraryCache(version));
  for (const path of pages) {
    if (await cache.match(path, anyQuery)) continue;
    // Not from the browser's own cache, where a page of the version before may lie.
    const answer = await ask(path, { cache: 'no-cache' });
    if (answer.ok) await keepPage(cache, ask, { path }, answer);
  }
}

/** A page of the library as it is on this device; of this version if it can be. */
export async function libraryPage(store: CacheStorage, version: string, path: string): Promise<Response | undefined> {
  for (const name of await libraries(store, libraryCache(version))) {
    const answer = await (await store.open(name)).match(path, anyQuery);
    if (answer) return answer;
  }
}

/** The addresses of the practices that are on this device. */
export async function practicesHere(store: CacheStorage): Promise<Set<string>> {
  const paths = new Set<string>();
  for (const name of await libraries(store))
    for (const path of await pathsIn(await store.open(name)))
      if (/^\/library\/practices\/[a-z0-9-]+$/.test(path)) paths.add(path);
  return paths;
}
