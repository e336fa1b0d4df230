import type { Page } from '@playwright/test';
import { must } from '../policies/furnish.ts';
import { expect, test } from './circlewell.ts';
import { goTo, newPerson } from './house.ts';
import { addPlaces, newTraining, noteAttendance, type TrainingGround } from './trainingGround.ts';

/** Both sides of the clock change of 25 March 2035; the first day is open to all. */
const dates = ['2035-03-22', '2035-03-29'];
const personal = /\/place\/[A-Za-z0-9_-]{43}$/;

type Typed = { kind?: 'The whole training, all days' | 'The open day only'; name: string; email: string };

async function fill(page: Page, { kind = 'The whole training, all days', name, email }: Typed) {
  await page.getByRole('radio', { name: kind }).check();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('E-mail address').fill(email);
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const peopleOf = async ({ trainer, training }: TrainingGround) =>
  must(await trainer.client.from('training_places').select('name, state, kind').eq('training_id', training).order('turn')); // prettier-ignore

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a visitor signs up, gets a page of their own, the dates and a letter; the form once more is the same place', async ({
    page,
    api,
    server
  }) => {
    const ground = await newTraining(api, {
      dates,
      over: { venue: 'The long room, 4 Quay Street', contact: 'The office, 020 7946 0000' }
    });
    const answer = await page.goto(`/training/${ground.code}`);
    expect(answer?.headers()).toMatchObject({
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'same-origin'
    });
    await expect(page).toHaveTitle('Circlewell');
    await expect(page.getByText('Thursday 22 March 2035, 09:30 to 14:55')).toBeVisible();
    await expect(page.getByText('All 2 days', { exact: false })).toBeVisible();
    await expect(page.getByText('20 of 20 places are free.')).toBeVisible();
    // How to reach the trainers stands among the facts, and where somebody looks who lost their page.
    await expect(page.getByText('The office, 020 7946 0000').first()).toBeVisible();
    await page.getByText("You signed up before, and can't find your page?").click();
    await expect(page.getByText('The office, 020 7946 0000')).toHaveCount(2);
    await expect(page.getByText('The trainers of Harbour House can read this, and nobody else.')).toBeVisible();

    const email = `ana-${ground.code}@example.org`;
    await fill(page, { name: 'x'.repeat(10_000), email: 'ana@nowhere' });
    await press(page, 'Sign up');
    await expect(page.getByText('A name here has at most 80 characters').first()).toBeVisible();
    await expect(page.getByText('Write a whole e-mail address').first()).toBeVisible();
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('x'.repeat(10_000));
    const secret = await page.locator('input[name=secret]').inputValue();
    await fill(page, { name: 'سارة 🌻 العلي', email });
    await press(page, 'Sign up');

    await expect(page).toHaveURL(personal);
    expect(page.url()).toContain(secret);
    await expect(page.getByText('You have a place', { exact: true })).toBeVisible();
    await expect(page.getByText('سارة 🌻 العلي')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Leave quickly' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Personal address' })).toHaveValue(page.url());

    const form = { kind: 'cohort', name: 'Twice', email, workplace: '', secret };
    const again = await page.request.post(`/training/${ground.code}`, { form, headers: { origin: server.url, accept: 'text/html' }, maxRedirects: 0 }); // prettier-ignore
    expect([again.status(), again.headers().location]).toEqual([303, `/place/${secret}`]);
    expect(await peopleOf(ground)).toEqual([{ name: 'سارة 🌻 العلي', state: 'placed', kind: 'cohort' }]);

    const file = await page.request.get(`/place/${secret}/calendar.ics`);
    expect(file.headers()).toMatchObject({ 'content-type': 'text/calendar; charset=utf-8' });
    const ics = await file.text();
    expect(ics.match(/DT(START|END):.*Z/g)).toEqual([
      'DTSTART:20350322T093000Z',
      'DTEND:20350322T145500Z',
      'DTSTART:20350329T083000Z',
      'DTEND:20350329T135500Z'
    ]);
    expect(ics).toContain(`UID:${ground.training}-2@circlewell`);
    expect(ics).not.toMatch(/Facilitators|Harbour/);

    await expect.poll(() => server.letters(email)).toHaveLength(1);
    const [letter] = server.letters(email);
    expect(letter).toContain('Subject: Your place in a training');
    expect(letter).toContain(`${server.url.split(':').at(-1)}/place/${secret}`);
    expect(letter).toContain('Day 2: Thursday 29 March 2035, 09:30 to 14:55');
    expect(letter).not.toContain('🌻');
    expect(server.log()).not.toContain(secret);
  });

  test('it is given back, and the last page is closed when signing up is', async ({ page, api }) => {
    const ground = await newTraining(api, { dates, over: { contact: 'The office, 020 7946 0000' } });
    const [placed] = await addPlaces(ground, 1);
    await page.goto(placed!.path);
    await expect(page.getByRole('link', { name: 'Add the days to my calendar' })).toBeVisible();
    await page.getByText('Give my place back', { exact: true }).click();
    await press(page, 'Yes, give my place back');
    await expect(page.getByText('You have no place any more')).toBeVisible();
    await expect(page.getByText('Give my place back', { exact: true })).toHaveCount(0);
    // Nothing that holds no more, and how to come back.
    await expect(page.getByRole('link', { name: 'Add the days to my calendar' })).toHaveCount(0);
    await expect(page.getByText('The office, 020 7946 0000')).toBeVisible();
    must(await ground.trainer.client.from('trainings').update({ sign_up_open: false }).eq('id', ground.training).select('id')); // prettier-ignore
    await page.goto(`/training/${ground.code}`);
    await expect(page.getByText('Signing up is closed')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Sign up' })).toHaveCount(0);
    for (const nowhere of ['/training/nothing', `/place/${'x'.repeat(43)}`, `/place/${placed!.place}`])
      expect((await page.goto(nowhere))?.status()).toBe(404);
  });
});

test('what is opened before the scripts are there stays open', async ({ page, api }) => {
  const ground = await newTraining(api, { dates });
  let arrive = () => {};
  const late = new Promise<void>((done) => (arrive = done));
  await page.route('**/*.js', async (route) => {
    await late;
    await route.continue();
  });
  await page.goto(`/training/${ground.code}`, { waitUntil: 'commit' });
  const fold = page.locator('details').filter({ hasText: 'You signed up before' });
  await fold.locator('summary').click();
  arrive();
  await page.waitForFunction(() => document.documentElement.classList.contains('scripted'));
  await expect(fold.getByText('Look among unwanted mail too.')).toBeVisible();
});

test('two people press at once for the last place: one has it, one waits, and gets it when it is given back', async ({
  browser,
  api,
  server,
  enter
}) => {
  const ground = await newTraining(api, { dates, over: { places: 1, open_places: 0 } });
  const contexts = await Promise.all([1, 2].map(() => browser.newContext({ baseURL: server.url })));
  const pages = await Promise.all(contexts.map((context) => context.newPage()));
  const emails = pages.map((_, at) => `p${at}-${ground.code}@example.org`);
  for (const [at, page] of pages.entries()) {
    await goTo(page, `/training/${ground.code}`);
    await page.getByLabel('Name', { exact: true }).fill(`Person ${at}`);
    await page.getByLabel('E-mail address').fill(emails[at]!);
  }
  // Twice each: a double click is one place.
  await Promise.all(pages.map((page) => page.getByRole('button', { name: 'Sign up', exact: true }).dblclick()));
  for (const page of pages) await expect(page).toHaveURL(personal);
  expect((await peopleOf(ground)).map(({ state }) => state).sort()).toEqual(['placed', 'waiting']);
  const waits = (await pages[0]!.getByText('You are on the waiting list').isVisible()) ? 0 : 1;
  await expect(pages[waits]!.getByText('You are the next to get a place.')).toBeVisible();

  const third = await contexts[0]!.newPage();
  await third.goto(`/training/${ground.code}`);
  await expect(third.getByText('No place is free. 1 person is waiting before you.')).toBeVisible();
  await expect(third.getByRole('button', { name: 'Put me on the waiting list' })).toBeVisible();

  const list = await enter(ground.trainer);
  await goTo(list, `/trainings/${ground.training}/people`);
  await expect(list.getByText('1 of 1 placed · 1 waiting', { exact: true })).toBeVisible();
  await expect(list.getByRole('button', { name: /Give the place/ })).toHaveCount(0);

  await pages[1 - waits]!.getByText('Give my place back', { exact: true }).click();
  await press(pages[1 - waits]!, 'Yes, give my place back');
  await expect(pages[1 - waits]!.getByText('You have no place any more')).toBeVisible();
  await list.reload();
  await expect(list.getByText('0 of 1 placed · 1 waiting · 1 no longer placed')).toBeVisible();
  await press(list, `Give the place to Person ${waits}`);
  await expect(list.getByText('1 of 1 placed · 1 no longer placed')).toBeVisible();
  await pages[waits]!.reload();
  await expect(pages[waits]!.getByText('You have a place', { exact: true })).toBeVisible();
  await expect.poll(() => server.letters(emails[waits]!).at(-1)).toContain('it is yours now');
  for (const context of contexts) await context.close();
});

test('the trainer adds, finds, moves and removes people, and makes a new personal address that ends the old one', async ({
  api,
  enter,
  server,
  page: visitor
}) => {
  const ground = await newTraining(api, { dates });
  const [first] = await addPlaces(ground, 2);
  const page = await enter(ground.trainer);
  const people = `/trainings/${ground.training}/people`;
  await goTo(page, `${people}/new`);
  await page.getByLabel('Name', { exact: true }).fill('Rosa Rang');
  await page.getByLabel('E-mail address').fill(first!.email.toUpperCase());
  await press(page, 'Add this person');
  await expect(page.getByText('Rosa Rang has a place.')).toBeVisible();
  const address = await page.getByRole('textbox', { name: 'Personal address' }).inputValue();
  await expect(page.getByText(`A letter with it is on its way to ${first!.email.toUpperCase()}.`)).toBeVisible();
  await expect.poll(() => server.letters(first!.email.toUpperCase()).at(-1)).toContain(new URL(address).pathname);
  await visitor.goto(new URL(address).pathname);
  await expect(visitor.getByText('Rosa Rang')).toBeVisible();

  await goTo(page, people);
  await expect(page.getByText('3 of 20 placed')).toBeVisible();
  await expect(page.getByText('same e-mail address as another')).toHaveCount(2);
  await page.getByLabel('Look for somebody').fill('rosa');
  await expect(page.getByText('1 of 3 fit.')).toBeVisible();
  const csv = await (await page.request.get(`${people}/list.csv`)).text();
  expect(csv.split('\r\n')).toHaveLength(5);

  await page.getByRole('link', { name: 'Rosa Rang' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Rosa Right');
  await press(page, 'Save');
  await expect(page.getByText('It is saved.')).toBeVisible();
  await press(page, 'Give a place on the open day');
  await expect(page.getByText('It is done: Placed.')).toBeVisible();
  await expect(page.getByText('The open day only')).toBeVisible();
  await expect.poll(() => server.letters(first!.email.toUpperCase()).at(-1)).toContain('open day only');
  await page.getByText('Make a new personal address').click();
  await press(page, 'Make it, and end the old one');
  const fresh = await page.getByRole('textbox', { name: 'Personal address' }).inputValue();
  expect(fresh).not.toBe(address);
  expect((await visitor.goto(new URL(address).pathname))?.status()).toBe(404);
  await visitor.goto(new URL(fresh).pathname);
  await expect(visitor.getByText('The open day only')).toBeVisible();
  await page.getByText('Remove altogether').click();
  await press(page, 'Yes, remove this person');
  await expect(page).toHaveURL(new RegExp(`${people}$`));
  expect((await visitor.goto(new URL(fresh).pathname))?.status()).toBe(404);
  expect(await peopleOf(ground)).toHaveLength(2);
});

test('a place is tied to an account and found there; its page says what was attended and what is missing', async ({
  api,
  enter
}) => {
  const ground = await newTraining(api, { dates: ['2026-03-30', '2026-03-31'] });
  const [own, other] = await addPlaces(ground, 2);
  await noteAttendance(ground, [own!], [{ day: 1, half: 1 }, { day: 1, half: 2, late_minutes: 10 }, { day: 2, half: 1 }, { day: 2, half: 2, came: false }]); // prettier-ignore
  const person = await newPerson(api, 'Pia Participant');
  const page = await enter(person);
  await goTo(page, own!.path);
  await expect(page.getByText('1 of 2 days count so far. You need 2.')).toBeVisible();
  await expect(page.getByText('Day 2, afternoon is missing: ask the trainers about a make-up.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Day 1/ })).toContainText('there, 10 minutes missed');
  await press(page, 'Tie it to my account');
  await expect(page.getByText('This place is tied to your account.')).toBeVisible();
  await page.goto(`/place/${own!.place}`);
  await expect(page.getByText('1 of 2 days count so far.')).toBeVisible();
  await expect(page.getByText('Keep this address')).toHaveCount(0);
  await goTo(page, other!.path);
  await press(page, 'Tie it to my account');
  await expect(page.getByText('Your account has another place in this training already.').first()).toBeVisible();
  expect((await page.goto(`/place/${other!.place}`))?.status()).toBe(404);
  await goTo(page, `/training/${ground.code}`);
  await fill(page, { name: 'Pia', email: person.email });
  await press(page, 'Sign up');
  await expect(page.getByText('You signed up for this training before.')).toBeVisible();
});
