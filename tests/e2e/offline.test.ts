import { expect, test, type Browser, type Page } from '@playwright/test';
import { NEUTRAL_ADDRESS } from '../../src/lib/safety/exit.ts';
import { asked, groundOn, planOfRound, roundIsOpen, type Ground, type Scene } from './checkInGround.ts';
import { begin, checkInPath, enterAs } from './checkInPage.ts';
import { goTo } from './house.ts';
import { allOfThem, allPractices, kept, ofTeams, packsAreKept, textsWith } from './keptOnDevice.ts';

let ground: Ground;
let scene: Scene;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  ground = await groundOn('pglite');
  scene = await ground.open(planOfRound);
  await roundIsOpen(scene);
});
test.afterAll(async () => {
  await scene.remove();
  await ground.remove();
});

const enter = (browser: Browser, person = 0) =>
  enterAs(browser, scene, asked[person]!, { serviceWorkers: 'allow', viewport: { width: 390, height: 780 } });

const withoutNetwork = (page: Page) => page.getByRole('heading', { name: 'Without a network', level: 1 });

test('in airplane mode the practices are there after a reload, and one plays to its end', async ({ browser }) => {
  const context = await browser.newContext({ serviceWorkers: 'allow', baseURL: scene.server.url });
  const page = await context.newPage();
  await goTo(page, '/');
  await allPractices(page);
  const { paths, bytes } = await kept(page);
  expect(bytes).toBeLessThan(1_500_000);
  expect(Object.keys(paths)).toEqual([expect.stringMatching(/^circlewell-library-/)]);
  test.info().annotations.push({ type: 'kept', description: `${bytes} bytes` });

  await context.setOffline(true);
  await page.goto('/library/practices');
  await page.reload();
  await page.getByRole('link', { name: 'Six slow breaths' }).first().click();
  await page.getByRole('link', { name: 'Play this practice' }).click();
  await expect(page).toHaveURL('/library/practices/six-slow-breaths/play');
  await page.clock.install();
  await page.reload();
  await page.getByRole('button', { name: 'Begin' }).click();
  const steps = await page
    .locator('[data-step]')
    .evaluateAll((all) => all.map((step) => Number((step as HTMLElement).dataset.step)));
  for (const [at, seconds] of steps.entries()) {
    await expect(page.locator('[data-step][data-now]')).toHaveCount(1);
    await expect(page.getByText(`Step ${at + 1} of ${steps.length}`)).toBeVisible();
    await page.clock.runFor(seconds * 1000);
  }
  await expect(page.locator('[data-end]')).toBeFocused();
  await context.close();
});

test('the next circle’s pack and a check-in in progress open without a server; nothing else of a team does, and nothing stays after signing out', async ({
  browser
}) => {
  const page = await enter(browser);
  const ballots: boolean[] = [];
  page.on('response', (response) => {
    if (/\/keys\/|\/token$|\/cast\//.test(response.url())) ballots.push(response.fromServiceWorker());
  });
  await packsAreKept(page);
  const packs = await ofTeams(page);
  // The name of the team: what is looked for after signing out can be found before.
  expect(await textsWith(page, 'Outreach')).toEqual(expect.arrayContaining(packs));
  await begin(page);
  await expect.poll(() => ofTeams(page)).toEqual([checkInPath, ...packs]);
  await page.goto('/check-ins');
  await page.goto('/account');
  await expect(page.getByText('The open check-in, until')).toBeVisible();
  expect(await ofTeams(page)).toEqual([checkInPath, ...packs]);

  // Now the worker answers for the page; with what an answer is sealed and sent by, it has nothing to do.
  await begin(page);
  await expect.poll(() => ballots.length).toBeGreaterThan(1);
  expect(ballots).not.toContain(true);

  await page.context().setOffline(true);
  await scene.server.stop();
  // A page that is not kept: what is here is shown in its place.
  await page.goto('/home');
  await expect(withoutNetwork(page)).toBeVisible();
  await page.locator(`a[href="${packs[0]}"]`, { hasText: 'Pack of the circle' }).click();
  await expect(page).toHaveURL(packs[0]!);
  const sheets = page.locator('.pack');
  await expect(sheets).toBeVisible();
  // Its scripts are here too.
  await page.waitForFunction(() => document.documentElement.classList.contains('scripted'));
  await page.reload();
  await expect(sheets).toBeVisible();
  await page.getByRole('link', { name: 'Circlewell', exact: true }).click();
  await expect(withoutNetwork(page)).toBeVisible();

  await begin(page);
  await page.getByText('Mostly', { exact: true }).locator('visible=true').click();
  await expect(page.getByText('2 of 9')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Your answers were not kept')).toBeVisible();
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByText('1 of 9')).toBeVisible();
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);

  await page.goto('/home');
  await scene.server.start();
  await page.context().setOffline(false);
  // By itself, as the network is back.
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect.poll(() => ofTeams(page)).toEqual([]);
  expect(await textsWith(page, 'Outreach')).toEqual([]);
  await page.context().close();
});

test('a quick exit without a network covers the pack, and neither Back nor the page itself brings it back', async ({
  browser
}) => {
  const page = await enter(browser);
  await packsAreKept(page);
  const [pack] = await ofTeams(page);
  // The server too: a browser that has just started its worker again may not have told it yet that the network is off.
  await page.context().setOffline(true);
  await scene.server.stop();
  await page.goto('/somewhere');
  await expect(withoutNetwork(page)).toBeVisible();
  await page.goto(pack!);
  await expect(page.locator('.pack')).toBeVisible();
  await page.getByRole('link', { name: 'Leave quickly' }).click();
  await expect
    .poll(() =>
      page
        .locator('.pack')
        .isVisible()
        .catch(() => false)
    )
    .toBe(false);
  await page.goBack().catch(() => null);
  await expect(withoutNetwork(page)).toBeVisible();
  // The way out of the page that is shown instead works too, by its keys.
  const away = page
    .waitForRequest((request) => request.url().startsWith(NEUTRAL_ADDRESS), { timeout: 5_000 })
    .catch(() => null);
  for (let times = 0; times < 3; times++) await page.keyboard.press('Shift');
  await away;
  await expect
    .poll(() =>
      withoutNetwork(page)
        .isVisible()
        .catch(() => false)
    )
    .toBe(false);
  await page.context().close();
  await scene.server.start();
});

test('what is kept goes when the session is over, and when somebody else signs in', async ({ browser }) => {
  const page = await enter(browser);
  await packsAreKept(page);
  await page.context().clearCookies();
  await page.goto('/home');
  await expect(page).toHaveURL('/sign-in?next=%2Fhome');
  await expect.poll(() => ofTeams(page)).toEqual([]);
  await page.context().close();

  const shared = await enter(browser, 1);
  await packsAreKept(shared);
  const other = await enter(browser, 2);
  await shared.context().clearCookies();
  await shared.context().addCookies(await other.context().cookies());
  await shared.goto('/account');
  await expect.poll(() => ofTeams(shared)).toEqual([]);
  for (const page of [shared, other]) await page.context().close();
});

test('on one device all of it can be removed, and turned off: then no worker is left and nothing comes back', async ({
  browser
}) => {
  const page = await enter(browser);
  await packsAreKept(page);
  await allPractices(page);
  await goTo(page, '/account');
  await expect(page.getByText(`${allOfThem} practices`)).toBeVisible();
  await page.getByRole('button', { name: 'Remove it now' }).click();
  await expect(page.getByText('Removed. It comes back')).toBeVisible();
  expect((await kept(page)).paths).toEqual({});

  await page.getByRole('button', { name: 'Turn it off on this device' }).click();
  await expect(page.getByText('Turned off on this device').first()).toBeVisible();
  await goTo(page, '/home');
  await goTo(page, '/account');
  await expect(page.getByText('Turned off on this device').first()).toBeVisible();
  expect((await kept(page)).paths).toEqual({});
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);

  await page.getByRole('button', { name: 'Turn it on again' }).click();
  await allPractices(page);
  await page.context().close();
});

test('the app can be installed: a neutral name, icons of their sizes, home to begin with', async ({ page }) => {
  await page.goto(scene.server.url);
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  const answer = await page.request.get(new URL(href!, scene.server.url).href);
  expect(answer.headers()['content-type']).toContain('application/manifest+json');
  const manifest = (await answer.json()) as {
    name: string;
    start_url: string;
    icons: { src: string; sizes: string }[];
  };
  expect([manifest.name, manifest.start_url]).toEqual(['Circlewell', '/home']);
  const apple = { src: (await page.locator('link[rel=apple-touch-icon]').getAttribute('href'))!, sizes: '180x180' };
  for (const { src, sizes } of [...manifest.icons, apple]) {
    const icon = await (await page.request.get(new URL(src, scene.server.url).href)).body();
    // Width and height stand in the first chunk of a PNG.
    expect(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`, src).toBe(sizes);
    expect(icon.length, src).toBeLessThan(20_000);
  }
});
