/** How the worker answers: the network first, and what is kept when the network is silent. */
import {
  type Device,
  fill,
  forgetLibrary,
  forgetPages,
  keepPage,
  libraryCache,
  libraryPage,
  ownCache,
  ownPages,
  tidy
} from './kept.ts';
import { isAway, offlinePage } from './request.ts';

export interface Worker extends Device {
  /** Of the app: each has a cache of its own. */
  version: string;
  now: () => number;
  /** Whether no newer version waits to take over: what that one has brought already is its own. */
  isNewest: () => boolean;
  /** Resolves after the time that a page may take, where this device has it already. */
  patience: () => Promise<null>;
}

/** Milliseconds that somebody waits for a page that is on the device: a phone in a cellar is not offline, only hopeless. */
export const longestWait = 3_000;

/**
 * A page: as the server has it; as it is kept when the server says nothing in time, or is away; else the page that says
 * what is here.
 * @param ask asks the server for just this page, as the browser would
 * @param later is given the work that may go on after the answer
 */
export async function answerPage(
  worker: Worker,
  address: string,
  ask: () => Promise<Response>,
  later: (work: Promise<unknown>) => void
): Promise<Response> {
  const path = new URL(address).pathname;
  const fresh = ask().catch(() => null);
  later(fresh.then((answer) => answer && learnFrom(worker, path, answer.clone())));
  const kept = await keptAnswer(worker, path);
  const answer = await (kept ? Promise.race([fresh, worker.patience()]) : fresh);
  if (answer && !isAway(answer.status)) return answer;
  return (
    kept ??
    answer ??
    (await libraryPage(worker.store, worker.version, offlinePage)) ??
    (await fresh) ??
    Response.error()
  );
}

async function keptAnswer({ store, version, now }: Worker, path: string): Promise<Response | undefined> {
  const isOwn = (await ownPages(store, now())).some((page) => page.path === path);
  return isOwn ? (await store.open(ownCache)).match(path, { ignoreVary: true }) : libraryPage(store, version, path);
}

/** What the server's answer says about what is kept: newer, gone, no longer for this person, or for nobody. */
async function learnFrom({ store, ask, now }: Worker, path: string, answer: Response): Promise<void> {
  // Only a person who is not signed in sees this page, or is refused with 401.
  if (answer.status === 401 || (path === '/sign-in' && answer.ok)) return forgetPages(store);
  if ([403, 404, 410].includes(answer.status)) return forgetPages(store, (page) => page.path === path);
  const find = async () => (await ownPages(store, now())).find((some) => some.path === path);
  const page = answer.ok && (await find());
  if (!page) return;
  const cache = await store.open(ownCache);
  // Somebody may have signed out by now.
  await keepPage(cache, ask, page, answer, async () => (await find()) !== undefined);
  await tidy(cache);
}

/** A script or style: whatever has this name is this text. */
export async function answerAsset({ store }: Worker, request: Request): Promise<Response> {
  return (await store.match(request, { ignoreVary: true })) ?? fetch(request);
}

/** Brings the practices of this version onto the device, and only then lets go of those of the version before. */
export async function fillLibrary(worker: Worker, pages: readonly string[]): Promise<void> {
  await fill(worker, worker.version, pages);
  if (worker.isNewest()) await forgetLibrary(worker.store, libraryCache(worker.version));
}
