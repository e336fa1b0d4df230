import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '../chromium.ts';
import type { Member } from './makeGround.ts';

// What Lighthouse takes for a phone on a slow line.
const slowLine = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const slowdown = 4;
// A page that is not in front is slowed down by the browser, which is not what is measured.
const inFront = [
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--disable-background-timer-throttling'
];

export type Phone = { page: Page; cdp: CDPSession; close: () => Promise<void> };
export type PhoneOptions = { origin: string; cookies?: Member['cookies']; slowLine?: boolean; slowdown?: number };

export async function withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('there is no browser: npm test gets one, or set CHROMIUM to its path');
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags, ...inFront] });
  return use(browser).finally(() => browser.close());
}

/** A page on a phone: a processor four times slower than this one, nothing in the cache, and a slow line if asked for. */
export async function openPhone(browser: Browser, options: PhoneOptions): Promise<Phone> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
    isMobile: true,
    hasTouch: true
  });
  await context.addCookies((options.cookies ?? []).map((cookie) => ({ ...cookie, url: options.origin })));
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  if (options.slowLine) await cdp.send('Network.emulateNetworkConditions', slowLine);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: options.slowdown ?? slowdown });
  return { page, cdp, close: () => context.close() };
}

/** Milliseconds from the start of the page to a `performance.mark`. */
export async function waitForMark(page: Page, name: string, timeout = 60_000): Promise<number> {
  await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, name, { timeout, polling: 100 });
  return page.evaluate((mark) => performance.getEntriesByName(mark)[0]?.startTime ?? NaN, name);
}
