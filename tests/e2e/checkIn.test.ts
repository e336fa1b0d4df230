import { expect, test } from '@playwright/test';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { must, type Client } from '../policies/furnish.ts';
import { asked, groundOn, planOfRound, round, roundIsOpen, team, type Ground, type Scene } from './checkInGround.ts';
import {
  afterItsEnd,
  answerAll,
  arrived,
  begin,
  checkIn,
  checkInPath,
  enterAll,
  enterAs,
  send
} from './checkInPage.ts';
import { demoPerson } from './house.ts';

test.setTimeout(240_000);

let ground: Ground;
let scene: Scene;
test.beforeAll(async () => {
  ground = await groundOn('pglite');
});
test.beforeEach(async () => {
  scene = await ground.open(planOfRound);
  await roundIsOpen(scene);
});
test.afterEach(() => scene.remove());
test.afterAll(() => ground.remove());

const clientOfLead = async (): Promise<Client> => {
  const { url, keys } = scene.server;
  return (await demoPerson({ url, publishableKey: keys().publishableKey, fetch }, 'lead')).client;
};
async function published() {
  const client = await clientOfLead();
  const ask = async () => must(await client.from('check_in_publications').select('*').eq('round_id', round))[0];
  await expect.poll(ask, { timeout: 45_000 }).toBeTruthy();
  return (await ask())!;
}
const keyFiles = () => {
  const folder = join(scene.server.dataDir, 'keys');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.includes(round)) : [];
};

test('six people check in, three of them with a failing network; the clock closes the round, and everybody finds their receipt', async ({
  browser
}) => {
  const [plain, left, lost, back, fifth, sixth] = await enterAll(browser, scene);
  await checkIn(plain!, 'Mostly', ['Time with my lead', 'More time in circle']);
  await checkIn(fifth!, 'Not at all');

  // After the signature, before the ballot arrives; and the page is closed before the network is back.
  await begin(left!);
  await answerAll(left!, 'Nearly always', ['Time with my lead']);
  await left!.context().setOffline(true);
  await send(left!);
  await expect(left!.getByRole('heading', { name: 'Waiting for the network' })).toBeFocused();
  await left!.close();
  await left!.context().setOffline(false);
  const later = await left!.context().newPage();
  const cast = later.waitForResponse((answer) => answer.url().includes('/cast/'));
  await later.goto('/check-ins');
  expect((await cast).status()).toBe(204);
  await later.goto(checkInPath);
  await expect(later.getByText('An answer was sent from this device.')).toBeVisible();

  // It arrives, but the word that it did is lost: sent again, it counts once.
  await begin(lost!);
  await answerAll(lost!, 'Now and then');
  await lost!.route('**/cast/**', async (route) => {
    // Passed on by hand: Playwright's own way to do it would add the session.
    const body = new Uint8Array(route.request().postDataBuffer()!);
    const headers = { 'content-type': 'application/octet-stream' };
    expect((await fetch(route.request().url(), { method: 'POST', body, headers })).status).toBe(204);
    await route.abort();
  });
  await send(lost!);
  await expect(lost!.getByRole('heading', { name: 'Waiting for the network' })).toBeFocused();
  await lost!.unroute('**/cast/**');
  const again = lost!.waitForResponse((answer) => answer.url().includes('/cast/'));
  await lost!.getByRole('button', { name: 'Try again now' }).locator('visible=true').click();
  expect((await again).status()).toBe(409);
  await arrived(lost!);

  // The network comes back by itself while the page is open.
  await begin(back!);
  await answerAll(back!, 'Half the time');
  await back!.context().setOffline(true);
  await send(back!);
  await expect(back!.getByRole('heading', { name: 'Waiting for the network' })).toBeFocused();
  await back!.context().setOffline(false);
  await arrived(back!);

  // The sixth does it with the keyboard alone.
  await sixth!.goto(checkInPath);
  await expect(sixth!.getByRole('button', { name: 'Begin' })).toBeEnabled();
  await sixth!.getByRole('button', { name: 'Begin' }).press('Enter');
  for (let at = 1; at <= 9; at++) {
    await expect(sixth!.getByText(`${at} of 9`)).toBeVisible();
    await sixth!.keyboard.press('Tab');
    await sixth!.keyboard.press('ArrowDown');
    await expect(sixth!.getByRole('radio', { name: 'Now and then' })).toBeChecked();
    await sixth!.keyboard.press('Enter');
  }
  await sixth!.keyboard.press('Tab');
  await sixth!.keyboard.press('Space');
  await sixth!.keyboard.press('Enter');
  await expect(sixth!.getByRole('heading', { name: 'How it looks for you' })).toBeFocused();
  await sixth!.getByRole('button', { name: 'Go on to sending' }).press('Enter');
  await sixth!.getByRole('button', { name: 'Send', exact: true }).press('Enter');
  await arrived(sixth!);

  await afterItsEnd(scene);
  const said = await published();
  expect(said.enough).toBe(true);
  expect(said.levels).toHaveLength(3);
  expect(said.receipts).toHaveLength(64);
  await expect.poll(keyFiles).toEqual([]);
  for (const page of [plain!, later, lost!, back!, fifth!, sixth!]) {
    await page.goto(checkInPath);
    await expect(page.getByText('Yes: the answer of this device was counted.')).toBeVisible();
  }
  const lead = await enterAs(browser, scene, 'lead@demo.example');
  await lead.goto(`/teams/${team}/check-ins/${round}`);
  await expect(lead.getByText(/(Fewer than half|Half or more) of those who answered/i).first()).toBeVisible();
});

test('with four answers the round says “not enough answers”, and nothing was decrypted', async ({ browser }) => {
  for (const email of asked.slice(0, 4)) {
    const page = await enterAs(browser, scene, email);
    await checkIn(page, 'Nearly always', ['A debrief after hard work']);
  }
  await afterItsEnd(scene);

  const { enough, levels, help } = await published();
  expect({ enough, levels, help }).toEqual({ enough: false, levels: [], help: [] });
  expect(keyFiles()).toEqual([]);
  const page = await enterAs(browser, scene, asked[5]!);
  await page.goto('/check-ins');
  await expect(page.getByText('Not enough answers')).toBeVisible();
  await page.goto(checkInPath);
  await expect(page.getByText('This device has no receipt for this round')).toBeVisible();
});
