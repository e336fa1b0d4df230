/** As much of a request as decides how the worker answers it. */
export interface AskedFor {
  method: string;
  /** `navigate`: the browser opens a page. */
  mode: string;
  url: string;
}

/** `leave`: the worker takes no part. `asset`: from the device if it is there. `page`: from the network, else from the device. */
export type Handling = 'leave' | 'asset' | 'page';

/** Answers of check-ins and their keys, the backend, the live notes: between the page and the server, and nobody else. */
const untouched = ['cast', 'keys', 'auth', 'rest', 'storage', 'collab', 'health', 'clock'];

/** Files that are saved, not shown: by an ending, or by where they lie. Nothing of them may stay on a device unasked. */
const download = /\.[a-z0-9]{1,5}$|\/download$|\/report\/files\/[^/]+$|^\/organisation\/[^/]+\/files\/[^/]+\/[^/]+$/i;

/** Scripts and styles carry a hash in their names: one name, one text, for ever. */
const hashed = '/_app/immutable/';

/** How the worker of `origin` answers a request. */
export function handlingOf({ method, mode, url }: AskedFor, origin: string): Handling {
  const { origin: asked, pathname } = new URL(url);
  if (method !== 'GET' || asked !== origin) return 'leave';
  if (untouched.includes(pathname.split('/')[1] ?? '')) return 'leave';
  if (mode !== 'navigate') return pathname.startsWith(hashed) ? 'asset' : 'leave';
  return download.test(pathname) ? 'leave' : 'page';
}

/** Whether a sent form ends a session, so that what was kept of a team goes before the server is even asked. */
export function signsOut({ method, url }: AskedFor, origin: string): boolean {
  const { origin: asked, pathname, search } = new URL(url);
  const everywhere = pathname === '/account' && search.startsWith('?/everywhere');
  return method === 'POST' && asked === origin && (pathname === '/sign-out' || everywhere);
}

/** Whether an answer of this status says that the server is away: what a proxy says in its place. */
export const isAway = (status: number): boolean => status >= 502 && status <= 504;

/** The scripts and styles that a page of ours names, each once. @param link its Link header, which names most of them */
export function assetsOf(html: string, link = ''): string[] {
  return [...new Set((link + html).match(/\/_app\/immutable\/[\w./-]+\.(?:js|css)/g) ?? [])];
}

/** The page for everything that is not on the device. */
export const offlinePage = '/offline';

/** Of the pages made when the app was built, those that are kept: the list of practices, each practice, its player. */
export function pagesToFill(prerendered: readonly string[]): string[] {
  const practices = prerendered.filter((path) => /^\/library\/practices(?:\/[a-z0-9-]+(?:\/play)?)?$/.test(path));
  return [offlinePage, ...practices.toSorted((a, b) => a.length - b.length)];
}
