import type { Page } from '@playwright/test';
import { must } from '../policies/furnish.ts';
import { expect, test } from './circlewell.ts';
import { goTo } from './house.ts';
import { addPlaces, newTraining, type Placed, type TrainingGround } from './trainingGround.ts';

const half = 'Day 1, morning';

/** The address behind the code that the screen at the door shows now. */
async function scanned(screen: Page, { training }: TrainingGround): Promise<string> {
  const answer = await screen.request.get(`/trainings/${training}/door/1-1/code`);
  const { address } = (await answer.json()) as { address: string };
  return new URL(address).pathname;
}

const cameOf = async ({ trainer, training }: TrainingGround, { place }: Pick<Placed, 'place'>) => {
  const notes = trainer.client.from('training_attendance').select('day, half, came, noted_by');
  return must(await notes.eq('training_id', training).eq('place_id', place));
};
const noted = [{ day: 1, half: 1, came: true, noted_by: 'door' }];

test('the screen at the door counts who came, and says so when its network is lost', async ({
  api,
  enter,
  checkPage
}) => {
  const training = await newTraining(api);
  const [person] = await addPlaces(training, 1);
  const screen = await enter(training.trainer);
  await goTo(screen, `/trainings/${training.training}/door/1-1`);
  await expect(screen.getByText('0 people are here')).toBeVisible();
  const code = screen.getByRole('img', { name: 'QR code' });
  for (const [width, height, least] of [
    [1280, 800, 680],
    [1280, 900, 700],
    [390, 844, 350]
  ] as const) {
    await screen.setViewportSize({ width, height });
    await expect(code).toBeInViewport({ ratio: 1 });
    await expect.poll(async () => (await code.boundingBox())?.width).toBeGreaterThanOrEqual(least);
    for (const text of ['Facilitators, spring', half, '0 people are here'])
      await expect(screen.getByText(text, { exact: true })).toBeInViewport({ ratio: 1 });
    await expect(screen.getByRole('navigation')).not.toBeInViewport();
  }
  await expect(screen.getByText(/New code in \d+ s/)).toBeVisible();
  await checkPage(screen);
  const phone = await screen.context().browser()!.newPage();
  await phone.goto(new URL(await scanned(screen, training), screen.url()).href);
  await phone.getByLabel('The e-mail address you signed up with').fill(person!.email);
  await phone.getByRole('button', { name: 'I am here' }).click();
  await expect(phone.getByText(`You are noted as here: ${half}.`)).toBeVisible();
  await expect(screen.getByText('1 person is here')).toBeVisible();
  await screen.route('**/code', (route) => route.abort('internetdisconnected'));
  await expect(screen.getByText('No network: this code is over.')).toBeVisible();
  await phone.close();
});

for (const javaScriptEnabled of [true, false])
  test(`who comes in: known, by e-mail, a second time, not at all; scripts ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    api,
    enter,
    browser,
    checkPage,
    baseURL
  }) => {
    const training = await newTraining(api);
    const [known, other] = await addPlaces(training, 2);
    const screen = await enter(training.trainer);
    const context = await browser.newContext({ javaScriptEnabled, ...(baseURL && { baseURL }) });
    const phone = await context.newPage();
    // Their own page was opened on this phone before.
    await phone.goto(known!.path);
    await phone.goto(await scanned(screen, training));
    await expect(phone.getByText(`You have a place as ${known!.name}.`)).toBeVisible();
    if (javaScriptEnabled) await checkPage(phone);
    await phone.getByRole('button', { name: 'I am here' }).first().click();
    await expect(phone.getByText(`You are noted as here: ${half}.`)).toBeVisible();
    expect(await cameOf(training, known!)).toEqual(noted);
    // Loaded again, or behind another code: nothing is asked anew, and there is a way on.
    for (const again of [() => phone.reload(), async () => phone.goto(await scanned(screen, training))]) {
      await again();
      await expect(phone.getByRole('heading', { name: 'Welcome' })).toBeVisible();
      await expect(phone.getByText(known!.name)).toBeVisible();
      await expect(phone.getByText(`You are noted as here: ${half}.`)).toBeVisible();
      await expect(phone.getByRole('button', { name: 'I am here' })).toHaveCount(0);
    }
    if (javaScriptEnabled) await checkPage(phone);
    await phone.getByRole('link', { name: 'Your own page of this training' }).click();
    await expect(phone).toHaveURL(new RegExp(`${known!.path}$`));

    // A friend's, on the same phone.
    await phone.goto(await scanned(screen, training));
    await phone.getByText('I am somebody else').click();
    await phone.getByLabel('The e-mail address you signed up with').fill('nobody@example.org');
    await phone.getByRole('button', { name: 'I am here' }).last().click();
    await expect(phone.getByText('We found no place for you on this day.').first()).toBeVisible();
    await phone.getByLabel('The e-mail address you signed up with').fill(other!.email);
    await phone.getByRole('button', { name: 'I am here' }).last().click();
    await expect(phone.getByText(`You are noted as here: ${half}.`)).toHaveCount(2);
    expect(await cameOf(training, other!)).toEqual(noted);

    await context.clearCookies();
    await phone.goto(await scanned(screen, training));
    await phone.getByLabel('The e-mail address you signed up with').fill(other!.email);
    await phone.getByRole('button', { name: 'I am here' }).click();
    for (const again of [() => phone.reload(), () => phone.reload()]) {
      await expect(phone.getByText(`You were noted as here already: ${half}.`)).toBeVisible();
      await expect(phone.getByRole('button', { name: 'I am here' })).toHaveCount(0);
      await again();
    }
    await phone.goto(`/door/${training.training}/1-1/${'0'.repeat(16)}`);
    await expect(phone.getByText('This code is over')).toBeVisible();
    await expect(phone.getByRole('button', { name: 'I am here' })).toHaveCount(0);
    expect((await phone.goto(`/door/${training.training}/2-2/${'0'.repeat(16)}`))?.status()).toBe(404);
    await context.close();
  });

test('forty-three come in from one network within minutes, some of whom have not signed up', async ({
  api,
  enter,
  page,
  server,
  checkPage
}) => {
  const training = await newTraining(api, { over: { open_places: 31 } });
  const cohort = await addPlaces(training, 13);
  const screen = await enter(training.trainer);
  const path = await scanned(screen, training);
  const post = (action: string, form: Record<string, string>) =>
    page.request.post(`${server.url}${path}?/${action}`, {
      form,
      headers: { origin: server.url, accept: 'text/html' }
    });
  await goTo(page, path);
  await page.getByText('I have not signed up').click();
  await checkPage(page);
  await goTo(page, await scanned(screen, training));
  await page.getByText('I have not signed up').click();
  await page.getByLabel('Name').fill('Wanda Walks');
  await page.getByLabel('E-mail address', { exact: false }).last().fill('wanda@example.org');
  await page.getByRole('button', { name: 'Come in' }).click();
  await expect(page.getByText(`You are noted as here: ${half}.`)).toBeVisible();
  await expect.poll(() => server.letters('wanda@example.org')).toHaveLength(1);
  await page.getByRole('link', { name: 'Your own page of this training' }).click();
  await expect(page.getByText('Wanda Walks')).toBeVisible();

  for (const { email } of cohort) expect((await post('email', { email })).status()).toBe(200);
  for (let at = 0; at < 29; at++) {
    const secret = `${'w'.repeat(41)}${String(at).padStart(2, '0')}`;
    expect((await post('walkIn', { name: `Visitor ${at}`, email: '', workplace: '', secret })).status()).toBe(200);
  }
  const came = must(await training.trainer.client.from('training_attendance').select('place_id').eq('came', true));
  expect(came).toHaveLength(43);
});
