import type { Page } from '@playwright/test';
import { openCircle } from '../policies/gathering.ts';
import { expect, test } from './circlewell.ts';
import { demoPages, everyRoute, publishDemo } from './everyPage.ts';
import { demoPerson, goTo, newTeam } from './house.ts';
import { tabTo } from './keyboard.ts';
import type { Opened } from './opened.ts';

// Every page is looked at four times, which takes a while: the two servers share the work.
test.describe.configure({ mode: 'parallel', timeout: 240_000 });

test('no page is left out of the walk', async ({ api }) => {
  const walked = Object.values(await demoPages(api))
    .flat()
    .map(({ route }) => route);
  expect([...new Set(walked)].sort()).toEqual(everyRoute());
});

type Visit = (page: Page, path: string) => Promise<void>;

async function visitAll(page: Page, visit: Visit, pages: Opened[]): Promise<void> {
  for (const { route, path } of pages) {
    await test.step(route, async () => {
      await visit(page, path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    });
  }
}

test('a visitor’s pages have no faults that axe knows, light and dark, wide and on a phone', async ({
  page,
  api,
  visit
}) => {
  await visitAll(page, visit, (await demoPages(api)).visitor);
  await visit(page, '/no-such-page');
});

// In parts, so that several servers share the walk.
const parts = 6;
for (let part = 0; part < parts; part++) {
  test(`a lead’s pages have no faults that axe knows, part ${part + 1} of ${parts}`, async ({ api, enter, visit }) => {
    const { lead } = await demoPages(api);
    const mine = lead.filter((_, i) => i % parts === part);
    const page = await enter(await demoPerson(api, 'lead'));
    await page.goto('/home');
    if (mine.some(({ route }) => route.includes('/report')))
      await publishDemo(
        page,
        lead.find(({ route }) => route.endsWith('/publish'))!
      );
    await visitAll(page, visit, mine);
  });
}

const trainerParts = 4;
for (let part = 0; part < trainerParts; part++) {
  test(`a trainer’s pages have no faults that axe knows, part ${part + 1} of ${trainerParts}`, async ({
    api,
    enter,
    visit
  }) => {
    const { trainer } = await demoPages(api);
    const page = await enter(await demoPerson(api, 'trainer'));
    const pages = [{ route: '/home', path: '/home' }, ...trainer];
    await visitAll(page, visit, pages.filter((_, i) => i % trainerParts === part)); // prettier-ignore
  });
}

test('an admin’s pages have no faults that axe knows', async ({ api, enter, visit }) => {
  const page = await enter(await demoPerson(api, 'admin'));
  await visitAll(page, visit, [{ route: '/home', path: '/home' }, ...(await demoPages(api)).admin]);
});

test('a member’s pages, the open note and the refusals have no faults that axe knows', async ({
  api,
  enter,
  visit,
  checkPage
}) => {
  const { lead, admin } = await demoPages(api);
  const page = await enter(await demoPerson(api, 'member'));
  const read = [
    '/teams/[team]',
    '/circles/[circle]',
    '/circles/[circle]/agenda',
    '/circles/[circle]/themes/[question]',
    '/circles/[circle]/attendance',
    '/circles/[circle]/record',
    '/circles/[circle]/live',
    '/circles/[circle]/live/screen',
    '/teams/[team]/actions',
    '/teams/[team]/agreements',
    '/series/[series]'
  ];
  await visitAll(
    page,
    visit,
    lead.filter(({ route }) => read.includes(route))
  );
  await visit(page, '/circles/no-such-circle');
  await expect(page.getByRole('heading', { level: 1, name: 'There is nothing at this address' })).toBeVisible();
  await visit(page, admin.find(({ route }) => route.endsWith('/people'))!.path);
  await expect(page.getByRole('heading', { level: 1, name: 'This is not open to you' })).toBeVisible();

  // Joss is the recorder of this table: the editor opens by itself.
  await goTo(page, lead.find(({ route }) => route.endsWith('/[group]'))!.path);
  await expect(page.getByRole('textbox', { name: 'Note of Table by the window on question 1' })).toBeFocused();
  await page.keyboard.type('Someone who asks');
  await checkPage(page);
});

test('a circle is planned from the home page with the keyboard alone', async ({ api, enter }) => {
  const { lead } = await newTeam(api);
  const page = await enter(lead);
  await goTo(page, '/home');

  await tabTo(page, page.getByRole('link', { name: 'Plan a circle' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Plan a circle' })).toBeVisible();
  await tabTo(page, page.getByRole('radio', { name: 'Staff circle · 45 minutes' }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Staff circle with a scenario · 60 minutes' })).toBeChecked();
  await tabTo(page, page.getByLabel('What is it called?'));
  await page.keyboard.type('Planned by keyboard');
  await tabTo(page, page.getByRole('button', { name: 'Plan this circle' }));
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: 'Planned by keyboard' })).toBeVisible();
});

test('a phone of 320 pixels never scrolls sideways, however long a word is', async ({ api, enter }) => {
  const team = await newTeam(api);
  const word = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(3);
  const { circle, questions } = await openCircle(team.lead.client, team.team, word.slice(0, 120));
  const page = await enter(team.lead, { viewport: { width: 320, height: 640 } });

  for (const path of [
    `/teams/${team.team}`,
    ...['', '/agenda', '/notes', `/themes/${questions[0]}`].map((part) => `/circles/${circle}${part}`)
  ]) {
    await page.goto(path);
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(widths[0], path).toBeLessThanOrEqual(widths[1]!);
  }
});
