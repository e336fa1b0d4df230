import type { Page } from '@playwright/test';
import { noteOf, openCircle, storeNote } from '../policies/gathering.ts';
import { expect, test } from './circlewell.ts';
import { newTeam, serviceOf, type Team } from './house.ts';
import { tablesOn } from './report.ts';

test.use({ javaScriptEnabled: false });

let team: Team;
test.beforeAll(async ({ api }) => {
  team = await newTeam(api, 'Mo Member');
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('signs in, plans a circle and opens it', async ({ page }) => {
  await page.goto('/home');
  await expect(heading(page, 'Sign in')).toBeVisible();
  await page.getByLabel('E-mail address').fill(team.lead.email);
  await page.getByLabel('Password', { exact: true }).fill('wrong password');
  await button(page, 'Sign in').click();
  await expect(page.getByText('do not belong together')).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue(team.lead.email);
  await page.getByLabel('Password', { exact: true }).fill(team.lead.password);
  await button(page, 'Sign in').click();
  await expect(heading(page, 'Hello, Lena Lead')).toBeVisible();

  await page.goto(`/teams/${team.team}/circles/new`);
  await page.getByRole('radio', { name: 'Peer support · 60 minutes' }).check();
  await page.getByLabel('What is it called?').fill('Without scripts');
  await page.getByLabel('Time zone').fill('Nowhere/Never');
  await button(page, 'Plan this circle').click();
  await expect(page.getByText('This time zone is not known.').first()).toBeVisible();
  await expect(page.getByLabel('What is it called?')).toHaveValue('Without scripts');
  await expect(page.getByRole('radio', { name: 'Peer support · 60 minutes' })).toBeChecked();
  await page.getByLabel('Time zone').fill('Europe/London');
  await button(page, 'Plan this circle').click();

  await expect(page.getByText('The circle is planned.')).toBeVisible();
  await page.getByText('Open for notes without running it').first().click();
  await button(page, 'Open it now').click();
  await expect(page.getByText('The circle is open.')).toBeVisible();
});

test('edits the agenda, the questions and the groups', async ({ enter }) => {
  const { circle } = await openCircle(team.lead.client, team.team);
  const page = await enter(team.lead);
  const parts = () => page.getByRole('textbox', { name: 'What this part is called' });
  await page.goto(`/circles/${circle}/agenda`);

  await page.getByRole('combobox', { name: 'Add an item' }).selectOption('Break');
  await button(page, 'Add').click();
  await expect(parts()).toHaveCount(4);
  await parts().nth(2).fill('Tea');
  await button(page, 'Move Tea up').or(button(page, 'Move Break up')).click();
  await expect(parts().nth(1)).toHaveValue('Tea');
  await page.getByRole('spinbutton', { name: 'Minutes', exact: true }).nth(1).fill('10');
  await parts().nth(1).fill('');
  await button(page, 'Save agenda').click();
  await expect(page.getByText('The agenda is not saved yet')).toBeVisible();
  await expect(page.getByText('Give this part a name.')).toBeVisible();
  await expect(page.getByRole('spinbutton', { name: 'Minutes', exact: true }).nth(1)).toHaveValue('10');
  await parts().nth(1).fill('Tea');
  await button(page, 'Save agenda').click();
  await expect(page.getByText('Agenda saved.').first()).toBeVisible();
  await expect(page.getByText('60 of 60 minutes: it fits exactly.')).toBeVisible();

  await page.goto(`/circles/${circle}/questions`);
  await page.getByLabel('Question 3, as you will ask it').fill('What next?');
  await button(page, 'Add question').click();
  await expect(page.getByLabel('Question 3, as you will ask it')).toHaveValue('What next?');
  await button(page, 'Move Question 3 up').click();
  await expect(page.getByLabel('Question 2, as you will ask it')).toHaveValue('What next?');
  await page.getByLabel('Name of group 1').fill('Window');
  await page.getByLabel('Who writes the notes').first().selectOption('Mo Member');
  await button(page, 'Save groups').click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.goto(`/circles/${circle}`);
  await expect(page.getByText('Recorder: Mo Member').first()).toBeVisible();
});

test('adopts an agreement from a starter', async ({ enter }) => {
  const page = await enter(team.lead);
  await page.goto(`/teams/${team.team}/agreements`);
  await page.getByRole('link', { name: 'Use this one: Short and plain' }).click();

  await page.getByLabel('How we are together').fill('We speak one at a time.\nWe may pass.');
  await button(page, 'Adopt as version 1').click();

  await expect(page.getByText('Version 1 is adopted.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'We may pass.' })).toBeVisible();
});

test('the live note says that it needs JavaScript and shows what is stored', async ({ api, enter, server }) => {
  const { circle, questions, groups } = await openCircle(team.lead.client, team.team);
  const note = await noteOf(team.lead.client, questions[0], groups[0]);
  const stored = await storeNote(serviceOf(api, server.keys().secretKey), note, [
    { itemId: 'tea', text: 'Tea with the team' }
  ]);
  if (stored.error) throw new Error(stored.error.message);
  const page = await enter(team.members[0]!);

  await page.goto(`/circles/${circle}/notes/${questions[0]}/${groups[0]}`);

  // Playwright's locators never look into <noscript>; this is the text as it is drawn.
  const drawn = await page.evaluate(() => document.body.innerText);
  expect(drawn).toContain('Writing together needs JavaScript.');
  await expect(page.getByText('Tea with the team')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Write/ })).toBeHidden();
});

test('brings in a record, codes its comments, writes a summary and publishes', async ({ enter }) => {
  const page = await enter(team.lead);
  await page.goto(`/teams/${team.team}/import`);
  await page.getByLabel('Or text, pasted here').fill('# What helps?\nTea with the team. (x3)\nA walk at noon.\nSleep.');
  await page.getByLabel('Title of the circle').fill('Coded without scripts');
  await button(page, 'Read it').click();
  await button(page, 'Save it as a circle').click();
  await expect(heading(page, 'Coded without scripts')).toBeVisible();
  await page.getByRole('link', { name: 'Write the summary' }).click();

  await page.getByLabel('New theme', { exact: true }).fill('Company');
  await button(page, 'Add the theme').click();
  await page.getByRole('combobox', { name: 'Theme for “Tea with the team.”' }).selectOption('Company');
  await page.getByRole('button', { name: /^Put it there.*Tea with the team/ }).click();
  await expect(page.getByText('1 of 3')).toBeVisible();
  await page.getByText('Or a new theme').nth(1).click();
  await page.getByLabel('Name of the new theme, for “A walk at noon.”').fill('Moving');
  await page.getByRole('button', { name: /^Put it there.*A walk at noon/ }).click();
  await expect(page.getByText('2 of 3')).toBeVisible();
  await button(page, 'Undo').click();
  await expect(page.getByText('1 of 3')).toBeVisible();
  await button(page, 'Redo').click();
  await expect(page.getByText('2 of 3')).toBeVisible();
  await page.getByLabel('Summary of this question').fill('Company comes first.');
  await button(page, 'Save the summary').click();
  await expect(page.getByText('The summary is saved.')).toBeVisible();

  await page.getByRole('link', { name: 'Go to the report' }).click();
  await page.getByRole('link', { name: 'Publish a version' }).click();
  await button(page, 'Publish version 1').click();
  await expect(page.getByText('Tick “I have looked at every point above” to publish.').first()).toBeVisible();
  await page.getByLabel('I have looked at every point above.').check();
  await button(page, 'Publish version 1').click();
  await expect(page.getByText('Version 1 is published.')).toBeVisible();
  expect(await tablesOn(page)).toMatchObject([
    {
      total: 4,
      themes: [
        { name: 'Company', comments: 3 },
        { name: 'Moving', comments: 1 }
      ]
    }
  ]);
  await expect(page.getByText('Company comes first.')).toBeVisible();
});
