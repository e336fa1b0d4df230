import type { Page } from '@playwright/test';
import { svgWithScript } from '../fixtures/sampleFiles.ts';
import { must } from '../policies/furnish.ts';
import { changed, fileOf, giveToAll, someWhoCompleted } from './certificateGround.ts';
import { expect, test } from './circlewell.ts';
import { goTo } from './house.ts';
import type { Placed, TrainingGround } from './trainingGround.ts';

let ground: TrainingGround;
let places: Placed[];
test.beforeEach(async ({ api }) => {
  ({ ground, places } = await someWhoCompleted(api));
});

const here = () => `/trainings/${ground.training}/certificates`;
type Chosen = { name: string; buffer: Buffer };
async function verify(page: Page, certificate: Chosen, key?: Chosen): Promise<void> {
  const typed = (file: Chosen) => ({ mimeType: 'application/octet-stream', ...file });
  await page.getByLabel('Certificate', { exact: true }).setInputFiles(typed(certificate));
  await page.getByLabel(/^Public key/).setInputFiles(key ? typed(key) : []);
  await page.getByRole('button', { name: 'Verify', exact: true }).click();
}
const outcome = (page: Page) => page.locator('[data-outcome]');

test('the page that verifies: valid, changed, revoked, and with a key file; nothing of the file leaves the browser', async ({
  enter,
  page,
  checkPage
}) => {
  const [first, second] = places as [Placed, Placed];
  const trainers = await enter(ground.trainer);
  await goTo(trainers, here());
  await giveToAll(trainers, 3);
  await expect(trainers.getByText('Given and signed.')).toBeVisible();
  const [png, jwt] = [await fileOf(page, first, 'png'), await fileOf(page, first, 'jwt')];
  const posted: string[] = [];
  page.on('request', (request) => request.method() !== 'GET' && posted.push(request.url()));

  await goTo(page, '/certificates/verify');
  await verify(page, { name: 'mine.png', buffer: png });
  await expect(outcome(page)).toHaveText('Valid');
  for (const text of [first.name, '16½', 'Facilitators, spring', 'was read just now'])
    await expect(page.getByText(text).first()).toBeVisible();
  await checkPage(page);
  await verify(page, { name: 'mine.jwt', buffer: Buffer.from(changed(jwt.toString())) });
  await expect(outcome(page)).toHaveText('Changed');
  await expect(page.getByText(first.name)).toHaveCount(0);

  const { kid } = JSON.parse(Buffer.from(jwt.toString().split('.')[0]!, 'base64url').toString()) as { kid: string };
  const key = { name: 'key.json', buffer: Buffer.from(await (await fetch(kid)).text()) };
  // As on a day when the server is not reached.
  await page.route('**/certificates/**/*.json', (route) => route.abort());
  await verify(page, { name: 'mine.jwt', buffer: jwt });
  await expect(outcome(page)).toHaveText('Key not found');
  await verify(page, { name: 'mine.jwt', buffer: jwt }, key);
  await expect(outcome(page)).toHaveText('Signed and unchanged');
  await expect(page.getByText('Whether it was revoked could not be checked')).toBeVisible();
  await verify(page, { name: 'mine.jwt', buffer: jwt }, { name: 'key.json', buffer: Buffer.from('{}') });
  await expect(page.getByRole('alert')).toContainText('There is no public key in the key file');
  await page.unroute('**/certificates/**/*.json');

  const given = trainers.getByRole('listitem').filter({ hasText: first.name });
  await given.getByText('Take back').click();
  await given.getByLabel('Why').fill('The name was misspelt.');
  await given.getByRole('button', { name: 'Yes, take it back' }).click();
  await expect(trainers.getByText('The certificate was taken back.')).toBeVisible();
  await verify(page, { name: 'mine.png', buffer: png });
  await expect(outcome(page)).toHaveText('Revoked');
  const table = ground.trainer.client.from('certificates').select('id').eq('name', first.name);
  const { id } = must(await table.single());
  const status = await page.request.get(`/certificates/${id}/status.json`);
  expect(await status.json()).toMatchObject({ certificate: id, status: 'revoked' });
  expect(await status.text()).not.toContain(first.name);
  await page.goto(`${first.path}/certificate`);
  await expect(page.getByText('The name was misspelt.')).toBeVisible();
  expect((await page.request.get(`${first.path}/certificate.png`)).status()).toBe(404);
  expect((await page.request.get(`${second.path}/certificate.png`)).status()).toBe(200);
  expect(posted).toEqual([]);
});

const none = [
  ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'Not a certificate'],
  ['an SVG with a script', svgWithScript, 'Not a certificate'],
  ['20 MB', Buffer.alloc(20 * 1024 * 1024, 1), 'Too large']
] as const;

test('files that are none are told what they are', async ({ page }) => {
  await goTo(page, '/certificates/verify');
  for (const [name, buffer, said] of [...none, ['an empty file', Buffer.alloc(0), 'An empty file'] as const]) {
    await verify(page, { name: `${name}.png`, buffer });
    await expect(outcome(page)).toHaveText(said);
  }
  // Dropped is chosen.
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([], 'dropped.png'));
    return transfer;
  });
  const whereDropped = page.getByRole('group').filter({ hasText: 'You can also drop it here' });
  await whereDropped.dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByText('File: dropped.png')).toBeVisible();
  await page.getByLabel('Certificate', { exact: true }).setInputFiles([]);
  await page.getByRole('button', { name: 'Verify', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Choose the file of a certificate first.');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the trainer gives them all, and a form verifies', async ({ enter, page }) => {
    const trainers = await enter(ground.trainer, { javaScriptEnabled: false });
    await trainers.goto(here());
    await giveToAll(trainers, 3);
    await expect(trainers.getByText('Given and signed.')).toBeVisible();
    const jwt = (await fileOf(page, places[0]!, 'jwt')).toString();
    await page.goto('/certificates/verify');
    await verify(page, { name: 'mine.jwt', buffer: Buffer.from(jwt) });
    await expect(outcome(page)).toHaveText('Valid');
    await expect(page.getByText(places[0]!.name)).toBeVisible();
    await verify(page, { name: 'mine.jwt', buffer: Buffer.from(changed(jwt)) });
    await expect(outcome(page)).toHaveText('Changed');
    for (const [name, buffer, said] of none) {
      await verify(page, { name: `${name}.png`, buffer });
      await expect(outcome(page)).toHaveText(said);
    }
    await page.getByRole('button', { name: 'Verify', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('Choose the file of a certificate first.');
  });
});
