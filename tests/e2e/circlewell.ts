import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type BrowserContextOptions, type Page } from '@playwright/test';
import type { Api } from '../policies/furnish.ts';
import { signIn, type Person } from './house.ts';
import { startServer, type TestServer } from './server.ts';

type Visit = (page: Page, path: string) => Promise<void>;

type Fixtures = {
  /** Goes to a path of the server and looks at the page as `checkPage` does. */
  visit: Visit;
  /** Looks at the page as it stands with axe: light and dark, 320 and 1280 px wide. Expects nothing to be found. */
  checkPage: (page: Page) => Promise<void>;
  /** The server's API for supabase-js, as `clientOf` in policies/furnish.ts takes it: for setting up. */
  api: Api;
  /** A browser of its own in which this person is signed in, and a page in it. */
  enter: (person: Person, options?: BrowserContextOptions) => Promise<Page>;
  serverLog: void;
};

/** What axe finds by colour: the only rules whose answer another colour scheme changes. The others are asked once a width. */
const ofColour = ['color-contrast', 'link-in-text-block'];
const looks = [
  { width: 1280, height: 800, colorScheme: 'light', rules: 'all' },
  { width: 1280, height: 800, colorScheme: 'dark', rules: 'of colour' },
  { width: 320, height: 640, colorScheme: 'dark', rules: 'all' },
  { width: 320, height: 640, colorScheme: 'light', rules: 'of colour' }
] as const;

/** The browser tells the page of another colour scheme a little later; axe would read half of the one and half of the other. */
async function drawn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.waitForFunction((scheme) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches, colorScheme);
  await twoFrames(page);
}

const twoFrames = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** One line a finding: what is wrong, where, and in which look, so that the failure can be read without a report. */
async function findings(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  for (const { width, height, colorScheme, rules } of looks) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await drawn(page, colorScheme);
    // Legacy mode: one frame only, no extra tab a run.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (rules === 'all' ? axe : axe.withRules(ofColour)).analyze();
    for (const { id, help, nodes } of violations) {
      const where = nodes.map(({ html, failureSummary }) => `${html}\n      ${failureSummary}`).join('\n    ');
      found.push(`${width} px, ${colorScheme}: ${id}: ${help}\n    ${where}`);
    }
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    if (overflow > 0) found.push(`${width} px: the page is ${overflow} px wider than the screen`);
  }
  await page.emulateMedia({ colorScheme: null });
  if (before) {
    await page.setViewportSize(before);
    // What is pressed next must lie where it will stay.
    await page.waitForFunction((width) => innerWidth === width, before.width);
    await twoFrames(page);
  }
  return found;
}

async function checkPage(page: Page): Promise<void> {
  expect(await findings(page), `what axe finds on ${new URL(page.url()).pathname}`).toEqual([]);
}

export const test = base.extend<Fixtures, { server: TestServer }>({
  // One server a worker: tests in it make their own people and circles, and do not meet.
  server: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs from this pattern
    async ({}, use) => {
      const server = await startServer(process.env.CIRCLEWELL_E2E_TEMPLATE);
      await use(server);
      await server.remove();
    },
    { scope: 'worker', timeout: 90_000 }
  ],
  baseURL: ({ server }, use) => use(server.url),
  api: ({ server }, use) => use({ url: server.url, publishableKey: server.keys().publishableKey, fetch }),
  enter: async ({ browser, api }, use) => {
    const contexts: { close: () => Promise<void> }[] = [];
    await use(async (person, options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      await signIn(context, api, person);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  // eslint-disable-next-line no-empty-pattern -- as above
  checkPage: ({}, use) => use(checkPage),
  visit: ({ server }, use) =>
    use(async (page, path) => {
      const answer = await page.goto(new URL(path, server.url).href);
      expect(answer?.status(), `the answer to ${path}`).toBeLessThan(500);
      await checkPage(page);
    }),
  serverLog: [
    async ({ server }, use, testInfo) => {
      await use();
      if (testInfo.status !== testInfo.expectedStatus) {
        await testInfo.attach('server log', { body: server.log(), contentType: 'text/plain' });
      }
    },
    { auto: true }
  ]
});

export { expect };
