import type { Page } from '@playwright/test';
import { must } from '../policies/furnish.ts';
import { expect, test } from './circlewell.ts';
import { goTo, newPerson, type Person } from './house.ts';
import { tabTo, typeDate } from './keyboard.ts';
import {
  addPlaces,
  fiveDates,
  newTrainer,
  holdOn,
  newTraining,
  noteAttendance,
  pastDates,
  wholeDays
} from './trainingGround.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const trainingOf = (page: Page) => /\/trainings\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
const datesOf = async ({ client }: Person, training: string) =>
  must(await client.from('training_days').select('held_on').eq('training_id', training).order('day')).map(
    ({ held_on }) => held_on
  );

/** The four numbers as they stand on the overview, by their names. */
async function fourNumbers(page: Page): Promise<Record<string, string>> {
  const region = page.getByRole('region', { name: 'Four numbers' });
  const names = await region.getByRole('term').allInnerTexts();
  const numbers = await region.getByRole('definition').locator('span:first-child').allInnerTexts();
  return Object.fromEntries(names.map((name, at) => [name, numbers[at] ?? '']));
}

test('a training is planned from the home page with the keyboard alone, and its sign-up opened', async ({
  api,
  enter
}) => {
  const { trainer } = await newTrainer(api);
  const page = await enter(trainer);
  await goTo(page, '/home');
  await tabTo(page, page.getByRole('navigation').getByRole('link', { name: 'Trainings' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'No training yet' })).toBeVisible();
  await tabTo(page, page.getByRole('link', { name: 'Plan a training' }).first());
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('What is the training called?'));
  await page.keyboard.type('Spring training');
  for (const [at, date] of fiveDates.entries()) {
    await tabTo(page, page.getByLabel(`Day ${at + 1}`, { exact: at > 0 }));
    await typeDate(page, date);
  }
  await tabTo(page, page.getByLabel('Minutes that may be missed'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('20');
  await expect(
    page.getByText('All 5 days; a made-up half day counts; up to 20 minutes of a half day may be missed.')
  ).toBeVisible();
  await tabTo(page, button(page, 'Plan the training'));
  await page.keyboard.press('Enter');

  await expect(heading(page, 'Spring training')).toBeVisible();
  expect(await datesOf(trainer, trainingOf(page))).toEqual(fiveDates);
  expect(Object.values(await fourNumbers(page))).toEqual(['0', '0', '0', '0']);
  const now = page.getByRole('region', { name: 'What to do now' });
  await tabTo(page, now.getByRole('button', { name: 'Open sign-up' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Sign-up is open. Share the link below.')).toBeVisible();
  await expect(now).toContainText('Share the link.');
  await expect(page.getByLabel('Link for signing up')).toHaveValue(/\/training\/[0-9a-f]{20}$/);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a training is planned, what was typed is kept, and the same form twice plans one', async ({ api, enter }) => {
    const { trainer } = await newTrainer(api);
    const page = await enter(trainer, { javaScriptEnabled: false });
    await page.goto('/trainings/new');
    await page.getByLabel('What is the training called?').fill('On paper');
    const dates = [...fiveDates, '2035-04-21'];
    const fill = (at: number, date: string) => page.locator(`#date${at + 1}`).fill(date);
    for (const [at, date] of dates.entries()) await fill(at, date);
    await fill(2, '2035-03-31');
    await page.getByLabel('Make-ups count').uncheck();
    await button(page, 'Plan the training').click();
    await expect(page.getByText('Day 3 needs a later date than the day before it.').first()).toBeVisible();
    await expect(page.getByLabel('What is the training called?')).toHaveValue('On paper');
    await expect(page.getByLabel('Make-ups count')).not.toBeChecked();
    await fill(2, fiveDates[2]!);
    const form = await page
      .locator('form:has(#title)')
      .evaluate((element) =>
        [...new FormData(element as HTMLFormElement)].map(([name, value]) => [name, String(value)])
      );
    await button(page, 'Plan the training').click();
    await expect(heading(page, 'On paper')).toBeVisible();
    const { url, ...rest } = { url: new URL(page.url()), headers: { origin: api.url, accept: 'text/html' } };
    const again = await page
      .context()
      .request.post(`${api.url}/trainings/new`, { form: Object.fromEntries(form), ...rest, maxRedirects: 0 });
    expect(again.status()).toBe(303);
    expect(new URL(again.headers().location ?? '', api.url).pathname).toBe(url.pathname);

    const training = trainingOf(page);
    expect(await datesOf(trainer, training)).toEqual(dates);
    const sixth = trainer.client.from('training_sessions').select('id').eq('training_id', training).eq('day', 6);
    expect(must(await sixth).length, 'the extra sessions stand on the day that was added').toBeGreaterThan(0);
    await expect(page.getByText('a made-up half day does not count').first()).toBeVisible();
  });
});

test('the four numbers are four, and the next thing follows from where the training stands', async ({ api, enter }) => {
  const ground = await newTraining(api, { over: { places: 3 } });
  const people = await addPlaces(ground, 4);
  const openDay = await addPlaces(ground, 2, { kind: 'open_day' });
  const [whole, some] = people;
  await noteAttendance(ground, [whole!], wholeDays(5));
  await noteAttendance(ground, [some!], [{ day: 2, half: 1 }]);
  await noteAttendance(ground, [openDay[0]!], [{ day: 1, half: 1 }]);
  const page = await enter(ground.trainer);
  await goTo(page, `/trainings/${ground.training}`);

  expect(await fourNumbers(page)).toEqual({
    'Signed up': '3',
    'Attended the open day': '2',
    Started: '2',
    Completed: '1'
  });
  await expect(page.getByText('of 3 places', { exact: true })).toBeVisible();
  await expect(page.getByText('1 waits for a place').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'What to do now' })).toContainText('Day 1 of 5: 30 March 2035');
});

test('dates move together, a sixth day comes and goes, and a rule with certificates wants a second word', async ({
  api,
  enter
}) => {
  const ground = await newTraining(api);
  const { trainer, training } = ground;
  const page = await enter(trainer);
  await goTo(page, `/trainings/${training}/change`);
  const day = (number: number) => page.getByRole('group', { name: `Day ${number}`, exact: true });
  await day(3).getByLabel('Date').fill('2035-04-13');
  await page.getByLabel('Move all later days by the same span').check();
  await button(page, 'Save the days').click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  expect(await datesOf(trainer, training)).toEqual([
    '2035-03-30',
    '2035-03-31',
    '2035-04-13',
    '2035-04-14',
    '2035-04-27'
  ]);

  await day(2).getByLabel('Date').fill('2035-05-30');
  await button(page, 'Save the days').click();
  await expect(page.getByText('Day 3 needs a later date than the day before it.').first()).toBeVisible();
  await expect(day(2).getByLabel('Date')).toHaveValue('2035-05-30');

  await page.getByText('Add day 6').click();
  await page.locator('#added-date').fill('2035-05-04');
  await button(page, 'Add the day').click();
  await expect(button(page, 'Remove day 6')).toBeVisible();
  const needed = async () =>
    must(await trainer.client.from('trainings').select('days_needed').eq('id', training).single()).days_needed;
  expect(await needed()).toBe(6);
  await button(page, 'Remove day 6').click();
  await expect(button(page, 'Remove day 6')).toHaveCount(0);
  expect(await needed()).toBe(5);

  const [place] = await addPlaces(ground, 1);
  await noteAttendance(ground, [place!], wholeDays(5));
  await holdOn(ground, pastDates);
  must(await trainer.client.rpc('issue_certificate', { p_place: place!.place }));
  await goTo(page, `/trainings/${training}/change`);
  await page.getByLabel('Days needed').fill('4');
  await button(page, 'Save the changes').click();
  await expect(page.getByRole('alert').first()).toContainText('1 certificate was given by the rule as it is.');
  await expect(page.getByLabel('Days needed')).toHaveValue('4');
  await page.getByLabel('If I change the rule, I mean it').check();
  await button(page, 'Save the changes').click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  expect(await needed()).toBe(4);

  await page.getByText('Delete this training').click();
  await expect(page.getByText('1 certificate stays valid and can still be verified.')).toBeVisible();
  await page.locator('#delete-title').fill('Another one');
  await button(page, 'Delete for good').click();
  await expect(page.getByText('This is not the title. Nothing was deleted.').first()).toBeVisible();
  await page.locator('#delete-title').fill('Facilitators, spring');
  await button(page, 'Delete for good').click();
  await expect(page.getByText('The training is deleted.')).toBeVisible();
  expect(must(await trainer.client.from('training_places').select('id').eq('training_id', training))).toEqual([]);
});

test('what is typed is not lost: saving beside it leaves it, and leaving the page asks', async ({ api, enter }) => {
  const ground = await newTraining(api);
  const page = await enter(ground.trainer);
  const asked: string[] = [];
  let answer = false;
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void (answer ? dialog.accept() : dialog.dismiss());
  });
  await goTo(page, `/trainings/${ground.training}/change`);
  await page.getByLabel('What is the training called?').fill('Facilitators, autumn');
  await page.getByRole('group', { name: 'Day 5' }).getByLabel('Date').fill('2035-04-21');
  await button(page, 'Save the days').click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  await expect(page.getByLabel('What is the training called?')).toHaveValue('Facilitators, autumn');
  const overview = page.getByRole('link', { name: 'Overview', exact: true });
  await overview.click();
  await expect.poll(() => asked).toEqual(['What you typed here is not saved. Leave all the same?']);
  await expect(page.getByLabel('What is the training called?')).toHaveValue('Facilitators, autumn');
  await button(page, 'Save the changes').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Facilitators, autumn' })).toBeVisible();
  // Saved is saved: nobody is asked.
  await overview.click();
  await page.getByLabel('For the next time').fill('Start later.');
  await page.getByRole('link', { name: 'Certificates', exact: true }).click();
  await expect.poll(() => asked).toHaveLength(2);
  await expect(page.getByLabel('For the next time')).toHaveValue('Start later.');
  answer = true;
  await page.getByRole('link', { name: 'Certificates', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Completed, no certificate yet' })).toBeVisible();
  expect(asked).toHaveLength(3);
});

test('the next training takes the timetable as it became, and nothing of the people', async ({ api, enter }) => {
  const ground = await newTraining(api);
  const { trainer, training } = ground;
  await addPlaces(ground, 2);
  const talk = (id: string) =>
    trainer.client.from('training_sessions').select('minutes').eq('training_id', id).eq('title', 'Talk 4').single();
  const took = trainer.client.from('training_sessions').update({ actual_minutes: 115 });
  must(await took.eq('training_id', training).eq('title', 'Talk 4').select('id'));
  const page = await enter(trainer);
  await goTo(page, `/trainings/${training}`);
  await page.getByLabel('For the next time').fill('Culture needs a whole day.');
  await button(page, 'Save').click();
  await expect(page.getByText('It is shown when the next training is planned from this one.')).toBeVisible();
  await expect(page.getByRole('row', { name: 'Culture 280 115 +35' })).toBeVisible();

  await page.getByRole('link', { name: 'Plan the next training from this one' }).click();
  await expect(page.getByRole('complementary', { name: 'What was learned' })).toContainText(
    'Culture needs a whole day.'
  );
  await page.getByLabel('What is the training called?').fill('Autumn training');
  for (const [at, date] of fiveDates.entries()) await page.locator(`#date${at + 1}`).fill(date.replace('2035', '2036'));
  await expect(page.locator('#trainers')).toHaveValue('Tara Trainer\nTheo Co-trainer');
  await button(page, 'Plan the training').click();
  await expect(heading(page, 'Autumn training')).toBeVisible();

  const next = trainingOf(page);
  expect(next).not.toBe(training);
  expect(must(await talk(next)).minutes).toBe(115);
  expect(must(await talk(training)).minutes).toBe(80);
  const columns = 'curriculum_id, copied_from, learned, sign_up_open';
  expect(must(await trainer.client.from('trainings').select(columns).eq('id', next).single())).toEqual({
    curriculum_id: ground.curriculum,
    copied_from: training,
    learned: '',
    sign_up_open: false
  });
  expect(must(await trainer.client.from('training_places').select('id').eq('training_id', next))).toEqual([]);
});

test('who is no trainer finds nothing; who has a place finds it at home', async ({ api, enter }) => {
  const { lead, training, code } = await newTraining(api);
  const leads = await enter(lead);
  for (const path of ['/trainings', '/trainings/new', `/trainings/${training}`, `/trainings/${training}/change`])
    expect((await leads.goto(path))?.status(), path).toBeGreaterThanOrEqual(403);
  await leads.goto('/home');
  await expect(leads.getByRole('navigation').getByRole('link', { name: 'Trainings' })).toHaveCount(0);

  const pia = await newPerson(api, 'Pia Participant');
  const taken = { p_code: code, p_kind: 'cohort', p_name: pia.name, p_email: '', p_workplace: '' };
  const { place } = must(await pia.client.rpc('sign_up', { ...taken, p_secret_hash: 'a'.repeat(64) })) as {
    place: string;
  };
  const page = await enter(pia);
  await page.goto('/home');
  const mine = page.getByRole('region', { name: 'Your trainings' });
  await expect(mine).toContainText('Next day: 30 March 2035');
  await expect(mine.getByRole('link', { name: 'Facilitators, spring' })).toHaveAttribute('href', `/place/${place}`);
});
