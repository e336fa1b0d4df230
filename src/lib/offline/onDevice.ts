/** What pages do with what this device keeps. Nothing here ever breaks a page: a browser may refuse all of it. */
import {
  forgetLibrary,
  forgetPages,
  keepPage,
  ownCache,
  ownPages,
  practicesHere,
  tidy,
  type KeptPage,
  type Kind
} from './kept.ts';
import { isOff } from './register.ts';

const quietly = <T>(work: () => Promise<T>, otherwise: T): Promise<T> =>
  'caches' in globalThis ? work().catch(() => otherwise) : Promise.resolve(otherwise);

/** Waits until the worker is there: without one, nothing that is kept would ever be shown. */
async function keeping(work: () => Promise<void>): Promise<void> {
  if (!('serviceWorker' in navigator) || isOff()) return;
  await navigator.serviceWorker.ready;
  return quietly(work, undefined);
}

async function keepNow(page: KeptPage): Promise<void> {
  const answer = await fetch(page.path, { headers: { accept: 'text/html' } });
  // Refused, or sent on to another page: then it is not for this person any more.
  if (!answer.ok || answer.redirected) return forgetPages(caches, ({ path }) => path === page.path);
  const cache = await caches.open(ownCache);
  await keepPage(cache, (path, how) => fetch(path, how), page, answer);
  await tidy(cache);
}

/** Keeps these packs of this person as they are now, and no others. */
export const keepPacks = (packs: readonly KeptPage[]): Promise<void> =>
  keeping(async () => {
    await forgetPages(caches, ({ kind, path }) => kind === 'pack' && !packs.some((pack) => pack.path === path));
    for (const pack of packs) await keepNow(pack);
  });

/** Keeps the page of an open check-in as the server sends it, without anything that is chosen in it. */
export const keepCheckIn = (person: string, path: string, until: number): Promise<void> =>
  keeping(async () => {
    await forgetOthers(person);
    const here = await ownPages(caches, Date.now());
    // The worker renews it with each visit.
    if (!here.some((page) => page.path === path)) await keepNow({ path, kind: 'check-in', person, title: '', until });
  });

/** Forgets the pages of teams that were kept for anybody but this person. */
export const forgetOthers = (person: string): Promise<void> =>
  quietly(() => forgetPages(caches, (page) => page.person !== person), undefined);

/** Forgets the pages of teams, or only those of one kind. */
export const forgetTeams = (kind?: Kind): Promise<void> =>
  quietly(() => forgetPages(caches, (page) => !kind || page.kind === kind), undefined);

/** What is on this device now. */
export const onThisDevice = (): Promise<{ pages: KeptPage[]; practices: Set<string> }> =>
  quietly(async () => ({ pages: await ownPages(caches, Date.now()), practices: await practicesHere(caches) }), {
    pages: [],
    practices: new Set<string>()
  });

/** Takes all of it away. */
export const removeAll = (): Promise<void> =>
  quietly(async () => {
    await forgetPages(caches);
    await caches.delete(ownCache);
    await forgetLibrary(caches);
  }, undefined);

/** Takes all of it away, and the worker that would bring it back. */
export async function removeWorker(): Promise<void> {
  if ('serviceWorker' in navigator)
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  await removeAll();
}
