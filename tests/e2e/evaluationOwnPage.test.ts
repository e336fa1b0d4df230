import { expect, test, type Browser, type Page } from '@playwright/test';
import { builtInForm } from '../../src/lib/training/evaluation/form.ts';
import { groundOn, type Ground, type Scene } from './checkInGround.ts';
import { choose, few, formPath, formsAreOpen, participants, planOfForms, send, sendWithGaps } from './formGround.ts';

test.setTimeout(240_000);

let ground: Ground;
let scene: Scene;
test.beforeAll(async () => {
  ground = await groundOn('pglite');
  scene = await ground.open(planOfForms(builtInForm));
  await formsAreOpen(scene);
});
test.afterAll(async () => {
  await scene?.remove();
  await ground?.remove();
});

const ownPath = (person: number) => `/place/${participants[person]!.secret}`;
const card = (page: Page) => page.getByRole('listitem').filter({ hasText: 'After the training' });
const question = (page: Page, title: string) => page.getByRole('dialog', { name: title });
async function onPhone(browser: Browser, person: number, options = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: scene.server.url, viewport: { width: 320, height: 640 }, ...options }); // prettier-ignore
  const page = await context.newPage();
  await page.goto(ownPath(person));
  return page;
}

test('without scripts the own page says why the form needs them, and leads to paper', async ({ browser }) => {
  const page = await onPhone(browser, 0, { javaScriptEnabled: false });
  const drawn = await page.locator('main').evaluate((main: HTMLElement) => main.innerText);
  expect(drawn).toContain('your own device seals your answers before they leave');
  expect(drawn).toContain('A paper form from a trainer is counted the same way.');
  await expect(page.getByRole('link', { name: 'Fill in the form' })).toHaveCount(0);
  await page.context().close();
});

test('says beforehand that nothing is kept and where it can be filled in, asks about gaps, keeps the sealed form over a reload without a network, and says that it is sent', async ({
  browser
}) => {
  const page = await onPhone(browser, 1, { serviceWorkers: 'allow' });
  await expect(card(page)).toContainText('only in the browser in which this page was open first');
  await card(page).getByRole('link', { name: 'Fill in the form' }).click();
  const warning = page.getByText('Your answers are not kept on this device before you send.');
  await expect(warning).toBeVisible();
  const first = (await page.locator('fieldset').first().boundingBox())!;
  expect((await warning.boundingBox())!.y).toBeLessThan(first.y);

  // One answer of eleven, one tap.
  await choose(page, [2]);
  await send(page);
  const ten = question(page, '10 statements are left out. Send it like this?');
  await expect(ten).toBeVisible();
  await ten.getByRole('button', { name: 'Go to the first one left out' }).click();
  await expect(ten).toBeHidden();
  await expect(page.locator('fieldset').nth(1).getByRole('radio').first()).toBeFocused();

  // A reload far down the page: what it says is in sight.
  await choose(page, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]);
  await page.reload();
  await expect(page.getByText('Your answers were not kept: nothing is stored before you send.')).toBeInViewport();

  await choose(page, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]);
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes('signature'));
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.context().setOffline(true);
  await scene.server.stop();
  await send(page);
  await question(page, '1 statement is left out. Send it like this?').getByRole('button', { name: 'Send it like this' }).click(); // prettier-ignore
  await expect(page.getByRole('heading', { name: 'Waiting for the network' })).toBeFocused();
  await page.reload();
  await expect(page.getByText('What you sent is safe')).toBeVisible();
  await scene.server.start();
  await page.context().setOffline(false);
  // By itself, as the network is back.
  await expect(page.getByRole('heading', { name: 'Your form has arrived' })).toBeVisible({ timeout: 30_000 });

  await page.getByRole('link', { name: 'My training' }).last().click();
  await expect(card(page)).toContainText('Sent. It can’t be changed');
  await expect(card(page).getByRole('link')).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);

  const other = await onPhone(browser, 1);
  await expect(card(other)).toContainText('Your form lies in the other browser');
  await expect(card(other).getByRole('link')).toHaveCount(0);
  await other.goto(formPath(1));
  await expect(other.getByText('Go to that phone or laptop', { exact: false })).toBeVisible();
  await expect(other.getByText('token', { exact: false })).toHaveCount(0);
  await other.context().close();
  await page.context().close();
});

test('a form that waits goes out from the own page, too', async ({ browser }) => {
  const page = await onPhone(browser, 2);
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes('signature'));
  await page.goto(formPath(2));
  await choose(page, [1]);
  await page.route('**/cast/**', (route) => route.abort());
  await sendWithGaps(page);
  await expect(page.getByRole('heading', { name: 'Waiting for the network' })).toBeVisible();
  await page.getByRole('link', { name: 'My training' }).last().click();
  await expect(card(page)).toContainText('Waiting for the network.');
  await page.unroute('**/cast/**');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(card(page)).toContainText('Sent.');
  await page.context().close();
});

test('where the key was lost, both pages say so kindly', async ({ browser }) => {
  await scene.server.stop();
  await scene.look((asker) =>
    asker.run(`insert into public.evaluation_results (evaluation_id, organisation_id, source, enough, key_lost)
      select id, organisation_id, 'forms', false, true from public.evaluations where id = '${few}'`)
  );
  await scene.server.start();
  const page = await onPhone(browser, 3);
  await expect(page.getByText('The forms could not be counted: the server lost what opens them.')).toBeVisible();
  await page.goto(formPath(3, few));
  await expect(page.getByText('The forms could not be counted')).toBeVisible();
  await expect(page.getByText('Nobody has read them, and nobody can', { exact: false })).toBeVisible();
  await page.context().close();
});
