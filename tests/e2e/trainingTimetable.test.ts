import type { Page } from '@playwright/test';
import { must } from '../policies/furnish.ts';
import { expect, test } from './circlewell.ts';
import { goTo } from './house.ts';
import { newTraining, type TrainingGround } from './trainingGround.ts';

const row = (page: Page, name: string) => page.getByRole('listitem', { name });
const half = (page: Page, name: string) => page.getByRole('list', { name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const bar = (page: Page) => page.getByRole('group', { name: 'Minutes per subject' });

const sessionsOf = async ({ trainer, training }: TrainingGround, day: number) =>
  must(
    await trainer.client
      .from('training_sessions')
      .select('id, title, half, minutes, started_at, ended_at, actual_minutes')
      .eq('training_id', training)
      .eq('day', day)
      .order('half')
      .order('position')
  );
const titlesOf = async (ground: TrainingGround, day: number) =>
  (await sessionsOf(ground, day)).map(({ half, title }) => `${half} ${title}`);

test.describe('the timetable', () => {
  let ground: TrainingGround;
  test.beforeEach(async ({ api }) => {
    ground = await newTraining(api, { dates: ['2035-03-30', '2035-03-31'] });
  });

  test('is moved and timed by keyboard, undone and saved', async ({ enter }) => {
    const page = await enter(ground.trainer);
    await goTo(page, `/trainings/${ground.training}/timetable`);
    await expect(row(page, 'Talk 1, 3 of 3')).toContainText('10:10–11:30');
    await expect(bar(page)).toContainText('Overview 140');

    await page.getByRole('button', { name: 'Move Talk 1 later' }).press('Enter');
    await expect(page.getByRole('status')).toHaveText('Talk 1 is now on Day 1, afternoon, starting at 13:15.');
    await expect(page.getByRole('button', { name: 'Move Talk 1 later' })).toBeFocused();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(row(page, 'Talk 1, 2 of 4')).toContainText('14:15–15:35');

    const minutes = row(page, 'Opening circle 1, 1 of 2').getByRole('spinbutton', { name: 'Minutes' });
    await minutes.fill('240');
    await expect(page.getByText('The morning runs 25 minutes into the afternoon')).toBeVisible();
    await expect(bar(page)).toContainText('Circles 330');
    await button(page, 'Undo').click();
    await expect(bar(page)).toContainText('Circles 120');

    await button(page, 'Save timetable').click();
    await expect(page.getByRole('status')).toHaveText('The timetable is saved.');
    expect(await titlesOf(ground, 1)).toEqual([
      '1 Opening circle 1',
      '1 Coffee',
      '2 Practice 1',
      '2 Talk 1',
      '2 Tea',
      '2 Closing circle 1'
    ]);
  });

  test('a row is dragged to another day, split, and the rest of a subject added', async ({ enter }) => {
    const page = await enter(ground.trainer);
    await goTo(page, `/trainings/${ground.training}/timetable`);
    await row(page, 'Practice 2, 1 of 3').scrollIntoViewIfNeeded();
    const handle = (await row(page, 'Practice 1, 1 of 3').getByTitle('Drag Practice 1').boundingBox())!;
    const onto = (await row(page, 'Practice 2, 1 of 3').boundingBox())!;
    await page.mouse.move(handle.x + 10, handle.y + 10);
    await page.mouse.down();
    await page.mouse.move(onto.x + 40, onto.y + onto.height - 8, { steps: 8 });
    await page.mouse.up();
    await expect(page.getByRole('status')).toHaveText('Practice 1 is now on Day 2, afternoon, starting at 14:15.');

    await row(page, 'Talk 2, 3 of 3').getByText('More').click();
    await button(page, 'Split Talk 2 in two').click();
    await expect(row(page, 'Talk 2, second part, 4 of 4')).toContainText('10:50–11:30');
    await page.getByLabel('Add to the timetable').selectOption({ label: 'More on culture · 90 minutes' });
    await page.getByLabel('Where').selectOption('Day 2, afternoon');
    await button(page, 'Add').click();
    await expect(bar(page)).toContainText('Culture 90');
    await button(page, 'Save timetable').click();
    await expect(page.getByRole('status')).toHaveText('The timetable is saved.');
    await page.reload();
    await expect(
      half(page, 'Day 2, afternoon').getByRole('textbox', { name: 'What this session is called' })
    ).toHaveCount(5);
  });

  test('who saves second is told what the first did, and nothing typed is lost', async ({ enter }) => {
    const page = await enter(ground.trainer);
    await goTo(page, `/trainings/${ground.training}/timetable`);
    await row(page, 'Talk 1, 3 of 3').getByLabel('What this session is called').fill('My own words');
    const { client } = ground.trainer;
    const all = must(
      await client
        .from('training_sessions')
        .select('id, day, half, position, session_key, title, subject, format, minutes, trainers')
        .eq('training_id', ground.training)
    );
    const theirs = all.map((each) => (each.title === 'Practice 2' ? { ...each, minutes: 75 } : each));
    must(
      await client.rpc('save_timetable', { p_training: ground.training, p_version: 1, p_sessions: theirs as never })
    );

    await button(page, 'Save timetable').click();
    const told = page.getByRole('alert');
    await expect(told).toContainText('Another trainer saved this timetable first');
    await expect(told.getByRole('listitem')).toHaveText(['Practice 2: 60 to 75 minutes']);
    await expect(row(page, 'My own words, 3 of 3')).toBeVisible();
    expect(await titlesOf(ground, 1)).toContain('1 Talk 1');

    await button(page, 'Save mine instead').click();
    await expect(page.getByRole('status')).toHaveText('The timetable is saved.');
    expect(await titlesOf(ground, 1)).toContain('1 My own words');
  });

  test('works without scripts: arrows, minutes, another half day', async ({ enter }) => {
    const page = await enter(ground.trainer, { javaScriptEnabled: false });
    await page.goto(`/trainings/${ground.training}/timetable`);
    await row(page, 'Practice 1, 1 of 3').getByRole('spinbutton', { name: 'Minutes' }).fill('45');
    await half(page, 'Day 1, morning').getByRole('button', { name: 'Move Coffee earlier' }).click();
    await expect(page.getByText('The timetable is saved.')).toBeVisible();
    await row(page, 'Talk 1, 3 of 3').getByText('More').click();
    await row(page, 'Talk 1, 3 of 3').getByLabel('To another half day').selectOption('Day 2, afternoon');
    await button(page, 'Save timetable').click();
    await expect(row(page, 'Talk 1, 4 of 4')).toBeVisible();
    expect((await sessionsOf(ground, 1)).map(({ title, minutes }) => `${title} ${minutes}`)).toEqual([
      'Coffee 10',
      'Opening circle 1 30',
      'Practice 1 45',
      'Tea 10',
      'Closing circle 1 30'
    ]);
  });

  test('what sessions took is typed in, and compared by subject', async ({ enter }) => {
    const page = await enter(ground.trainer);
    await page.goto(`/trainings/${ground.training}/timetable/actual`);
    await page.getByLabel('Talk 1').fill('110');
    await page.getByLabel('Practice 1').fill('soon');
    await button(page, 'Save minutes').click();
    await expect(page.getByText('Type whole minutes, at most 960, or leave it empty.').first()).toBeVisible();
    await expect(page.getByLabel('Talk 1')).toHaveValue('110');
    await page.getByLabel('Practice 1').fill('');
    await button(page, 'Save minutes').click();
    await expect(page.getByText('The minutes are saved.')).toBeVisible();
    const overview = page.getByRole('row', { name: /Overview/ });
    await expect(overview.getByRole('cell')).toHaveText(['140', '80', '110', '+30']);
    await expect(overview).toContainText('Took a quarter more than planned, or longer');
    await expect(page.getByRole('row', { name: /Circles/ }).getByRole('cell')).toHaveText(['120', '–', '–', '–']);
  });
});
