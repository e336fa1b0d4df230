import { test as bare, type Page } from '@playwright/test';
import { encodeForm } from '../../src/lib/training/evaluation/answer.ts';
import { builtInForm } from '../../src/lib/training/evaluation/form.ts';
import { evaluationOfEight } from '../evaluationOfEight.ts';
import { bodyOf, cast, takeToken } from './checkInDevice.ts';
import { groundOn, type Ground, type Scene } from './checkInGround.ts';
import { enterAs } from './checkInPage.ts';
import { expect, test } from './circlewell.ts';
import { afterTheirEnd, few, formsAreOpen, full, participants, planOfForms, training } from './formGround.ts';
import { goTo } from './house.ts';
import { addPlaces, newTraining } from './trainingGround.ts';

/** How many of eight chose what, a row a statement. */
const tallies = evaluationOfEight.items.map(({ counts }) => counts);
const words = builtInForm.choices;
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** The table of 2004: each row, the sums, both kinds of percentages, and what they are of. */
async function expectTotals(page: Page): Promise<void> {
  const rows = (await page.getByRole('row').allInnerTexts()).map((row) => row.replaceAll(/\s+/g, ' ').trim());
  expect(rows).toHaveLength(1 + 11 + 3);
  expect(rows.slice(1, 12).map((row) => row.split(' ').slice(-5).map(Number))).toEqual(
    tallies.map((counts) => [...counts, 8])
  );
  expect(rows.slice(12)).toEqual([
    'All answers 65 21 2 0 88',
    'Percent, adding up to 100 74 % 24 % 2 % 0 % 100 %',
    'Percent, each rounded by itself 74 % 24 % 2 % 0 % 100 %'
  ]);
  await expect(page.getByText('8 forms. 0 people completed the training', { exact: false })).toBeVisible();
}

test('without scripts: eight paper forms typed in give 65, 21, 2 and 0, and 74, 24, 2 and 0 %; a wrong number loses nothing; four give no table', async ({
  api,
  enter
}) => {
  const { trainer, training } = await newTraining(api);
  const page = await enter(trainer, { javaScriptEnabled: false });
  await page.goto(`/trainings/${training}/evaluations/new`);
  await page.getByRole('radio', { name: 'On paper only' }).check();
  await press(page, 'Make the evaluation');
  await page.getByRole('link', { name: 'Type in paper forms' }).click();

  const field = (at: number, choice: number) =>
    page.getByRole('group').nth(at).getByLabel(words[choice]!, { exact: true });
  const forms = page.getByLabel('Forms handed in');
  await forms.fill('8');
  for (const [at, counts] of tallies.entries())
    for (const [choice, count] of counts.entries()) await field(at, choice).fill(String(count));
  await field(0, 1).fill('1');
  await press(page, 'Save the counts');
  await expect(page.getByText('Statement 1: 9 answers, but only 8 forms. Count again.').first()).toBeVisible();
  await expect(forms).toHaveValue('8');
  await expect(field(10, 0)).toHaveValue(String(tallies[10]![0]));

  await field(0, 1).fill('');
  await press(page, 'Save the counts');
  await expect(page.getByText('The paper counts are saved.')).toBeVisible();
  await expectTotals(page);
  const csv = `${new URL(page.url()).pathname}/paper.csv`;
  expect(await (await page.request.get(csv)).text()).toContain('All answers,65,21,2,0,88');

  await page.getByRole('link', { name: 'Change the paper counts' }).click();
  await forms.fill('4');
  for (const [at, counts] of tallies.entries())
    for (const choice of counts.keys()) await field(at, choice).fill(choice === 0 ? '4' : '0');
  await press(page, 'Save the counts');
  await expect(page.getByText('4 paper forms are counted.', { exact: false })).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  expect((await page.request.get(csv)).status()).toBe(404);
  await page.getByText('Remove the paper counts').click();
  await press(page, 'Yes, remove them');
  await expect(page.getByText('The paper counts are removed.')).toBeVisible();
});

test('an own form is written, kept and chosen; the sums follow while typing; what has not opened is taken back', async ({
  api,
  enter
}) => {
  const ground = await newTraining(api);
  await addPlaces(ground, 6);
  const page = await enter(ground.trainer);
  await goTo(page, `/trainings/${ground.training}/evaluations`);
  await page.getByRole('link', { name: 'New evaluation' }).click();
  await page.getByText('Write a form of your own').click();
  await page.getByLabel('Title of the form').fill('After the open day');
  await page.getByLabel('Statements, one a line').fill('I know who does what now.\n\nI would come again.');
  await page.getByLabel('Choice 4').fill('Very');
  await press(page, 'Keep the form');
  await expect(page.getByText('The four choices have to differ.').first()).toBeVisible();
  await page.getByLabel('Choice 4').fill('Not at all');
  await press(page, 'Keep the form');
  await expect(page.getByText('The form is kept.', { exact: false })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'After the open day' })).toBeChecked();

  await page.getByLabel('Opens', { exact: true }).fill('2024-01-01T10:00');
  await press(page, 'Make the evaluation');
  await expect(page.getByText('It can’t open in the past', { exact: false }).first()).toBeVisible();
  const later = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Opens', { exact: true }).fill(`${later}T10:00`);
  await page.getByLabel('Closes', { exact: true }).fill(`${later}T10:05`);
  await press(page, 'Make the evaluation');
  await expect(page.getByText('at least ten minutes and at most 28 days', { exact: false }).first()).toBeVisible();
  await page.getByLabel('Closes', { exact: true }).fill(`${later}T10:10`);
  await press(page, 'Make the evaluation');
  await expect(page.getByText('Until it opens you can take it back.', { exact: false })).toBeVisible();

  await page.getByRole('link', { name: 'Type in paper forms' }).click();
  await page.getByLabel('Forms handed in').fill('3');
  const second = page.getByRole('group').nth(1);
  await expect(second).toContainText('2. I would come again.');
  await second.getByLabel('Not at all').fill('4');
  await expect(second.getByText('More answers than forms')).toBeVisible();
  await second.getByLabel('Not at all').fill('2');
  await expect(second.getByText('2 of 3')).toBeVisible();
  // Typed and not kept: going back asks.
  page.once('dialog', (dialog) => void dialog.accept());
  await page.goBack();
  await page.locator('summary', { hasText: 'Take the evaluation back' }).click();
  await press(page, 'Take the evaluation back');
  await expect(page.getByText('The evaluation is taken back.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No evaluation yet' })).toBeVisible();
});

bare.describe('anonymous forms', () => {
  let ground: Ground;
  let scene: Scene;
  bare.setTimeout(240_000);
  bare.beforeAll(async () => {
    ground = await groundOn('pglite');
    scene = await ground.open(planOfForms(builtInForm));
    await formsAreOpen(scene);
  });
  bare.afterAll(async () => {
    await scene?.remove();
    await ground?.remove();
  });

  bare(
    'the trainer sees nothing before the form closes; then eight give the table of eight, and four nothing',
    async ({ browser }) => {
      const { url } = scene.server;
      const send = async (person: number, evaluation: string, choices: readonly number[]) => {
        const token = await takeToken(
          url,
          evaluation,
          '',
          {},
          `/place/${participants[person]!.secret}/token/${evaluation}`
        );
        expect(await cast(url, evaluation, await bodyOf(url, evaluation, token, encodeForm(choices)))).toBe(204);
      };
      for (const person of participants.keys()) {
        const choices = tallies.map(
          (counts) => counts.flatMap((count, at) => Array<number>(count).fill(at + 1))[person]!
        );
        await send(person, full, choices);
        if (person < 4) await send(person, few, choices);
      }

      const page = await enterAs(browser, scene, 'trainer@demo.example');
      await page.goto(`/trainings/${training}/evaluations`);
      await page.getByRole('link', { name: 'After the training' }).click();
      await expect(page.getByText('Nobody can see answers, or how many there are', { exact: false })).toBeVisible();
      await page.getByText('Who is asked (8)').click();
      await expect(page.getByText('Participant 7')).toBeVisible();
      await expect(page.getByRole('table')).toHaveCount(0);
      await expect(page.getByRole('button', { name: 'Take the evaluation back' })).toHaveCount(0);
      const here = page.url();

      await afterTheirEnd(scene);
      const counted = async (address: string, sentence: string) => {
        await page.goto(address);
        return page.getByText(sentence, { exact: false }).count();
      };
      await expect.poll(() => counted(here, '8 forms.'), { timeout: 60_000 }).toBe(1);
      await expectTotals(page);
      // Pace and time for topics: what the printed table of 2004 did not say.
      await expect(page.getByText('Read the two together.', { exact: false })).toHaveText(
        'Statements 5 and 6 ask nearly the same, and the answers differ. Read the two together.'
      );
      await expect
        .poll(() => counted(here.replace(full, few), 'Fewer than five forms came in.'), { timeout: 60_000 })
        .toBe(1);
      await expect(page.getByRole('table')).toHaveCount(0);
      expect((await page.request.get(`${here.replace(full, few)}/forms.csv`)).status()).toBe(404);
    }
  );
});
