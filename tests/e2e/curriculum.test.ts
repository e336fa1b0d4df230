import type { Page } from '@playwright/test';
import { invite, must } from '../policies/furnish.ts';
import { expect, test } from './circlewell.ts';
import { draftIn } from './curriculumGround.ts';
import { goTo, newPerson, newTeam, type Person, type Team } from './house.ts';

let team: Team;
let trainer: Person;
let list: string;
test.beforeEach(async ({ api }) => {
  team = await newTeam(api);
  trainer = await newPerson(api, 'Tara Trainer');
  await invite(team.lead.client, trainer.client, { organisation: team.organisation, team: null, role: 'trainer' });
  list = `/curricula/${team.organisation}`;
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const fold = (page: Page, name: string | RegExp) => page.locator('summary', { hasText: name });
const document = async (version: string) => {
  const row = trainer.client.from('curricula').select('document, notes, published_at').eq('version', Number(version));
  const { document: whole, ...rest } = must(await row.eq('organisation_id', team.organisation).single());
  return { ...rest, text: JSON.stringify(whole) };
};

test('a trainer reads the whole built-in curriculum, folded on the screen and open on paper', async ({ enter }) => {
  const page = await enter(trainer);
  await goTo(page, list);
  await page.getByRole('link', { name: 'Read Circlewell’s own' }).click();
  for (const day of [1, 2, 3, 4, 5]) await expect(page.getByRole('heading', { name: `Day ${day}: ` })).toBeVisible();
  const step = page.getByText('Turn chairs into rings of six.');
  await expect(step).toBeHidden();
  await fold(page, 'Opening circle in a large group · 30 min').click();
  await expect(step).toBeVisible();
  await expect(fold(page, 'The training at a glance')).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Hold up a talking piece.')).toBeVisible();
  await expect(page.getByText('Lay the rope as a path.')).toBeVisible();
  await page.emulateMedia({ media: null });
  await expect(page.getByRole('link', { name: 'Change' })).toHaveCount(0);
});

test('a draft is made, changed, published, and stays as it is from then on', async ({ enter }) => {
  const page = await enter(trainer);
  await goTo(page, list);
  await button(page, 'Make a draft from this').first().click();
  await expect(page).toHaveURL(/\/1$/);

  await fold(page, 'Add a subject').click();
  await page.getByLabel('Name of the subject').fill('The law here');
  await button(page, 'Add').first().click();
  await expect(page.getByText('Saved in the draft.')).toBeVisible();

  // A session: changed, then moved to the end of the first morning.
  await fold(page, 'What this work is').click();
  await page.getByRole('link', { name: 'Change What this work is' }).click();
  await page.getByLabel('Title of the session').fill('What this work is here');
  await page.getByLabel('Minutes').fill('45');
  await page.getByLabel('Aim').fill('');
  await button(page, 'Save').click();
  await expect(page.getByText('Please write something here.').first()).toBeVisible();
  await expect(page.getByLabel('Title of the session')).toHaveValue('What this work is here');
  await page.getByLabel('Aim').fill('To know it.');
  await button(page, 'Save').click();
  await expect(page.getByText('Saved in the draft.')).toBeVisible();
  await expect(page.getByText('Now: Day 1, morning, place 2')).toBeVisible();
  await page
    .getByLabel('Where does it stand?')
    .selectOption({ label: 'Day 1, morning: after “What we can promise, and what we cannot”' });
  await button(page, 'Move').click();
  await expect(page.getByText('Now: Day 1, morning, place 5')).toBeVisible();

  // Its day: the break goes down by one, another is added.
  await goTo(page, `${list}/1/days/1`);
  const rows = page.getByRole('listitem').filter({ hasText: ' min' });
  await expect(rows.nth(4)).toContainText('What this work is here · 45 min');
  await button(page, 'Down (Tea and coffee)').first().click();
  await expect(rows.nth(2)).toContainText('Tea and coffee');
  await fold(page, 'Add a break').click();
  await page.getByLabel('Name of the break').last().fill('A walk');
  await button(page, 'Add').click();
  await expect(rows.filter({ hasText: 'A walk' })).toHaveCount(1);

  // A session of one's own, of the new subject.
  await page.getByRole('link', { name: 'Add a session' }).click();
  await page.getByLabel('Title of the session').fill('Our law');
  await page.getByLabel('Subject').selectOption({ label: 'The law here' });
  await page.getByLabel('Minutes').fill('30');
  await page.getByLabel('Aim').fill('To know it.');
  await page.getByLabel('Trainers').fill('A lawyer');
  await page.getByLabel('Facilitator’s plan').fill('1. **30 min · Talk.**');
  await button(page, 'Add').click();
  await expect(page).toHaveURL(/\/sessions\/our-law\?saved/);

  await goTo(page, `${list}/1`);
  await fold(page, 'Publish this version').click();
  await page.getByLabel('What did you change?').fill('The law of this place.');
  await button(page, 'Publish this version').click();
  await expect(page.getByText('nobody can change it any more')).toBeVisible();
  const { text, notes } = await document('1');
  expect(notes).toBe('The law of this place.');
  for (const there of ['"our-law"', '"the-law-here"', '"A walk"']) expect(text).toContain(there);
  await page.goto(`${list}/1/sessions/our-law`);
  await expect(page).toHaveURL(/\/1$/);
  await page.goto(list);
  await expect(page.getByText('What changed: The law of this place.')).toBeVisible();
});

test('what somebody saved meanwhile is not overwritten unasked', async ({ enter }) => {
  const version = await draftIn(trainer.client, team.organisation);
  const [one, other] = [await enter(trainer), await enter(trainer)];
  const handout = `${list}/${version}/handouts/one-page`;
  for (const page of [one, other]) await goTo(page, handout);
  await one.getByLabel('Text').fill('First.');
  await button(one, 'Save').click();
  await expect(one.getByText('Saved in the draft.')).toBeVisible();
  await other.getByLabel('Text').fill('Second.');
  await button(other, 'Save').click();
  await expect(other.getByText('Somebody saved the draft while this page was open.')).toBeVisible();
  await expect(other.getByLabel('Text')).toHaveValue('Second.');
  expect((await document(version)).text).toContain('First.');
  await button(other, 'Save').click();
  await expect(other.getByText('Saved in the draft.')).toBeVisible();
  expect((await document(version)).text).toContain('Second.');
});

test('without scripts a draft is made, changed, thrown away', async ({ enter }) => {
  const page = await enter(trainer, { javaScriptEnabled: false });
  await page.goto(list);
  await button(page, 'Make a draft from this').first().click();
  await page.goto(`${list}/1/days/5`);
  await page.getByLabel('Title of the day').fill('The last day');
  await button(page, 'Save').first().click();
  await expect(page.getByLabel('Title of the day')).toHaveValue('The last day');
  await fold(page, 'Take this day out').click();
  await button(page, 'Take it out').last().click();
  await expect(page.getByRole('heading', { name: /^Day \d: / })).toHaveCount(4);
  expect((await document('1')).text).toContain('"keeping-a-circle-yourself"');
  await fold(page, 'Throw the draft away').click();
  await button(page, 'Yes, throw it away').click();
  await expect(page.getByText('The draft is gone.')).toBeVisible();
});

test('only trainers come in, and only to their own organisation', async ({ api, enter }) => {
  const lead = await enter(team.lead);
  expect((await lead.goto(list))?.status()).toBe(403);
  const page = await enter(trainer);
  expect((await page.goto(`${list}/99`))?.status()).toBe(404);
  const elsewhere = await newTeam(api);
  expect((await page.goto(`/curricula/${elsewhere.organisation}/circlewell`))?.status()).toBe(404);
});
