import type { Page } from '@playwright/test';
import { NEUTRAL_ADDRESS } from '../../src/lib/safety/exit.ts';
import { expect, test } from './circlewell.ts';
import { demoPages, publishDemo } from './everyPage.ts';
import { demoPerson, goTo } from './house.ts';
import { demoTraining } from './trainingGround.ts';

/** Answers for the neutral site, when it is let: nothing in these tests leaves the machine. */
async function holdNeutralSite(page: Page): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.context().route(`${NEUTRAL_ADDRESS}**`, async (route) => {
    await held;
    await route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Weather</h1>' });
  });
  return letGo;
}

/** What the page looks like each time its body changes its style: by then nothing may be left of it. */
async function watchCover(page: Page): Promise<{ visible: boolean; title: string }[]> {
  const seen: { visible: boolean; title: string }[] = [];
  await page.exposeFunction('tellLook', (look: (typeof seen)[number]) => void seen.push(look));
  await page.evaluate(() => {
    const look = () => ({ visible: document.body.checkVisibility(), title: document.title });
    const { tellLook } = window as unknown as { tellLook: (now: ReturnType<typeof look>) => void };
    new MutationObserver(() => tellLook(look())).observe(document.body, { attributeFilter: ['style'] });
  });
  return seen;
}

const ways = {
  'the button': (page: Page) => page.getByRole('link', { name: 'Leave quickly' }).click({ noWaitAfter: true }),
  'Shift three times': async (page: Page) => {
    for (let times = 0; times < 3; times++) await page.keyboard.press('Shift');
  }
};

for (const [name, leave] of Object.entries(ways)) {
  test(`${name} covers the page at once and leaves in its place in the history`, async ({ api, enter }) => {
    const page = await enter(await demoPerson(api, 'member'));
    const letGo = await holdNeutralSite(page);
    await page.goto('/privacy');
    await goTo(page, '/home');
    const looks = await watchCover(page);

    await leave(page);

    // The neutral site has not answered yet.
    await expect.poll(() => looks).toEqual([{ visible: false, title: '' }]);
    letGo();
    await expect(page.getByRole('heading', { name: 'Weather' })).toBeVisible();
    expect(page.url()).toBe(NEUTRAL_ADDRESS);
    await page.goBack();
    await expect(page).toHaveURL(/\/privacy$/);
  });
}

test('no form that was being typed in holds the way out back', async ({ api, enter }) => {
  const ground = await demoTraining(api);
  const page = await enter(await demoPerson(api, 'trainer'));
  (await holdNeutralSite(page))();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  const typed = {
    '': () => page.getByLabel('For the next time').pressSequentially('Something nobody is to see'),
    '/timetable': () => page.locator('[data-control^="title "]').first().pressSequentially('More')
  };
  for (const [part, type] of Object.entries(typed)) {
    await goTo(page, `/trainings/${ground.training}${part}`);
    await type();
    await page.getByRole('link', { name: 'Leave quickly' }).click();
    await expect(page.getByRole('heading', { name: 'Weather' })).toBeVisible();
  }
  expect(asked).toEqual([]);
});

test('the way out leaves without scripts too', async ({ browser, server }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  (await holdNeutralSite(page))();
  await page.goto(`${server.url}/privacy`);

  await page.getByRole('link', { name: 'Leave quickly' }).click();

  await expect(page).toHaveURL(NEUTRAL_ADDRESS);
  await page.context().close();
});

test('the way out is in reach while a dialog covers the page', async ({ api, enter }) => {
  const { lead } = await demoPages(api);
  const page = await enter(await demoPerson(api, 'lead'));
  const letGo = await holdNeutralSite(page);
  await goTo(page, lead.find(({ route }) => route.endsWith('/themes/[question]'))!.path);
  await page.getByRole('button', { name: 'Keys' }).click();
  const dialog = page.getByRole('dialog');
  // The way out stands second: Enter pressed too soon only closes.
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  letGo();
  await dialog.getByRole('link', { name: 'Leave quickly' }).click();
  await expect(page).toHaveURL(NEUTRAL_ADDRESS);
});

test('pages for everybody show people who are signed in their own contacts and the way back', async ({
  api,
  enter
}) => {
  const page = await enter(await demoPerson(api, 'member'));
  for (const path of ['/privacy', '/join', '/']) {
    await page.goto(path);
    await expect(page.getByText('Employee assistance line'), path).toBeVisible();
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Team' }), path).toBeVisible();
  }
});

test('shift pressed while writing, or twice only, does not leave', async ({ api, enter }) => {
  const page = await enter(await demoPerson(api, 'member'));
  await goTo(page, '/account');

  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await page.getByLabel('Your name').press('Shift+A');
  await page.keyboard.press('Shift+B');
  await page.keyboard.press('Shift+C');

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/account');
});

type Asked = { url: string; from: string };

/** Opens pages one after the other and checks what every page must keep. */
async function walk(page: Page, paths: string[]): Promise<void> {
  const origin = new URL(page.url()).origin;
  const elsewhere: Asked[] = [];
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && host !== new URL(origin).host)
      elsewhere.push({ url: request.url(), from: page.url() });
  });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));

  for (const path of paths) {
    const answer = await page.goto(path);
    const headers = answer?.headers() ?? {};
    expect(headers['content-security-policy'], path).toContain("default-src 'self'");
    expect(headers['content-security-policy'], path).not.toContain('http');
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['referrer-policy'], path).toBe('same-origin');
    expect(await page.title(), path).toBe('Circlewell');
    expect(await page.evaluate(() => document.cookie), path).toBe('');
    await expect(page.getByRole('link', { name: 'Leave quickly' }), path).toBeVisible();
    await expect(page.getByRole('heading', { name: 'If you need to talk to someone' }), path).toBeVisible();
  }
  await page.waitForLoadState('networkidle');
  expect(elsewhere, 'asked of other sites').toEqual([]);
  expect(complaints).toEqual([]);
}

test('no page a visitor opens asks anything of another site or tells what it is', async ({ page, api }) => {
  await page.goto('/');
  await walk(
    page,
    (await demoPages(api)).visitor.map(({ path }) => path)
  );
  await expect(page.getByText('If someone is in danger now, call your local emergency number.')).toBeVisible();
});

test('no page a lead opens asks anything of another site, and each shows the support contacts', async ({
  api,
  enter
}) => {
  test.setTimeout(120_000);
  const { lead } = await demoPages(api);
  const page = await enter(await demoPerson(api, 'lead'));
  await page.goto('/home');
  await publishDemo(
    page,
    lead.find(({ route }) => route.endsWith('/publish'))!
  );

  await walk(
    page,
    lead.map(({ path }) => path)
  );

  await expect(page.getByText('Employee assistance line')).toBeVisible();
  const cookies = await page.context().cookies();
  expect(cookies.length).toBeGreaterThan(0);
  for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
});

test('no page an admin opens asks anything of another site', async ({ api, enter }) => {
  const page = await enter(await demoPerson(api, 'admin'));
  await page.goto('/home');
  await walk(
    page,
    (await demoPages(api)).admin.map(({ path }) => path)
  );
});

test('what stays behind the back button after signing out is nothing of a team', async ({ api, enter }) => {
  const page = await enter(await demoPerson(api, 'member'));
  const answer = await page.goto('/home');
  expect(answer?.headers()['cache-control']).toContain('no-store');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();

  await page.goBack();

  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});
