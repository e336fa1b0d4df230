import type { Page, Request } from '@playwright/test';
import { expect, test } from './circlewell.ts';
import { demoPerson, scripted } from './house.ts';
import { startServer } from './server.ts';

const practice = '/library/practices/six-slow-breaths';

test('a page made at the build carries the same headers as one made now', async ({ request }) => {
  const names = ['content-security-policy', 'x-content-type-options', 'referrer-policy', 'permissions-policy'];
  const headersOf = async (path: string) => {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    const headers = answer.headers();
    const policy = headers['content-security-policy']?.split('; ').sort().join('; ');
    return [policy, ...[...names.slice(1), 'cross-origin-opener-policy'].map((name) => headers[name])];
  };
  const made = await headersOf('/library/search?q=breath');
  expect(made[0]).toContain("frame-ancestors 'none'");
  for (const path of ['/library', practice, `${practice}/play`, '/library/visuals/compassion-steps.svg'])
    expect(await headersOf(path), path).toEqual(made);
  expect((await request.get('/library')).headers()['strict-transport-security']).toBeUndefined();
});

test('behind a proxy that speaks https, these pages ask for https from then on', async () => {
  const server = await startServer(process.env.CIRCLEWELL_E2E_TEMPLATE, { TRUST_PROXY: '1' });
  try {
    for (const path of ['/library', '/library/search']) {
      const { headers } = await fetch(server.url + path, { headers: { 'x-forwarded-proto': 'https' } });
      expect(headers.get('strict-transport-security'), path).toBe('max-age=31536000');
    }
  } finally {
    await server.remove();
  }
});

test('library pages are light, nothing in them moves, and only this site is asked', async ({ page, server }) => {
  const pages = [
    '',
    '/practices',
    '/practices/six-slow-breaths',
    '/practices/six-slow-breaths/play',
    '/search?q=breath'
  ];
  const asked: string[] = [];
  // Scripts are weighed on each page anew: with a route the browser keeps nothing.
  await page.route('**/*', (route) => route.continue());
  page.on('request', (request) => asked.push(request.url()));
  await page.addInitScript(() => {
    const seen = globalThis as unknown as { shifted: number };
    seen.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shifted += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    localStorage.setItem('circlewell-practices', JSON.stringify({ favourites: ['kind-wish', 'badge-off'], plan: [] }));
  });
  for (const path of pages) {
    const sizes: Promise<number>[] = [];
    const count = (request: Request) => {
      if (request.resourceType() === 'script')
        sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    };
    page.on('requestfinished', count);
    await page.goto(`/library${path}`, { waitUntil: 'networkidle' });
    page.off('requestfinished', count);
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(bytes, path).toBeGreaterThan(0);
    expect(bytes, path).toBeLessThan(6_000);
    expect(await page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted), path).toBe(0);
  }
  expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([]);
});

test('search finds without scripts, marks the words, and takes a slip of the key', async ({ browser, server }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${server.url}/library`);
  await page.getByRole('searchbox').fill('waitin list');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/\/library\/search\?q=waitin/);
  const results = page.getByRole('main').getByRole('listitem');
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('The full waiting list');
  await expect(results.locator('mark').first()).toHaveText(/waiting|list/i);

  await page
    .getByRole('navigation', { name: 'Kinds of text' })
    .getByRole('link', { name: /Scenarios/ })
    .click();
  await expect(page).toHaveURL(/kind=scenario/);
  await expect(page.getByText('Scenario · ').first()).toBeVisible();
  await expect(page.getByText('Handout · ')).toHaveCount(0);

  await page.getByRole('searchbox').fill('<script>zzzz');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByText('Search with a word or two')).toBeVisible();
  await page.context().close();
});

test('search answers while one types', async ({ page }) => {
  await page.goto('/library/search');
  await scripted(page);
  await page.getByRole('searchbox').pressSequentially('slow brea');
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Six slow breaths');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await expect(page).toHaveURL(/q=slow\+brea/);
});

test('a practice plays to its end by keyboard, and says each step once', async ({ page }) => {
  await page.clock.install();
  await page.goto(`${practice}/play`);
  await scripted(page);
  const steps = page.locator('[data-step]');
  const count = await steps.count();
  const seconds = await steps.evaluateAll((all) => all.map((step) => Number((step as HTMLElement).dataset.step)));
  const texts = await steps.allTextContents();
  await expect(page.getByText(`Step 1 of ${count}`)).toBeVisible();
  await expect(steps.nth(1)).toBeHidden();

  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[aria-live]')).toHaveText(texts[1]!);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.clock.runFor((seconds[0]! - 1) * 1000);
  await page.keyboard.press('Space');
  await page.clock.runFor(600_000);
  await expect(page.getByText(`Step 1 of ${count}`)).toBeVisible();
  await page.keyboard.press('Space');
  await page.clock.runFor(1500);
  await expect(page.getByText(`Step 2 of ${count}`)).toBeVisible();
  await page.clock.runFor(60_000);

  await expect(page.getByRole('heading', { name: 'That was it.' })).toBeFocused();
  await expect(steps.last()).toBeHidden();
  await page.getByRole('button', { name: 'Once more' }).press('Enter');
  await expect(page.getByText(`Step 1 of ${count}`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Begin' })).toBeFocused();
});

const ringMoves = (page: Page) =>
  page.locator('[data-ring]').evaluate((ring) => ring.getAnimations().map(({ playState }) => playState));

test('the ring moves for those who like it, and for nobody else', async ({ browser, server, page }) => {
  await page.goto(`${practice}/play`);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.locator('.player-ring')).toBeHidden();
  expect(await ringMoves(page)).toEqual([]);

  const lively = await (await browser.newContext({ reducedMotion: 'no-preference' })).newPage();
  await lively.goto(`${server.url}${practice}/play`);
  await lively.getByRole('button', { name: 'Begin' }).click();
  await expect(lively.locator('.player-ring')).toBeVisible();
  expect(await ringMoves(lively)).toEqual(['running']);
  await lively.context().close();
});

test('without scripts a practice is a plain list of steps', async ({ browser, server }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${server.url}${practice}/play`);
  for (const step of await page.locator('[data-step]').all()) await expect(step).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await page.goto(`${server.url}/library/practices`);
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('radio')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Six slow breaths' })).toBeVisible();
  await page.context().close();
});

test('favourites and the plan stay on the device over a reload, and go when they are deleted', async ({ page }) => {
  const posted: string[] = [];
  page.on('request', (request) => request.method() === 'GET' || posted.push(request.url()));
  await page.goto(practice);
  await page.getByRole('button', { name: 'Favourite: Six slow breaths' }).click();
  await page.goto('/library/practices');
  const favourites = page.getByRole('region', { name: 'Your favourites' });
  await expect(favourites.getByRole('link', { name: 'Six slow breaths' })).toBeVisible();
  await page.getByLabel('When').fill('the kettle <b>boils</b>');
  await page.getByLabel('I will do').fill('Shake it off');
  await page.getByRole('button', { name: 'Add to my plan' }).click();
  await expect(page.getByText('Only you can read this.')).toBeVisible();

  await page.reload();
  await expect(page.getByText('When the kettle <b>boils</b>, I will do Shake it off.')).toBeVisible();
  await expect(favourites.getByRole('link', { name: 'Six slow breaths' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Favourite: Six slow breaths' })).toHaveAttribute(
    'aria-pressed',
    'true'
  );

  await page.getByRole('button', { name: /Delete my plan/ }).click();
  await expect(favourites.getByRole('link', { name: 'Six slow breaths' })).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(posted).toEqual([]);
});

test('practices are filtered by their minutes', async ({ page }) => {
  await page.goto('/library/practices');
  await page.getByRole('radio', { name: '10 minutes' }).check();
  await expect(page.getByRole('link', { name: 'By the window' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Six slow breaths' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Breath', exact: true })).toBeHidden();
  await page.getByRole('radio', { name: 'Any length' }).check();
  await expect(page.getByRole('link', { name: 'Six slow breaths' })).toBeVisible();
});

test('a scenario shows its note first, and its story only to those who open it', async ({ page }) => {
  await page.goto('/library/scenarios/the-joke');
  const story = page.getByText('Then Greg does the voice.');
  await expect(page.getByText('Before you read')).toBeVisible();
  await expect(story).toBeHidden();
  await page.getByText('Read the situation').click();
  await expect(story).toBeVisible();
  const order = await page
    .getByRole('main')
    .locator('ol')
    .first()
    .getByRole('listitem')
    .locator('strong')
    .allTextContents();
  expect(order).toEqual(['Notice.', 'Understand.', 'Wish to help.', 'Discern the best act.', 'Act.']);
  await expect(page.getByRole('link', { name: 'Put into a circle' })).toHaveAttribute(
    'href',
    '/library/use/scenario/the-joke'
  );
});

test('from the home page the library opens without the framework, and leads back', async ({ api, enter }) => {
  const page = await enter(await demoPerson(api, 'member'));
  await page.goto('/home');
  await scripted(page);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible();
  expect(
    await page.evaluate(
      () => performance.getEntriesByType('resource').filter(({ name }) => /\/(start|app)\./.test(name)).length
    )
  ).toBe(0);
  await page.getByRole('link', { name: 'Your circles' }).click();
  await expect(page).toHaveURL(/\/home$/);
});
