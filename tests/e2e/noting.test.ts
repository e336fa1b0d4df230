import { openCircle } from '../policies/gathering.ts';
import { expect, test } from './circlewell.ts';
import { goTo, newTeam } from './house.ts';

test('whoever presses Write can write at once, sees who can read it, and is warned of what identifies someone', async ({
  api,
  enter,
  checkPage
}) => {
  const { team, lead, members } = await newTeam(api, 'Mo Member');
  const { circle } = await openCircle(lead.client, team);
  const page = await enter(members[0]!);
  await page.setViewportSize({ width: 320, height: 640 });
  await goTo(page, `/circles/${circle}`);
  await page.getByRole('link', { name: 'Write: question 1, Table 1' }).click();
  const note = page.getByRole('textbox', { name: 'Note of Table 1 on question 1' });
  await expect(note).toBeFocused();
  await expect(page.getByText('Saved', { exact: true })).toBeHidden();
  const readers = page.getByText('Everyone in your team can read this. Nothing about clients belongs here.');
  for (const size of [
    { width: 320, height: 640 },
    { width: 1280, height: 800 }
  ]) {
    await page.setViewportSize(size);
    await expect(readers).toBeInViewport({ ratio: 1 });
    const [line, paper] = [await readers.boundingBox(), await note.boundingBox()];
    expect(line!.y + line!.height).toBeLessThanOrEqual(paper!.y);
    expect(paper!.y, 'where the first line begins').toBeLessThan(size.height - 60);
  }

  await note.pressSequentially('Call 07700 900123');

  await expect(page.getByRole('status').getByText('This looks like a phone number: “07700 900123”.')).toBeVisible();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await checkPage(page);
  for (let key = 0; key < 6; key++) await note.press('Backspace');
  await expect(page.getByText('This looks like a phone number')).toBeHidden();
});

test('when the lead closes, the words and the keyboard stay where they were', async ({ api, enter }) => {
  const { team, lead, members } = await newTeam(api, 'Mo Member');
  const { circle, questions, groups } = await openCircle(lead.client, team);
  const page = await enter(members[0]!);
  await page.setViewportSize({ width: 320, height: 640 });
  await goTo(page, `/circles/${circle}/notes/${questions[0]}/${groups[0]}?write=1`);
  const note = page.getByRole('textbox', { name: 'Note of Table 1 on question 1' });
  await expect(note).toBeFocused();
  for (let line = 1; line <= 8; line++) {
    await note.pressSequentially(`Something that was said, number ${line}`);
    if (line < 8) await note.press('Enter');
  }
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const before = await note.boundingBox();

  const other = await enter(lead);
  await goTo(other, `/circles/${circle}`);
  await other.getByText('Close the circle').first().click();
  await expect(other.getByText('After closing, the words stay as they are')).toBeVisible();
  await other.getByRole('button', { name: 'Close it now', exact: true }).click();

  await expect(
    page.getByText('The lead has closed this circle. Everything up to here is saved').first()
  ).toBeInViewport();
  expect(await note.boundingBox()).toEqual(before);
  await expect(note).toBeFocused();
  await expect(page.getByText('One comment a line.')).toBeHidden();
});
