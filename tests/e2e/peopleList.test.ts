import type { Page } from '@playwright/test';
import { must } from '../policies/furnish.ts';
import { expect, test } from './circlewell.ts';
import { goTo } from './house.ts';
import { addPlaces, newTraining, type TrainingGround } from './trainingGround.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const peopleOf = async ({ trainer, training }: TrainingGround) =>
  must(await trainer.client.from('training_places').select('name, state').eq('training_id', training).order('turn'));

for (const scripts of [true, false])
  test(`a pasted list is looked at, added once, and what can’t be read comes back; scripts ${scripts ? 'on' : 'off'}`, async ({
    api,
    enter,
    server,
    checkPage,
    browser
  }) => {
    const ground = await newTraining(api, { over: { places: 4 } });
    const [known] = await addPlaces(ground, 1);
    const page = await enter(ground.trainer, { javaScriptEnabled: scripts });
    const here = `/trainings/${ground.training}/people/several`;
    await (scripts ? goTo(page, here) : page.goto(here));
    await press(page, 'Look how it is read');
    await expect(page.getByRole('alert')).toContainText('Type or paste at least one name.');

    const email = `dara-${ground.code}@example.org`;
    await page
      .getByLabel('The list')
      .fill(
        `Name\tE-mail\tAgency\nDara 🌻 Dunn\t${email}\tHarbour House\nEli Ede\teli@nowhere\t\nسارة العلي\t\t\nسارة العلي\t\t\nKim Known\t${known!.email.toUpperCase()}\t`
      );
    await press(page, 'Look how it is read');
    await expect(page.getByText('Line 3:')).toContainText('Write a whole e-mail address');
    const row = (name: string) => page.getByRole('row').filter({ hasText: name });
    await expect(row('Kim Known')).toContainText('there already');
    await expect(row('Dara')).not.toContainText('there already');
    await expect(row('سارة')).toHaveCount(2);
    expect(await peopleOf(ground)).toHaveLength(1);
    if (scripts) await checkPage(page);

    const list = await page.getByLabel('The list').inputValue();
    const key = await page.locator('input[name=key]').inputValue();
    await press(page, 'Add these 4 people');
    await expect(page.getByText('4 people were added.')).toBeVisible();
    await expect(page.getByText('No place was free for 1 of them')).toBeVisible();
    await expect(page.getByLabel('The list')).toHaveValue(/^Name\tE-mail\tAgency\nEli Ede\teli@nowhere$/);
    expect((await peopleOf(ground)).map(({ state }) => state)).toEqual([...Array(4).fill('placed'), 'waiting']);
    await expect.poll(() => server.letters(email)).toHaveLength(1);
    expect(server.letters(email)[0]).toContain('The trainers signed you up');

    // Two people of one name have an address each, to be handed over; nobody else's is shown.
    const fields = page.getByRole('textbox', { name: 'Personal address' });
    await expect(fields).toHaveCount(2);
    const addresses = [await fields.nth(0).inputValue(), await fields.nth(1).inputValue()];
    expect(new Set(addresses).size).toBe(2);
    const visitor = await (await browser.newContext({ baseURL: server.url })).newPage();
    await visitor.goto(new URL(addresses[1]!).pathname);
    await expect(visitor.getByText('سارة العلي')).toBeVisible();
    await visitor.context().close();
    if (scripts) await checkPage(page);

    // The same form once more adds nobody and writes to nobody.
    const again = await page.request.post(`${here}?/add`, {
      form: { kind: 'cohort', list, key },
      headers: { origin: server.url, accept: 'text/html' }
    });
    expect(again.status()).toBe(200);
    expect(await peopleOf(ground)).toHaveLength(5);
    // What is corrected afterwards is another list: a third one of that name is somebody else, with an address of their own.
    expect(await page.locator('input[name=key]').inputValue()).not.toBe(key);
    await page.getByLabel('The list').fill(`Eli Ede, eli-${ground.code}@example.org\nسارة العلي`);
    await press(page, 'Look how it is read');
    await press(page, 'Add these 2 people');
    await expect(page.getByText('2 people were added.')).toBeVisible();
    expect(await peopleOf(ground)).toHaveLength(7);
    expect(addresses).not.toContain(await fields.first().inputValue());
    await expect.poll(() => server.letters(`eli-${ground.code}@example.org`)).toHaveLength(1);
    expect(server.letters(email)).toHaveLength(1);
  });

test('too long a list, and one of 20 MB, are refused with a sentence and nothing is added', async ({ api, enter }) => {
  const ground = await newTraining(api);
  const page = await enter(ground.trainer);
  await goTo(page, `/trainings/${ground.training}/people/several`);
  const list = Array.from({ length: 101 }, (_, at) => `Person ${at}`).join('\n');
  await page.getByLabel('The list').fill(list);
  await press(page, 'Look how it is read');
  await expect(page.getByRole('alert')).toContainText('A list has at most 100 people here.');
  await expect(page.getByLabel('The list')).toHaveValue(list);
  const large = await page.request.post(`${page.url()}?/add`, {
    form: { kind: 'cohort', list: 'x'.repeat(20_000_000), key: 'k'.repeat(43) },
    headers: { origin: new URL(page.url()).origin, accept: 'text/html' }
  });
  expect(large.status()).toBe(413);
  expect(await peopleOf(ground)).toHaveLength(0);
});
