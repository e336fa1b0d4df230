import type { Page } from '@playwright/test';
import { must } from '../policies/furnish.ts';
import { expect, test } from './circlewell.ts';
import { goTo, scripted } from './house.ts';
import { addPlaces, newTraining, type TrainingGround } from './trainingGround.ts';

/** A page behind the code of this moment, on a phone of its own. */
const pathNow = async ({ trainer, training }: TrainingGround): Promise<string> => {
  const { code } = must(await trainer.client.rpc('door_code', { p_training: training, p_day: 1, p_half: 1 })) as {
    code: string;
  };
  return `/door/${training}/1-1/${code}`;
};

/** Five days from today, and a zone in which it is about noon now: a morning that began a while ago began today. */
function beganAgo(minutes: number) {
  const ahead = 12 - new Date().getUTCHours();
  const local = (add: number) => new Date(Date.now() + ahead * 3_600_000 + add).toISOString();
  return {
    timeZone: `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`,
    dates: [0, 1, 2, 3, 4].map((day) => local(day * 86_400_000).slice(0, 10)),
    starts: { morning: local(-minutes * 60_000).slice(11, 16), afternoon: '18:00' }
  };
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');
const phoneSize = { width: 360, height: 640 };

test('who comes late hears so, also when the page is loaded again, and by e-mail which of their places it is', async ({
  api,
  page,
  checkPage
}) => {
  const training = await newTraining(api, beganAgo(45));
  const [inCohort] = await addPlaces(training, 1);
  const [openDay] = await addPlaces(training, 1, { kind: 'open_day' });
  const { client } = training.trainer;
  must(await client.from('training_places').update({ email: inCohort!.email }).eq('id', openDay!.place).select('id'));
  await goTo(page, await pathNow(training));
  await page.getByLabel('The e-mail address you signed up with').fill(inCohort!.email);
  await page.getByRole('button', { name: 'I am here' }).click();
  for (const again of [() => page.reload(), () => Promise.resolve()]) {
    await expect(page.getByText(/^We noted you 4[5-9] minutes after the start. If that isn't right/)).toBeVisible();
    await expect(page.getByText('Your place: The whole training, all days.')).toBeVisible();
    await again();
  }
  await checkPage(page);
  // Both of their own pages are known to this phone, and the open day's was opened last.
  await page.context().clearCookies();
  await page.goto(inCohort!.path);
  await page.goto(openDay!.path);
  await goTo(page, await pathNow(training));
  await expect(page.getByText('Your place: The whole training, all days.')).toBeVisible();
  // The trainer was told, and has put it right.
  const notes = client.from('training_attendance').update({ late_minutes: 0 }).eq('place_id', inCohort!.place);
  must(await notes.select('place_id'));
  await page.reload();
  await expect(page.getByText('You are noted as here')).toBeVisible();
  await expect(page.getByText('We noted you')).toHaveCount(0);
});

test('the door says how to reach the trainers and who else helps', async ({ api, page }) => {
  const training = await newTraining(api);
  const contact = 'the office, 020 7946 0000';
  const named = training.trainer.client.from('trainings').update({ contact }).eq('id', training.training);
  must(await named.select('id'));
  const line = { organisation_id: training.organisation, position: 0, name: 'Night line', reach: '0800 1', note: '' };
  must(await training.lead.client.from('support_contacts').insert(line).select('id'));
  await goTo(page, await pathNow(training));
  await expect(page.getByRole('main')).toContainText(contact);
  await expect(page.getByRole('contentinfo')).toContainText('Night line');
});

for (const javaScriptEnabled of [true, false])
  test(`who walks in: mistakes, a code that runs out, and the welcome are in view; scripts ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    api,
    browser,
    baseURL
  }) => {
    const training = await newTraining(api);
    const viewport = phoneSize;
    const context = await browser.newContext({ javaScriptEnabled, viewport, ...(baseURL && { baseURL }) });
    const phone = await context.newPage();
    const email = phone.getByLabel('E-mail address', { exact: false }).last();
    const open = async () => {
      await phone.goto(await pathNow(training));
      if (javaScriptEnabled) await scripted(phone);
    };
    const comeIn = phone.getByRole('button', { name: 'Come in' });
    await open();
    await phone.getByText('I have not signed up').click();
    await email.fill('wanda@');
    await phone.getByLabel('Where you work').fill('Harbour team');
    await phone
      .locator('form')
      .last()
      .evaluate((form: HTMLFormElement) => (form.noValidate = true));
    await comeIn.click();
    await expect(phone.getByRole('alert')).toBeInViewport();
    expect(await focused(phone)).toContain('Write a name');
    await expect(phone.getByLabel('Where you work')).toHaveValue('Harbour team');
    await expect(email).toHaveValue('wanda@');

    // While they type, the code changes.
    await phone.getByLabel('Name', { exact: true }).fill('Wanda Walks');
    await email.fill('');
    const other = (url: string) => url.replace(/[0-9a-f]{16}(?=\?)/, '0'.repeat(16));
    await phone.route(/walkIn/, (route) => route.continue({ url: other(route.request().url()) }));
    await comeIn.click();
    await expect(phone.getByRole('alert')).toBeInViewport();
    expect(await focused(phone)).toContain('Scan the square at the door again: what you wrote is kept');
    await expect(phone.getByLabel('Name', { exact: true })).toHaveValue('Wanda Walks');
    await phone.unroute(/walkIn/);
    await open();
    await expect(phone.getByLabel('Name', { exact: true })).toHaveValue('Wanda Walks');
    await expect(phone.getByLabel('Where you work')).toHaveValue('Harbour team');

    await comeIn.click();
    await expect(phone.getByText('You are noted as here: Day 1, morning.')).toBeInViewport();
    await expect(phone.getByText('Wanda Walks')).toBeInViewport();
    await expect.poll(() => focused(phone)).toContain('You are noted as here');
    await open();
    await expect(phone.getByText('You are noted as here: Day 1, morning.')).toBeVisible();
    await phone.getByText('I am somebody else').click();
    await phone.getByText('I have not signed up').click();
    await expect(phone.getByLabel('Name', { exact: true })).toHaveValue('');
    await context.close();
  });
