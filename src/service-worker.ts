/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/** The worker that makes practices, the next circle's pack and a check-in in progress open without a network (lib/offline). */
import { prerendered, version } from '$service-worker';
import { answerAsset, answerPage, fillLibrary, longestWait, type Worker } from './lib/offline/answer.ts';
import { fill, forgetPages } from './lib/offline/kept.ts';
import { handlingOf, offlinePage, pagesToFill, signsOut } from './lib/offline/request.ts';

const self = globalThis as unknown as ServiceWorkerGlobalScope;
const worker: Worker = {
  store: caches,
  ask: fetch,
  version,
  now: () => Date.now(),
  isNewest: () => !self.registration.installing && !self.registration.waiting,
  patience: () => new Promise((done) => setTimeout(() => done(null), longestWait))
};

// Little, so that the first visit on a slow phone is not slower for it: the practices come later, when a page asks.
self.addEventListener('install', (event) => event.waitUntil(fill(worker, version, [offlinePage])));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin } = self.location;
  if (signsOut(request, origin)) event.waitUntil(forgetPages(caches));
  const handling = handlingOf(request, origin);
  if (handling === 'asset') event.respondWith(answerAsset(worker, request));
  if (handling === 'page')
    event.respondWith(
      answerPage(
        worker,
        request.url,
        () => fetch(request),
        (work) => event.waitUntil(work)
      )
    );
});

// No skipWaiting: a new version takes over when no page of the old one is open any more, never in the middle of a circle.
let filling: Promise<void> | undefined;
self.addEventListener('message', (event) => {
  if (event.data !== 'fill') return;
  filling ??= fillLibrary(worker, pagesToFill(prerendered)).finally(() => (filling = undefined));
  event.waitUntil(filling);
});
