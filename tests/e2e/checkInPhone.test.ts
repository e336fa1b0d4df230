import { expect, test, type Browser, type Page } from '@playwright/test';
import { ownScale } from '../../src/lib/checkins/scales/ownScale.ts';
import { asked, groundOn, planOfRound, roundIsOpen, type Ground, type Scene } from './checkInGround.ts';
import { answerAll, arrived, begin, checkInPath, enterAs, send, toResult } from './checkInPage.ts';

test.setTimeout(240_000);

let ground: Ground;
let scene: Scene;
test.beforeAll(async () => {
  ground = await groundOn('pglite');
  scene = await ground.open(planOfRound);
  await roundIsOpen(scene);
});
test.afterAll(async () => {
  await scene.remove();
  await ground.remove();
});

const [width, height] = [320, 640];
const onPhone = (browser: Browser, person: number) =>
  enterAs(browser, scene, asked[person]!, { viewport: { width, height }, hasTouch: true, isMobile: true });

/** Whole on the screen as it stands, without scrolling, with nothing laid over its middle. */
async function inReach(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  await expect(button).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  const box = (await button.boundingBox())!;
  expect(box.x, name).toBeGreaterThanOrEqual(0);
  expect(box.y, name).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width, name).toBeLessThanOrEqual(width);
  expect(box.y + box.height, name).toBeLessThanOrEqual(height);
  const hit = await button.evaluate((element, { x, y }) => element.contains(document.elementFromPoint(x, y)), {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2
  });
  expect(hit, name).toBe(true);
}
/** Everything that this browser keeps for the site, as text. */
const keptText = (page: Page) => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
/** One press of Back, from wherever the walk stands. */
async function backTo(page: Page, path: string): Promise<void> {
  await page.evaluate(() => void setTimeout(() => history.back()));
  await expect(page).toHaveURL(path);
}
const lost = 'Your answers were not kept: nothing is stored before you send.';

test('on 320 × 640 Begin, and Back and Next under every statement, are in reach without scrolling; the answers keep their order', async ({
  browser
}) => {
  const page = await onPhone(browser, 0);
  await page.goto(checkInPath);
  await expect(page.getByRole('button', { name: 'Begin' })).toBeEnabled();
  await inReach(page, 'Begin');
  await page.getByRole('button', { name: 'Begin' }).tap();
  for (const { text } of ownScale.statements) {
    await expect(page.getByRole('heading', { name: text })).toBeFocused();
    await inReach(page, 'Back');
    await inReach(page, 'Next');
    const tops = await page
      .getByRole('radio')
      .evaluateAll((all) => all.map((radio) => radio.closest('label')!.getBoundingClientRect().bottom));
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    const next = (await page.getByRole('button', { name: 'Next' }).boundingBox())!;
    expect(tops.at(-1)).toBeLessThan(next.y);
    await page.getByText('Half the time', { exact: true }).locator('visible=true').tap();
  }
  await inReach(page, 'See my result');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
});

test('a reload or a way out in the middle says that the answers were not kept, keeps none of them, and leaves no dead places in the history', async ({
  browser
}) => {
  const page = await onPhone(browser, 1);
  await page.goto('/check-ins');
  await begin(page);
  for (let at = 1; at <= 3; at++) {
    await expect(page.getByText(`${at} of 9`)).toBeVisible();
    await page.getByText('Nearly always', { exact: true }).locator('visible=true').tap();
  }
  await expect(page.getByText('4 of 9')).toBeVisible();
  expect(await keptText(page)).not.toMatch(/statement|Nearly|bands|"4"|:4/);
  await page.reload();
  await expect(page.getByText(lost)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Begin' })).toBeEnabled();
  await inReach(page, 'Begin');

  // Said once: nothing was begun since.
  await page.reload();
  await expect(page.getByRole('button', { name: 'Begin' })).toBeEnabled();
  await expect(page.getByText(lost)).toBeHidden();
  // The places of the walk before the reload would show screens without their answers.
  await backTo(page, '/check-ins');

  await begin(page);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.getByRole('link', { name: 'Check-ins' }).tap();
  await page.goto(checkInPath);
  await expect(page.getByText(lost)).toBeVisible();
});

test('the result says that nothing was sent, with the way on in reach, and practices and the own history folded', async ({
  browser
}) => {
  const page = await onPhone(browser, 2);
  await begin(page);
  await toResult(page, 'Nearly always');
  await inReach(page, 'Go on to sending');
  await expect(page.getByText('Nothing has been sent yet.')).toBeInViewport();

  const keep = (await page.getByText('Keep this result for myself').boundingBox())!;
  const practice = page.locator('[data-practice]:not([hidden]) details');
  await expect(practice).toHaveCount(3);
  const first = (await practice.first().boundingBox())!;
  expect(keep.y).toBeLessThan(first.y);
  expect(first.y).toBeLessThan(1300);
  const steps = practice.first().locator('ol');
  await expect(steps).toBeHidden();
  await practice.first().locator('summary').tap();
  await expect(steps).toBeVisible();
});

test('after sending, the round says that one is done, what comes next and the way home; nothing chosen is left in the page', async ({
  browser
}) => {
  const page = await onPhone(browser, 3);
  await page.goto('/check-ins');
  await begin(page);
  await answerAll(page, 'Mostly', ['Time with my lead']);
  await send(page);
  await arrived(page);
  expect(await page.locator('input:checked, [data-result], [data-sends-band]').count()).toBe(0);
  await expect(page.getByText('Thank you. You are done for this round.')).toBeVisible();

  await backTo(page, '/check-ins');
  await page.goto(checkInPath);
  await expect(page.getByRole('heading', { name: 'You are done for this round' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Begin' })).toBeHidden();
  await expect(page.getByText('Nobody can see how you answered')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'What happens next' })).toBeVisible();
  await expect(page.getByText('You can hide yours there.').locator('visible=true')).toBeVisible();
  await page.getByRole('link', { name: 'Done, to home' }).tap();
  await expect(page).toHaveURL('/home');
});

test('a sealed answer that waits says so at once, also after a reload, and is sent when the network is back', async ({
  browser
}) => {
  const page = await onPhone(browser, 4);
  await begin(page);
  await answerAll(page, 'Not at all');
  await page.context().setOffline(true);
  await send(page);
  await expect(page.getByRole('heading', { name: 'Waiting for the network' })).toBeFocused();
  await expect(page.getByText('It will be sent when you are online').locator('visible=true')).toBeVisible();

  // The page can be had again, the rest of the server can't.
  let tries = 0;
  const server = /\/keys\/|\/token$|\/cast\//;
  await page.route(server, (route) => {
    tries++;
    return route.abort();
  });
  await page.context().setOffline(false);
  await expect.poll(() => tries).toBe(1);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Waiting for the network' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Begin' })).toBeHidden();
  // It has tried by itself, twice.
  await expect.poll(() => tries).toBe(3);
  await page.unroute(server);
  await page.getByRole('button', { name: 'Try again now' }).tap();
  await arrived(page);
});

test('the own history can be stopped, deleted alone, and forgotten with all of the device: three things, the last two asked again', async ({
  browser
}) => {
  const page = await onPhone(browser, 5);
  const kept = async () =>
    page.evaluate(() =>
      Object.keys(localStorage)
        .map((key) => key.replace(/^circlewell-([^:]*):.*$/, '$1'))
        .sort()
    );
  const passphrase = 'seven kettles on a hill';
  await begin(page);
  await toResult(page, 'Mostly');
  await page.getByText('Keep this result for myself').tap();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The same passphrase once more').fill(passphrase);
  await page.getByRole('button', { name: 'Keep it on this device' }).press('Enter');
  await expect(page.getByText('Kept. You find it under')).toBeVisible();

  await page.goto('/check-ins/history');
  await page.getByRole('button', { name: 'Stop keeping my history' }).press('Enter');
  await expect(page.getByText('Stopped. Check-ins on this device no longer offer')).toBeVisible();
  expect(await kept()).toEqual(['check-in', 'history', 'history-off']);
  await begin(page);
  await toResult(page, 'Mostly');
  await expect(page.getByText('You have stopped keeping your results.')).toBeVisible();
  await expect(page.getByText('Keep this result for myself')).toBeHidden();

  await page.goto('/check-ins/history');
  const really = page.getByRole('button', { name: 'Yes, delete my history' });
  await expect(really).toBeHidden();
  await page.locator('summary', { hasText: 'Delete the results …' }).press('Enter');
  await really.press('Enter');
  await expect(
    page.getByRole('status').filter({ hasText: 'Your history is deleted from this browser.' }).first()
  ).toBeFocused();
  expect(await kept()).toEqual(['check-in', 'history-off']);

  await page.locator('summary', { hasText: 'Forget everything …' }).press('Enter');
  await expect(page.getByText('This can’t be undone.')).toBeVisible();
  await page.getByRole('button', { name: 'Yes, forget it all' }).press('Enter');
  await expect(page.getByText('This browser keeps nothing of your check-ins any more.')).toBeVisible();
  expect(await kept()).toEqual([]);
  expect(await keptText(page)).not.toContain('circlewell-');
});
