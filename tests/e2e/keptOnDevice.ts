import { expect, type Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { goTo } from './house.ts';

/** The addresses of all that this browser keeps, by cache, and how many bytes it is. */
export const kept = (page: Page) =>
  page.evaluate(async () => {
    const paths: Record<string, string[]> = {};
    let bytes = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      paths[name] = [];
      for (const request of await cache.keys()) {
        paths[name].push(new URL(request.url).pathname);
        // It may be taken away while we look.
        bytes += (await (await cache.match(request))?.arrayBuffer())?.byteLength ?? 0;
      }
    }
    return { paths, bytes };
  });
export const ofTeams = async (page: Page) =>
  Object.entries((await kept(page)).paths)
    .filter(([name]) => !name.startsWith('circlewell-library-'))
    .flatMap(([, paths]) => paths)
    .filter((path) => !path.startsWith('/_app/'))
    .sort();
/** Which of them hold this word, in whatever cache. */
export const textsWith = (page: Page, word: string) =>
  page.evaluate(async (word) => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        if ((await (await cache.match(request))?.text())?.includes(word)) found.push(new URL(request.url).pathname);
    }
    return found.sort();
  }, word);
/** As many as there are in the library. */
export const allOfThem = readdirSync(join(import.meta.dirname, '../../src/lib/library/content/practices')).length;
export const allPractices = async (page: Page) => {
  const players = async () =>
    Object.values((await kept(page)).paths)
      .flat()
      .filter((path) => path.endsWith('/play')).length;
  await expect.poll(players, { timeout: 20_000 }).toBe(allOfThem);
};
/** The packs of all circles on the home page. */
export const packsAreKept = async (page: Page) => {
  await goTo(page, '/home');
  const circles = page.locator('section[aria-labelledby="teams"] a[href^="/circles/"]:not([href*="/report"])');
  const packs = await circles.evaluateAll((all) => all.map((link) => `${link.getAttribute('href')}/pack`));
  expect(packs.length).toBeGreaterThan(0);
  await expect.poll(() => ofTeams(page)).toEqual(expect.arrayContaining([...new Set(packs)]));
};
