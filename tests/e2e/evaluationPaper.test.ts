import { builtInForm } from '../../src/lib/training/evaluation/form.ts';
import { expect, test } from './circlewell.ts';
import { goTo } from './house.ts';
import { newTraining } from './trainingGround.ts';

test('paper forms are typed in one after the other, by keys and by taps; the last one is undone; the sums add up by themselves', async ({
  api,
  enter,
  checkPage
}) => {
  const { trainer, training } = await newTraining(api);
  const page = await enter(trainer);
  await goTo(page, `/trainings/${training}/evaluations/new`);
  await page.getByRole('radio', { name: 'On paper only' }).check();
  await page.getByRole('button', { name: 'Make the evaluation', exact: true }).click();
  await page.getByRole('link', { name: 'Type in paper forms' }).click();

  const entry = page.getByRole('region', { name: 'One form after the other' });
  const keys = entry.getByLabel('Or by keyboard');
  const forms = page.getByLabel('Forms handed in');
  const field = (at: number, choice: number) => page.getByRole('group').nth(at).getByRole('spinbutton').nth(choice);
  await expect(entry.getByText('Form 1, statement 1 of 11')).toBeVisible();
  await expect(entry.getByRole('button', { name: 'Undo the last form' })).toBeDisabled();

  // By keys: what is no choice is passed over, a space and 0 leave out.
  await keys.pressSequentially('1x9 2');
  await expect(keys).toHaveValue('102');
  await expect(entry.getByText('Form 1, statement 4 of 11')).toBeVisible();
  await expect(entry.getByText(builtInForm.statements[3]!.text)).toBeVisible();
  await keys.press('Enter');
  await expect(forms).toHaveValue('');
  await keys.press('Backspace');
  await keys.pressSequentially('344444444');
  await expect(entry.getByText('Form 1 is added.')).toBeVisible();
  await expect(keys).toHaveValue('');
  await expect(forms).toHaveValue('1');
  await expect(field(2, 2)).toHaveValue('1');
  await expect(field(1, 0)).toHaveValue('');

  // By taps, with a step back.
  for (let at = 0; at < 10; at++)
    await entry.getByRole('button', { name: `1 ${builtInForm.choices[0]}`, exact: true }).click();
  await entry.getByRole('button', { name: 'One statement back' }).click();
  await entry.getByRole('button', { name: '0 Left out' }).click();
  await entry.getByRole('button', { name: `1 ${builtInForm.choices[0]}`, exact: true }).click();
  await expect(entry.getByText('Form 2 is added.')).toBeVisible();
  await expect(field(0, 0)).toHaveValue('2');
  await expect(field(9, 0)).toHaveValue('');
  await expect(page.getByText('1 of 2').first()).toBeVisible();

  await entry.getByRole('button', { name: 'Undo the last form' }).click();
  await expect(entry.getByText('Form 2 is taken out again.', { exact: false })).toBeVisible();
  await expect(keys).toBeFocused();
  await expect(forms).toHaveValue('1');
  await checkPage(page);
  for (let form = 2; form <= 5; form++) {
    await keys.pressSequentially('11111111111');
    await expect(entry.getByText(`Form ${form} is added.`)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Save the counts' }).click();
  await expect(page.getByText('The paper counts are saved.')).toBeVisible();
  const cells = await page.getByRole('row').nth(12).getByRole('cell').allInnerTexts();
  expect(cells.map(Number)).toEqual([45, 0, 1, 8, 54]);
});
