import type { Page } from '@playwright/test';
import { must } from '../policies/furnish.ts';
import { expect, test } from './circlewell.ts';
import { goTo, newPerson, scripted } from './house.ts';
import {
  addPlaces,
  newTraining,
  noteAttendance,
  wholeDays,
  type Placed,
  type TrainingGround
} from './trainingGround.ts';

type Ground = TrainingGround & { people: Placed[] };

const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
const tap = (page: Page, name: string, what: 'Here' | 'Not here' = 'Here') =>
  row(page, name).getByRole('button', { name: `${what} ${name}`, exact: true });
const noteOf = (page: Page, name: string) => row(page, name).getByRole('paragraph').first().locator('span');
const list = ({ training }: TrainingGround, half = '1-1') => `/trainings/${training}/attendance/${half}`;

async function ground(api: Parameters<typeof newTraining>[0], count: number): Promise<Ground> {
  const made = await newTraining(api);
  return { ...made, people: await addPlaces(made, count) };
}

const notesOf = async ({ trainer, training }: TrainingGround, half = 1) => {
  const notes = trainer.client.from('training_attendance').select('place_id, came, late_minutes, left_minutes');
  return must(await notes.eq('training_id', training).eq('day', 1).eq('half', half));
};

test('taps, minutes, undo and the rest of the room; two trainers at once see each other', async ({
  api,
  enter,
  checkPage
}) => {
  const training = await ground(api, 4);
  const [one, other] = [await enter(training.trainer), await enter(training.trainer)];
  await goTo(one, list(training));
  await goTo(other, list(training));

  await tap(one, 'Ana Abara').click();
  await expect(noteOf(one, 'Ana Abara')).toHaveText('Here');
  await tap(one, 'Ben Bloom', 'Not here').click();
  await expect(tap(one, 'Ben Bloom', 'Not here')).toHaveAttribute('aria-pressed', 'true');
  await expect(noteOf(one, 'Ben Bloom')).toHaveText('Not here');
  await row(one, 'Chidi Castro').getByRole('button', { name: 'Late, left early' }).click();
  const panel = one.getByRole('dialog', { name: 'Chidi Castro' });
  await panel.getByRole('group', { name: 'Minutes late' }).getByRole('button', { name: '15' }).click();
  await expect(panel.getByRole('group', { name: 'Minutes late' }).getByLabel('Other')).toHaveValue('15');
  await panel.getByRole('group', { name: 'Minutes left early' }).getByLabel('Other').fill('7');
  await checkPage(one);
  await panel.getByRole('button', { name: 'Done' }).click();
  await expect(panel).toBeHidden();
  await expect(noteOf(one, 'Chidi Castro')).toHaveText('Here, 15 min late, left 7 min early');
  await expect(noteOf(other, 'Chidi Castro')).toContainText('15 min late');
  // Opened and closed: nobody is noted by that.
  await row(one, 'Dora Dahl').getByRole('button', { name: 'Late, left early' }).click();
  await one.getByRole('dialog', { name: 'Dora Dahl' }).getByRole('button', { name: 'Done' }).click();
  await expect(noteOf(one, 'Dora Dahl')).toHaveText('Not noted');

  // The other trainer saw somebody slip in: the last tap wins.
  await tap(other, 'Ben Bloom').click();
  await expect(noteOf(one, 'Ben Bloom')).toHaveText('Here');
  await one.getByRole('button', { name: 'Undo' }).click();
  await expect(row(one, 'Chidi Castro')).not.toContainText('left 7 min early');
  await one.getByRole('button', { name: 'All others are here' }).click();
  await expect(one.getByText('4 here')).toBeVisible();
  await one.getByLabel('Find a name').fill('dahl');
  await expect(row(one, 'Ana Abara')).toHaveCount(0);
  await expect(noteOf(one, 'Dora Dahl')).toHaveText('Here');
  await expect(async () => expect((await notesOf(training)).filter(({ came }) => came)).toHaveLength(4)).toPass();
  await checkPage(one);
});

test('the keyboard alone takes attendance', async ({ api, enter }) => {
  const training = await ground(api, 2);
  const page = await enter(training.trainer);
  await goTo(page, list(training));
  await tap(page, 'Ana Abara').focus();
  await page.keyboard.press('Enter');
  await expect(noteOf(page, 'Ana Abara')).toHaveText('Here');
  await expect(tap(page, 'Ana Abara')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(noteOf(page, 'Ana Abara')).toHaveText('Not here');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(noteOf(page, 'Ana Abara')).toHaveText('Here, 5 min late');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Ana Abara' })).toBeHidden();
});

test('what is tapped without a network is kept with the tab, also over a reload, and sent when it is back', async ({
  api,
  enter
}) => {
  const training = await ground(api, 3);
  const page = await enter(training.trainer);
  await goTo(page, list(training));
  await page.route('**/notes', (route) => route.abort('internetdisconnected'));
  await tap(page, 'Ana Abara').click();
  await tap(page, 'Ben Bloom').click();
  await expect(page.getByText('No network. 2 taps are kept in this tab')).toBeVisible();
  await expect(noteOf(page, 'Ben Bloom')).toHaveText('Here');
  await page.reload();
  await scripted(page);
  await expect(noteOf(page, 'Ana Abara')).toHaveText('Here');
  expect(await notesOf(training)).toEqual([]);
  await page.unroute('**/notes');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(page.getByText('No network.')).toHaveCount(0);
  await expect(async () => expect(await notesOf(training)).toHaveLength(2)).toPass();
});

test('without scripts each button is a form, and the last press can be taken back', async ({ api, enter }) => {
  const training = await ground(api, 2);
  const page = await enter(training.trainer, { javaScriptEnabled: false });
  await page.goto(list(training));
  await tap(page, 'Ana Abara').click();
  await expect(noteOf(page, 'Ana Abara')).toHaveText('Here');
  await tap(page, 'Ana Abara', 'Not here').click();
  await expect(noteOf(page, 'Ana Abara')).toHaveText('Not here');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(noteOf(page, 'Ana Abara')).toHaveText('Here');
  await row(page, 'Ben Bloom').getByRole('button', { name: 'Late, left early' }).click();
  await page.getByRole('dialog', { name: 'Ben Bloom' }).getByRole('button', { name: '10' }).first().click();
  await expect(noteOf(page, 'Ben Bloom')).toHaveText('Here, 10 min late');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(noteOf(page, 'Ben Bloom')).toHaveText('Not noted');
  await page.getByRole('button', { name: 'All others are here' }).click();
  await expect(page.getByText('2 here')).toBeVisible();
  await page.getByLabel('Find a name').fill('ben');
  await page.getByLabel('Find a name').press('Enter');
  await expect(row(page, 'Ana Abara')).toHaveCount(0);
  await expect(noteOf(page, 'Ben Bloom')).toHaveText('Here');
});

test('an open day: visitors with and without a name, and the four numbers with what each is made of', async ({
  api,
  enter,
  checkPage
}) => {
  const training = await ground(api, 3);
  const [whole, half] = training.people;
  await noteAttendance(training, [whole!], wholeDays());
  await noteAttendance(training, [half!], wholeDays(2).slice(0, 3));
  const page = await enter(training.trainer);
  await goTo(page, list(training));
  await page.getByLabel('Name', { exact: true }).fill('Vera Visitor');
  await page.getByRole('button', { name: 'Add and note as here' }).click();
  await expect(row(page, 'Vera Visitor')).toContainText('Here · open day');
  for (const step of ['Five more', 'One more', 'One less', 'One less'])
    await page.getByRole('button', { name: step }).click();
  await expect(page.getByText('4', { exact: true })).toBeVisible();

  await goTo(page, `/trainings/${training.training}/attendance`);
  const number = (name: string) => page.locator('dl > div').filter({ hasText: new RegExp(`^\\s*${name}`) });
  await expect(number('Signed up')).toContainText('3');
  await expect(number('Attended the open day')).toContainText('7');
  await expect(number('Started')).toContainText('2');
  await expect(number('Completed')).toContainText('1');
  await page.getByText('What each number is made of').click();
  await expect(page.getByText('2 of the cohort, 1 with an open-day place, 4 counted without a name')).toBeVisible();
  await expect(page.getByRole('row', { name: 'Ana Abara' })).toContainText('5 of 5');
  await expect(page.getByRole('row', { name: 'Ana Abara' })).toContainText('Completed');
  await checkPage(page);
  const csv = await page.request.get(`/trainings/${training.training}/attendance/list.csv`);
  expect(await csv.text()).toContain('Vera Visitor,open day,Here');
});

test('a missed half day is made up for: noted, changed, removed; not one that was not missed', async ({
  api,
  enter,
  checkPage
}) => {
  const training = await ground(api, 1);
  const [person] = training.people;
  await noteAttendance(training, [person!], wholeDays().slice(1));
  await noteAttendance(training, [person!], [{ day: 1, half: 1, came: false }]);
  const page = await enter(training.trainer);
  await goTo(page, `/trainings/${training.training}/attendance`);
  await expect(page.getByRole('region', { name: 'Who has missed too much' })).toContainText(
    'Ana Abara: needs a make-up'
  );
  await page.getByRole('region', { name: 'Who has missed too much' }).getByRole('link', { name: 'Ana Abara' }).click();
  await expect(page.getByText('Make up for this half day')).toHaveCount(1);
  await page.getByText('Make up for this half day').click();
  await page.getByRole('button', { name: 'Save the make-up' }).click();
  await expect(page.getByText('Write the date it was made up on.').first()).toBeVisible();
  await page.getByLabel('When').fill('2035-04-25');
  await page.getByLabel('Where').fill('At the office');
  await page.getByLabel('With whom').fill('Tara Trainer');
  await page.getByRole('button', { name: 'Save the make-up' }).click();
  await expect(page.getByText('Made up 25 April 2035, At the office, with Tara Trainer.')).toBeVisible();
  await expect(page.getByText('Completed · 5 of 5')).toBeVisible();
  await checkPage(page);
  await page.getByText('Change the make-up').click();
  await page.getByRole('button', { name: 'Remove the make-up' }).click();
  await expect(page.getByText('Needs a make-up · 4 of 5')).toBeVisible();
});

test('strangers, admins and participants find no attendance', async ({ api, enter }) => {
  const training = await newTraining(api);
  const participant = await newPerson(api, 'Pia Participant');
  for (const person of [training.lead, participant]) {
    const page = await enter(person);
    for (const path of [
      `/trainings/${training.training}/attendance`,
      list(training),
      `/trainings/${training.training}/door/1-1`
    ]) {
      const answer = await page.goto(path);
      expect([403, 404]).toContain(answer?.status());
    }
    expect((await page.request.get(`${list(training)}/notes`)).status()).toBe(404);
    expect((await page.request.get(`/trainings/${training.training}/door/1-1/code`)).status()).toBe(403);
    expect((await page.request.get(`/trainings/${training.training}/attendance/list.csv`)).status()).toBe(404);
  }
});
