import type { Page } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../policies/furnish.ts';
import { expect, test } from './circlewell.ts';
import { goTo, newTeam, scripted, type Team } from './house.ts';

const shared = join(import.meta.dirname, '../../../shared/data/peer-support-2021.json');
const fixture = join(import.meta.dirname, '../fixtures/peer-evening.json');

let team: Team;
test.beforeAll(async ({ api }) => {
  team = await newTeam(api, 'Mo Member', 'Cleo Colleague');
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function planned(title: string): Promise<string> {
  const circle = {
    kind: 'peer_support',
    title,
    starts_at: '2030-05-01T10:00:00Z',
    planned_minutes: 60,
    time_zone: 'UTC'
  };
  const plan = { p_team: team.team, p_key: crypto.randomUUID(), p_circle: circle };
  return must(await team.lead.client.rpc('plan_circle', { ...plan, p_items: [], p_questions: [], p_groups: [] }));
}

/** The figures of a record as they stand on the page. */
async function figures(page: Page): Promise<Record<string, string>> {
  const pairs = await page
    .locator('dl')
    .first()
    .locator('div')
    .evaluateAll((rows) =>
      rows.map((row) => [row.querySelector('dt')?.textContent.trim(), row.querySelector('dd')?.innerText.trim()])
    );
  return Object.fromEntries(pairs) as Record<string, string>;
}

const peerSupport = {
  Attended: '19',
  'Sent an apology or declined': '10\n7 declined, 3 sent an apology',
  Comments: '4',
  'Outcomes discussed': '6',
  Suggestions: '2',
  'Small groups': 'Yes'
};

test('the peer-support record typed in by the form has the figures of the paper', async ({ enter, checkPage }) => {
  const page = await enter(team.lead);
  await goTo(page, `/circles/${await planned('Peer support')}/record/edit`);
  await page.getByLabel('Topic').fill('What does it mean to work in a preventative space?');
  await page.getByText('Only have figures?').click();
  await page.getByLabel('Attended').fill('19');
  await page.getByLabel('Apologies').fill('3');
  await page.getByLabel('Declined').fill('7');
  await page.getByLabel('The circle split into small groups').check();
  await page.getByLabel('How people seemed to be').fill('Several people said they felt overwhelmed.');
  await page.getByLabel('Comments: how many in all').fill('4');
  await page.getByLabel('Outcomes discussed: how many in all').fill('6');
  await page.getByLabel('Suggestions: how many in all').fill('2');
  await page.getByLabel('Action 1: what will be done').fill('Find suggestions for external supervisors');
  await page.getByLabel('Action 1: who sees to it').fill('Liz');
  await checkPage(page);
  await button(page, 'Save the record').click();

  await expect(page.getByText('The record is saved.')).toBeVisible();
  expect(await figures(page)).toEqual(peerSupport);
  await expect(page.locator('dl', { hasText: 'Facilitated by' })).toContainText('Lena Lead');
  const action = page.getByRole('listitem').filter({ hasText: 'external supervisors' });
  await expect(action).toContainText('Liz will see to it');
  await expect(action).toContainText('Not a member of the team');
  await checkPage(page);

  // The note lies about on paper more easily than on a screen.
  const note = page.getByText('Several people said they felt overwhelmed.');
  await expect(note).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(note).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.getByLabel('Print with the note on how people seemed').check();
  await page.emulateMedia({ media: 'print' });
  await expect(note).toBeVisible();
});

test('brought in from its file, the record has the same figures and goes out as it came', async ({
  enter,
  checkPage
}) => {
  const file = existsSync(shared) ? shared : fixture;
  const page = await enter(team.lead);
  await goTo(page, `/teams/${team.team}/import`);
  await page.getByLabel('A file').setInputFiles(file);
  await button(page, 'Read it').click();
  await expect(page.getByRole('heading', { name: 'What was read' })).toBeFocused();
  const before = await figures(page);
  await checkPage(page);
  await button(page, 'Save it as a circle').dblclick();

  await expect(page).toHaveURL(/\/record$/);
  expect(await figures(page)).toEqual(before);
  if (file === shared) expect(before).toEqual(peerSupport);
  const answer = await page.request.get(`${page.url()}/download`);
  expect(await answer.json()).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});

test('a meeting record with a slip is refused with the field it is in', async ({ enter }) => {
  const page = await enter(team.lead);
  await goTo(page, `/teams/${team.team}/import`);
  const slip = { ...(JSON.parse(readFileSync(fixture, 'utf8')) as object), attended: 'eleven' };
  await page.getByLabel('Or text, pasted here').fill(JSON.stringify(slip));
  await button(page, 'Read it').click();
  await expect(page.getByRole('alert')).toContainText('attended: A whole number from 0 to 2000 is expected here.');
  await expect(page.getByLabel('Or text, pasted here')).toHaveValue(/eleven/);
});

test('a record somebody saved in the meantime is not overwritten, and what was typed stays', async ({ enter }) => {
  const circle = await planned('Two write at once');
  const [one, other] = [await enter(team.lead), await enter(team.lead)];
  await goTo(one, `/circles/${circle}/record/edit`);
  await goTo(other, `/circles/${circle}/record/edit`);
  await one.getByLabel('Topic').fill('Rest');
  await button(one, 'Save the record').click();
  await expect(one.getByText('The record is saved.')).toBeVisible();

  await other.getByLabel('Topic').fill('Sleep');
  await other.getByLabel('Suggestions', { exact: true }).fill('A quiet room');
  await button(other, 'Save the record').click();

  await expect(other.getByText('Somebody saved this record while you were writing')).toBeVisible();
  await expect(other.getByLabel('Topic')).toHaveValue('Sleep');
  await expect(other.getByLabel('Suggestions', { exact: true })).toHaveValue('A quiet room');
  await expect(other.getByText('Rest', { exact: true })).toBeVisible();
  await other.getByLabel('Topic').fill('Rest and sleep');
  await button(other, 'Save the record').click();
  await expect(other.getByText('The record is saved.')).toBeVisible();
  await expect(other.getByText('Rest and sleep')).toBeVisible();
});

test('a first name is the member who has it, and home says what of a closed circle is still to be written', async ({
  enter
}) => {
  const circle = await planned('Just held');
  for (const state of ['open', 'closed'])
    must(await team.lead.client.from('circles').update({ state }).eq('id', circle).select('id'));
  const [lead, member] = [await enter(team.lead), await enter(team.members[1]!)];
  await goTo(lead, '/home');
  const unfinished = lead
    .getByRole('region', { name: 'To finish' })
    .getByRole('listitem')
    .filter({ hasText: 'Just held' });
  await expect(unfinished.getByRole('link', { name: 'Who was there' })).toHaveAttribute(
    'href',
    `/circles/${circle}/attendance`
  );
  await unfinished.getByRole('link', { name: 'Write the record' }).click();
  await lead.waitForURL(/record\/edit$/);
  await scripted(lead);
  await lead.getByLabel('Action 1: what will be done').fill('Water the plants');
  await lead.getByLabel('Action 1: who sees to it').fill('cleo');
  await expect(lead.getByText('That is Cleo Colleague.')).toBeVisible();
  await button(lead, 'Save the record').click();
  await expect(lead.getByText('Cleo Colleague will see to it')).toBeVisible();

  await goTo(member, '/home');
  await expect(member.getByRole('region', { name: 'Your open actions' })).toContainText('Water the plants');
  await expect(member.getByText('To finish')).toHaveCount(0);
  await goTo(lead, '/home');
  await expect(unfinished.getByRole('link')).toHaveText(['Who was there']);
});

test('closing an action asks what was done, and shows it as “you said, we did”', async ({ enter, checkPage }) => {
  const [lead, member] = [await enter(team.lead), await enter(team.members[0]!)];
  await goTo(lead, `/teams/${team.team}/actions`);
  await lead.getByText('Add an action').click();
  const seen = (label: string) => lead.getByLabel(label).filter({ visible: true });
  await seen('What will be done').fill('Ask for the small room');
  await seen('Who sees to it').fill('mo member');
  await seen('By when').fill('2020-01-31');
  await button(lead, 'Add it').click();
  await expect(lead.getByText('The action is noted.')).toBeVisible();

  await goTo(member, `/teams/${team.team}/actions`);
  const action = member.getByRole('listitem').filter({ hasText: 'Ask for the small room' });
  await expect(action).toContainText(/Overdue by [\d,]+ days: was due 31 January 2020/);
  await action.getByText('Close it').click();
  await button(member, 'It is done').click();
  await expect(member.getByLabel('What was done?')).toBeFocused();
  await checkPage(member);
  await member.getByLabel('What was done?').fill('We have it on Mondays.');
  await button(member, 'It is done').click();

  await expect(member.getByText('Closed. It now stands under')).toBeVisible();
  await expect(action).toContainText('We did');
  await expect(action).toContainText('We have it on Mondays.');
  await action.getByRole('button', { name: 'Open it again' }).click();
  await expect(member.getByText('It is open again.')).toBeVisible();
});

test('an admin sees what another period would destroy, before it counts', async ({ enter, visit }) => {
  const record = {
    format: 'meeting-record/1',
    circle: { title: 'Long ago', kind: 'staff', heldOn: ['2020-01-15'] },
    attended: 3
  };
  const brought = { p_team: team.team, p_key: crypto.randomUUID(), p_record: record };
  must(await team.lead.client.rpc('import_meeting_record', brought));
  const page = await enter(team.lead);
  await visit(page, `/organisation/${team.organisation}/retention`);

  // Six years after 2020 are over: it stays a month, so that whoever brought it in can look around.
  await expect(page.getByText('Nothing is due today.')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '15 January 2020' })).toContainText('North');
  await page.getByLabel('Years that records are kept').fill('30');
  await button(page, 'Show what would change').click();
  await expect(page.getByText('With 30 years instead')).toBeVisible();
  await expect(page.getByText('Nothing would leave at once.')).toBeVisible();
  await expect(page.getByText('Records are kept for 6 years.')).toBeVisible();
  await button(page, 'Keep records for 30 years').click();

  await expect(page.getByText('Records are now kept for 30 years.')).toBeVisible();
  await expect(page.getByText('Nothing leaves in the next twelve months.')).toBeVisible();
});
