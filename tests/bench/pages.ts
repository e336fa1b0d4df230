import type { Browser } from '@playwright/test';
import { setTimeout as pause } from 'node:timers/promises';
import { interleaved, median, ratio, rounded } from './figures.ts';
import type { Floor } from './floor.ts';
import type { Member } from './makeGround.ts';
import { openPhone, withBrowser } from './phone.ts';
import { type App, cookiesFor } from './theApp.ts';

export type Paint = {
  firstByte: number;
  firstPaint: number;
  largestPaint: number;
  layoutShift: number;
  blocked: number;
};
type Watched = typeof globalThis & { watched: { largestPaint: number; layoutShift: number; tasks: number[] } };

/** Runs in the page before its own scripts: the browser tells of these only while somebody listens. */
function watch(): void {
  const watched = { largestPaint: 0, layoutShift: 0, tasks: [] as number[] };
  (globalThis as Watched).watched = watched;
  const listen = (
    type: string,
    each: (entry: PerformanceEntry & { value?: number; hadRecentInput?: boolean }) => void
  ) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  listen('largest-contentful-paint', ({ startTime }) => (watched.largestPaint = startTime));
  listen('layout-shift', ({ value = 0, hadRecentInput }) => {
    if (!hadRecentInput) watched.layoutShift += value;
  });
  listen('longtask', ({ duration }) => watched.tasks.push(duration));
}

/** When a page appears on such a phone, in milliseconds. */
export async function visit(browser: Browser, url: string, cookies: Member['cookies']): Promise<Paint> {
  const { page, close } = await openPhone(browser, { origin: new URL(url).origin, cookies, slowLine: true });
  try {
    await page.addInitScript(watch);
    await page.goto(url, { waitUntil: 'networkidle' });
    await pause(500);
    return await page.evaluate(() => {
      const { largestPaint, layoutShift, tasks } = (globalThis as Watched).watched;
      const navigation = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming;
      return {
        firstByte: navigation.responseStart,
        firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
        largestPaint,
        layoutShift,
        blocked: tasks.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0)
      };
    });
  } finally {
    await close();
  }
}

/** Row 5: when pages appear on a slow phone on a slow line, beside a SvelteKit page with next to nothing on it. */
export async function pages(app: App, floor: Floor, { runs }: { runs: number }) {
  const { landing, circle } = app.pages;
  const contenders = [
    { name: 'bare SvelteKit page', url: `${floor.url}/`, cookies: [] },
    { name: 'landing', url: app.server.url + (landing?.path ?? ''), cookies: cookiesFor(app, 'visitor') },
    { name: 'circle', url: app.server.url + (circle?.path ?? ''), cookies: cookiesFor(app, 'lead') }
  ];
  return withBrowser(async (browser) => {
    const found = await interleaved(contenders, runs, ({ url, cookies }) => visit(browser, url, cookies));
    const middle = (rows: Paint[] | undefined, key: keyof Paint, digits = 0) =>
      rounded(median((rows ?? []).map((row) => row[key])), digits);
    return {
      phone: 'processor 4 times slower, 1.6 Mbps, 150 ms round trip, nothing cached',
      runs,
      pages: contenders.map(({ name }, i) => ({
        page: name,
        firstByteMs: middle(found[i], 'firstByte'),
        firstContentfulPaintMs: middle(found[i], 'firstPaint'),
        largestContentfulPaintMs: middle(found[i], 'largestPaint'),
        blockedMs: middle(found[i], 'blocked'),
        cumulativeLayoutShift: rounded(Math.max(...(found[i] ?? []).map(({ layoutShift }) => layoutShift)), 3),
        ...(i > 0 && {
          firstPaintRatio: ratio(middle(found[i], 'firstPaint'), middle(found[0], 'firstPaint')),
          largestPaintRatio: ratio(middle(found[i], 'largestPaint'), middle(found[0], 'largestPaint'))
        })
      }))
    };
  });
}
