import type { Page } from '@playwright/test';
import { must } from '../policies/furnish.ts';
import { wallClock } from '../../src/lib/agenda/clock.ts';
import { later } from '../../src/lib/training/delivery/dates.ts';
import { expect, test } from './circlewell.ts';
import { goTo } from './house.ts';
import { addPlaces, fiveDates, newTrainer, newTraining, type Placed } from './trainingGround.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const saved = (page: Page) => page.getByText('Saved.', { exact: true });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('dates in the past are taken from who means them, and each date is said with its weekday', async ({
    api,
    enter
  }) => {
    const { trainer } = await newTrainer(api);
    const page = await enter(trainer, { javaScriptEnabled: false });
    await page.goto('/trainings/new');
    await page.getByLabel('What is the training called?').fill('The one of 2024');
    await expect(page.getByLabel('Some dates are in the past, and I mean them')).toHaveCount(0);
    for (const [at, date] of fiveDates.entries()) {
      const before = at < 2 ? date.replace('2035', '2024') : date;
      await page.locator(`#date${at + 1}`).fill(before);
    }
    await button(page, 'Plan the training').click();

    const sentence = 'Days 1 and 2 are in the past. If you mean that, tick the box.';
    await expect(page.getByRole('alert').getByRole('link', { name: sentence })).toHaveAttribute('href', '#past');
    await expect(page.getByText('Sunday 31 March 2024, in the past')).toBeVisible();
    await expect(page.getByText('Friday 6 April 2035', { exact: true })).toBeVisible();
    await page.getByLabel('Some dates are in the past, and I mean them').check();
    await page.getByLabel('How participants reach the trainers').fill('trainers@example.org');
    await button(page, 'Plan the training').click();

    await expect(page.getByRole('heading', { level: 1, name: 'The one of 2024' })).toBeVisible();
    await expect(page.getByRole('cell', { name: 'Sunday 31 March 2024' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'About this training' })).toContainText('trainers@example.org');
  });
});

test('with scripts the weekday and the question about the past stand there while a date is typed', async ({
  api,
  enter,
  checkPage
}) => {
  const { trainer } = await newTrainer(api);
  const page = await enter(trainer);
  await goTo(page, '/trainings/new');
  await page.locator('#date1').fill('2035-04-01');
  await expect(page.getByText('Sunday 1 April 2035', { exact: true })).toBeVisible();
  const tick = page.getByLabel('Some dates are in the past, and I mean them');
  await expect(tick).toHaveCount(0);
  await page.locator('#date1').fill('2025-04-01');
  await expect(page.getByText('Tuesday 1 April 2025, in the past')).toBeVisible();
  await expect(tick).toBeVisible();
  await checkPage(page);
});

test('open sign-up without a contact says so; the contact comes along to the next training', async ({
  api,
  enter,
  checkPage
}) => {
  const { trainer, training } = await newTraining(api);
  const page = await enter(trainer);
  await goTo(page, `/trainings/${training}`);
  await checkPage(page);
  await page.getByRole('link', { name: 'Add an e-mail address or a telephone number' }).click();
  const contact = page.getByLabel('How participants reach the trainers');
  await contact.fill('020 7946 0000');
  await button(page, 'Save the changes').click();
  await expect(saved(page)).toBeVisible();

  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByRole('region', { name: 'About this training' })).toContainText('020 7946 0000');
  await expect(page.getByText('Nobody who signs up sees how to reach you')).toHaveCount(0);
  await goTo(page, `/trainings/${training}/copy`);
  await expect(contact).toHaveValue('020 7946 0000');
});

test('fewer places than people take nobody’s place, and the page says so', async ({ api, enter, checkPage }) => {
  const ground = await newTraining(api, { over: { places: 3 } });
  await addPlaces(ground, 4);
  const page = await enter(ground.trainer);
  await goTo(page, `/trainings/${ground.training}/change`);
  await expect(page.getByText('3 people have one now, and keep it if you give fewer.')).toBeVisible();
  await page.getByLabel('Places', { exact: true }).fill('2');
  await button(page, 'Save the changes').click();
  await expect(saved(page)).toBeVisible();
  const kept = '3 people have a place, more than the 2 there are now. Nobody loses theirs. The waiting list stays';
  await expect(page.getByText(kept)).toBeVisible();
  await checkPage(page);
  await goTo(page, `/trainings/${ground.training}`);
  await expect(page.getByText(kept)).toBeVisible();
  const states = ground.trainer.client.from('training_places').select('state').eq('training_id', ground.training);
  expect(must(await states.order('turn')).map(({ state }) => state)).toEqual(['placed', 'placed', 'placed', 'waiting']);
});

test('on the day of a training its trainers’ home leads there, and nobody else’s does', async ({
  api,
  enter,
  checkPage
}) => {
  // Where it is noon now, so that the day does not end under the test.
  const ahead = 12 - new Date().getUTCHours();
  const timeZone = `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
  const today = wallClock(Date.now(), timeZone).date;
  const dates = [-3, 0, 4].map((days) => later(today, days));
  const { trainer, lead, training } = await newTraining(api, { dates, timeZone });
  const page = await enter(trainer);
  await goTo(page, '/home');
  const card = page.getByRole('region', { name: 'Today: Day 2 of Facilitators, spring' });
  await expect(card).toContainText('Morning from 09:30, afternoon from 13:15');
  await expect(card.getByRole('link', { name: 'Door and attendance' })).toHaveAttribute(
    'href',
    `/trainings/${training}/attendance`
  );
  await checkPage(page);
  await card.getByRole('link', { name: 'Run the day' }).click();
  await expect(page).toHaveURL(new RegExp(`/trainings/${training}/days/2$`));

  const leads = await enter(lead);
  await goTo(leads, '/home');
  await expect(leads.getByRole('region', { name: /^Today/ })).toHaveCount(0);
});

test('what is kept of participants stands on a part of the page of its own', async ({ browser, server, checkPage }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.url}/privacy#trainings`);
  await expect(page.getByRole('heading', { name: 'If you take part in a training' })).toBeInViewport();
  await expect(page.getByText('ask the trainers. They can change what is noted')).toBeVisible();
  await checkPage(page);
  await page.context().close();
});

for (const scripts of [true, false])
  test(`after a change everybody is written to, once, and who has no address is named${scripts ? '' : ', without scripts'}`, async ({
    api,
    enter,
    server,
    checkPage
  }) => {
    const ground = await newTraining(api, { over: { places: 2 } });
    const { client } = ground.trainer;
    const people = await addPlaces(ground, 3);
    const [first, second, waits] = people as [Placed, Placed, Placed];
    must(await client.from('training_places').update({ email: '' }).eq('id', second.place).select('id'));
    const page = await enter(ground.trainer, { javaScriptEnabled: scripts });
    const open = (path: string) => (scripts ? goTo(page, path) : page.goto(path).then(() => {}));
    await open(`/trainings/${ground.training}/change`);
    await page.getByLabel('Venue').fill('The new hall');
    await page.getByRole('button', { name: 'Save the changes', exact: true }).click();
    await page.getByRole('link', { name: 'Write to everybody' }).click();
    await expect(page.getByText('2 people have an e-mail address and get the letter.')).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: second.name })).toBeVisible();
    if (scripts) await checkPage(page);
    const key = await page.locator('input[name=key]').inputValue();
    const note = 'We have moved.\nالقاعة الجديدة';
    await page.getByLabel('What has changed, in your words').fill(note);
    await page.getByRole('button', { name: 'Send 2 letters' }).click();
    await expect(page.getByText('2 letters are on their way.')).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: second.name })).toBeVisible();
    const about = (email: string) => server.letters(email).filter((text) => text.includes('how it is now'));
    expect([about(first.email).length, about(waits.email).length]).toEqual([1, 1]);
    for (const part of ['The new hall', note, 'Day 5: Friday 20 April 2035'])
      expect(about(first.email)[0]).toContain(part);
    expect(about(waits.email)[0]).toContain('on the waiting list of');
    expect(about(first.email)[0]).not.toContain(first.secret);
    // The same form once more writes to nobody.
    const again = await page.request.post(`/trainings/${ground.training}/people/write`, {
      form: { key, note },
      headers: { origin: server.url, accept: 'text/html' }
    });
    expect(await again.text()).toContain('2 letters are on their way.');
    expect(about(first.email)).toHaveLength(1);
    // A trainer of another organisation finds nothing to write to.
    const stranger = await enter((await newTrainer(api)).trainer, { javaScriptEnabled: scripts });
    const refused = await stranger.request.post(`${server.url}/trainings/${ground.training}/people/write`, {
      form: { key: 'A'.repeat(43), note: 'Canary' },
      headers: { origin: server.url, accept: 'text/html' }
    });
    expect(refused.status()).toBe(404);
    expect(server.letters(first.email).join()).not.toContain('Canary');
  });
