import { expect, test } from './circlewell.ts';
import { ownScale } from '../../src/lib/checkins/scales/ownScale.ts';
import { asked, groundOn, planOfRound, roundIsOpen, type Ground, type Scene } from './checkInGround.ts';
import { arrived, begin, checkInPath, enterAs, send } from './checkInPage.ts';

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

const phone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

test('every screen has no faults that axe knows and one heading that takes the focus', async ({
  browser,
  checkPage
}) => {
  const page = await enterAs(browser, scene, asked[0]!);
  const look = async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await checkPage(page);
  };
  await page.goto(checkInPath);
  await expect(page.getByRole('button', { name: 'Begin' })).toBeEnabled();
  await look();
  await begin(page);
  for (const { text } of ownScale.statements) {
    await expect(page.getByRole('heading', { name: text })).toBeFocused();
    if (text === ownScale.statements[0]!.text) {
      await page.getByRole('button', { name: 'Next' }).click();
      await expect(page.getByRole('alert')).toHaveText('Choose one answer to go on.');
      await look();
    }
    // With the keyboard: a tap would go on by itself.
    await page.getByRole('radio', { name: 'Half the time' }).press('Space');
    await page.getByRole('button', { name: 'Next' }).press('Enter');
  }
  await expect(page.getByRole('heading', { name: 'What would help you most?' })).toBeFocused();
  await look();
  await page.getByRole('button', { name: 'See my result' }).click();
  await page.getByText('Keep this result for myself').click();
  await look();
  await page.getByRole('button', { name: 'Go on to sending' }).click();
  await look();
  await send(page);
  await arrived(page);
  await look();
});

test('on a phone of 320 px the answers stand below each other in one order, each large enough for a thumb; a tap goes on, Back goes back', async ({
  browser
}) => {
  const page = await enterAs(browser, scene, asked[1]!, phone);
  await begin(page);
  for (let at = 1; at <= 9; at++) {
    await expect(page.getByText(`${at} of 9`)).toBeVisible();
    const labels = page.locator('label').filter({ has: page.getByRole('radio') });
    const boxes = await labels.evaluateAll((all) =>
      all.map((label) => {
        const { x, y, width, height } = label.getBoundingClientRect();
        return { word: label.textContent?.trim(), x, y, width, height };
      })
    );
    expect(boxes.map(({ word }) => word)).toEqual(ownScale.answers.map(({ label }) => label));
    for (const [place, box] of boxes.entries()) {
      expect(box.height).toBeGreaterThanOrEqual(48);
      expect([box.x, box.width]).toEqual([boxes[0]!.x, boxes[0]!.width]);
      if (place > 0) expect(box.y).toBeGreaterThan(boxes[place - 1]!.y);
    }
    await labels.nth(at % 5).tap();
  }
  await page.getByLabel('Time with my lead').check();
  await page.getByLabel('A debrief after hard work').check();
  await expect(page.getByLabel('More time in circle')).toBeDisabled();
  await expect(page.getByText('Two are ticked.')).toBeVisible();

  // The phone's own Back, one screen at a time, with what was chosen.
  await page.goBack();
  await expect(page.getByText('9 of 9')).toBeVisible();
  await expect(page.getByRole('radio', { name: ownScale.answers[4]!.label })).toBeChecked();
});

test('ships one script of at most 15 kB, compressed, and nothing of the framework', async ({ browser }) => {
  const page = await enterAs(browser, scene, asked[2]!);
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script')
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(checkInPath);
  await expect(page.getByRole('button', { name: 'Begin' })).toBeEnabled();

  expect(sizes).toHaveLength(1);
  expect(await sizes[0]).toBeGreaterThan(1000);
  expect(await sizes[0]).toBeLessThanOrEqual(15_000);
});

test('without scripts the page says why it asks nothing, and shows contacts and practices', async ({ browser }) => {
  const page = await enterAs(browser, scene, asked[2]!, { javaScriptEnabled: false });
  await page.goto(checkInPath);

  // Playwright's locators never look into <noscript>; this is the text as it is drawn.
  const drawn = await page.locator('main').innerText();
  expect(drawn).toContain('This needs JavaScript');
  expect(drawn).toContain('Six slow breaths');
  await expect(page.getByRole('button', { name: 'Begin' })).toBeHidden();
  await expect(page.getByText('Employee assistance line').first()).toBeVisible();
});

test('the second device of a person is told kindly that the round is skipped there, and can still look for itself', async ({
  browser
}) => {
  await begin(await enterAs(browser, scene, asked[3]!));
  const second = await enterAs(browser, scene, asked[3]!);
  await second.goto(checkInPath);

  await expect(second.getByText('This round is skipped on this device.').first()).toBeVisible();
  await expect(second.getByRole('button', { name: 'Begin' })).toBeEnabled();
});

test('leaves quickly, by the button and by Shift three times, without the framework', async ({ browser }) => {
  for (const leave of ['button', 'keys']) {
    const page = await enterAs(browser, scene, asked[4]!);
    await page.route('https://www.bbc.co.uk/**', (route) =>
      route.fulfill({ body: 'sunny', contentType: 'text/plain' })
    );
    await begin(page);
    if (leave === 'button') await page.getByRole('link', { name: 'Leave quickly' }).click();
    else for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
    await expect(page).toHaveURL('https://www.bbc.co.uk/weather');
  }
});

test('a result is kept under a passphrase only when asked, opens in the history, and is forgotten with the device', async ({
  browser
}) => {
  const page = await enterAs(browser, scene, asked[5]!);
  const passphrase = 'seven kettles on a hill';
  const kept = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('circlewell-history')));
  await begin(page);
  for (let at = 1; at <= 9; at++) {
    await page.getByText('Mostly', { exact: true }).locator('visible=true').click();
    await expect(page.getByText(`${at} of 9`)).toBeHidden();
  }
  await page.getByRole('button', { name: 'See my result' }).click();
  expect(await kept()).toEqual([]);
  await page.getByText('Keep this result for myself').click();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The same passphrase once more').fill(passphrase);
  await page.getByRole('button', { name: 'Keep it on this device' }).click();
  await expect(page.getByText('Kept. You find it under')).toBeVisible();

  await page.goto('/check-ins/history');
  const open = page.getByRole('button', { name: 'Open', exact: true });
  const typed = page.locator('form').filter({ has: open }).getByLabel('Passphrase');
  await typed.fill('seven kettles on a hil');
  await open.click();
  await expect(page.getByText('It doesn’t open with this passphrase.')).toBeVisible();
  await typed.fill(passphrase);
  await open.click();
  await expect(page.getByRole('row', { name: /A good deal/ })).toBeVisible();
  await page.getByText('Forget everything …').click();
  await page.getByRole('button', { name: 'Yes, forget it all' }).click();
  await expect(page.getByText('This browser keeps nothing of your check-ins any more.')).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('circlewell-')))).toEqual(
    []
  );
});
