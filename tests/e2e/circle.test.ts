import type { Page } from '@playwright/test';
import { must } from '../policies/furnish.ts';
import { moveTo, openCircle } from '../policies/gathering.ts';
import { expect, test } from './circlewell.ts';
import { goTo, newTeam, scripted, type Team } from './house.ts';

let team: Team;
test.beforeAll(async ({ api }) => {
  team = await newTeam(api, 'Mo Member');
});

const item = (kind: string, title: string, minutes: number) => ({ kind, title, minutes, min_minutes: 1, priority: 5 });

/** A planned circle at ten in London with five parts of 55 minutes; 60 are planned. */
async function planAtTen(title = 'A circle at ten'): Promise<string> {
  return must(
    await team.lead.client.rpc('plan_circle', {
      p_team: team.team,
      p_key: crypto.randomUUID(),
      p_circle: {
        kind: 'staff',
        title,
        planned_minutes: 60,
        time_zone: 'Europe/London',
        starts_at: '2027-01-12T10:00:00Z'
      },
      p_items: [
        item('opening', 'Arrive', 5),
        item('check_in', 'Weather report', 10),
        item('core', 'One topic', 15),
        item('round', 'A long round', 20),
        item('closing', 'Farewell', 5)
      ],
      p_questions: [{ prompt: 'What helps?', table_title: 'Help' }],
      p_groups: [{ name: 'Table 1' }]
    })
  );
}

const row = (page: Page, name: string | RegExp) => page.getByRole('listitem', { name });
/** Titles of the agenda on the screen, in order. */
const titles = (page: Page) => page.getByRole('textbox', { name: 'What this part is called' });
const save = (page: Page) => page.getByRole('button', { name: 'Save agenda' }).click();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

for (const [template, first] of [
  ['Introduction to circles · 60 minutes', 'What a circle is'],
  ['Staff circle · 45 minutes', 'Loosen hands and shoulders'],
  ['Staff circle with a scenario · 60 minutes', 'A scenario'],
  ['Peer support · 60 minutes', 'Small groups'],
  ['Gathering · 390 minutes', 'Meet your table']
] as const) {
  test(`the template “${template}” plans a circle with its agenda, questions and groups`, async ({ enter }) => {
    const page = await enter(team.lead);
    await page.goto(`/teams/${team.team}/circles/new`);

    await page.getByRole('radio', { name: template }).check();
    await button(page, 'Plan this circle').click();

    await expect(page.getByText('The circle is planned.')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: template.split(' · ')[0] })).toBeVisible();
    const agenda = page.getByRole('region', { name: 'Agenda', exact: true });
    await expect(agenda.getByRole('heading', { name: first })).toBeVisible();
    await expect(agenda.getByRole('listitem').first()).toContainText('10:00');
    await page.getByRole('link', { name: 'Change the agenda' }).click();
    await expect(page.getByText(/^(\d+) of \1 minutes: it fits exactly\.$/)).toBeVisible();
  });
}

test('a circle sent twice at once is planned once', async ({ enter, server }) => {
  const page = await enter(team.lead);
  await goTo(page, `/teams/${team.team}/circles/new`);
  await page.getByLabel('What is it called?').fill('Only once');
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  await button(page, 'Plan this circle').dblclick();
  await expect(page.getByText('The circle is planned.')).toBeVisible();

  const again = await page.context().request.post(`${server.url}/teams/${team.team}/circles/new`, {
    headers: { origin: server.url, accept: 'text/html', 'content-type': (await sent).headers()['content-type']! },
    data: (await sent).postDataBuffer()!
  });

  expect(again.url()).toBe(page.url());
  const circles = await team.lead.client.from('circles').select('id').eq('title', 'Only once');
  expect(must(circles)).toHaveLength(1);
});

test('the agenda is moved and timed by keyboard, undone and saved', async ({ enter }) => {
  const circle = await planAtTen();
  const page = await enter(team.lead);
  await goTo(page, `/circles/${circle}/agenda`);
  await expect(row(page, 'Item 2 of 5: Weather report')).toContainText('10:05 to 10:15');
  await expect(page.getByText('55 of 60 minutes: 5 still free.')).toBeVisible();

  await titles(page).nth(1).focus();
  await page.keyboard.press('Alt+ArrowDown');

  await expect(
    page.getByRole('status').getByText('Weather report is now item 3 of 5, starting at 10:20.')
  ).toBeVisible();
  await expect(titles(page).nth(2)).toBeFocused();
  await expect(row(page, 'Item 3 of 5: Weather report')).toContainText('10:20 to 10:30');
  await row(page, /Weather report$/)
    .getByRole('spinbutton', { name: 'Minutes' })
    .fill('20');
  await expect(page.getByText('65 of 60 minutes: 5 over.')).toBeVisible();
  await expect(row(page, /A long round$/)).toContainText('10:40 to 11:00');
  await button(page, 'Undo').click();
  await expect(page.getByText('55 of 60 minutes: 5 still free.')).toBeVisible();
  await titles(page).first().focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByText('Arrive stays where it is.')).toBeVisible();
  await save(page);
  await expect(page.getByText('Agenda saved.').first()).toBeVisible();

  await page.goto(`/circles/${circle}`);
  const agenda = page.getByRole('region', { name: 'Agenda', exact: true }).getByRole('heading', { level: 3 });
  await expect(agenda).toHaveText([/^Arrive/, /^One topic/, /^Weather report/, /^A long round/, /^Farewell/]);
});

test('the agenda is moved by dragging a handle', async ({ enter }) => {
  const circle = await planAtTen();
  const page = await enter(team.lead);
  await goTo(page, `/circles/${circle}/agenda`);

  await page.getByTitle('Drag A long round').hover();
  const target = await row(page, 'Item 2 of 5: Weather report').boundingBox();
  await page.mouse.down();
  await page.mouse.move(target!.x + 30, target!.y + target!.height / 2, { steps: 5 });
  await page.mouse.move(target!.x + 30, target!.y + 4, { steps: 5 });
  await page.mouse.up();

  await expect(row(page, 'Item 2 of 5: A long round')).toContainText('10:05 to 10:25');
  await save(page);
  await expect(page.getByText('Agenda saved.').first()).toBeVisible();
  await page.reload();
  await expect(titles(page).nth(1)).toHaveValue('A long round');
});

test('of two leads with one agenda, the second is told and keeps every word', async ({ enter }) => {
  const circle = await planAtTen();
  const first = await enter(team.lead);
  const second = await enter(team.lead);
  for (const page of [first, second]) await goTo(page, `/circles/${circle}/agenda`);
  await titles(first).nth(2).fill('Their topic');
  await save(first);
  await expect(first.getByText('Agenda saved.').first()).toBeVisible();

  await titles(second).nth(2).fill('My topic');
  await save(second);

  await expect(second.getByRole('alert')).toContainText('Someone changed this agenda while you were working');
  await expect(titles(second).nth(2)).toHaveValue('My topic');
  await first.reload();
  await expect(titles(first).nth(2)).toHaveValue('Their topic');
  await button(second, 'Save mine instead').click();
  await expect(second.getByText('Agenda saved.').first()).toBeVisible();
  await first.reload();
  await expect(titles(first).nth(2)).toHaveValue('My topic');
});

/** Takes the next step in the life of a circle, as its page offers it. */
async function step(page: Page, summary: string, sure: string): Promise<void> {
  await scripted(page);
  await page.getByText(summary).first().click();
  await button(page, sure).click();
}

test('a circle goes from planned to open to closed to the archive, and less and less can be changed', async ({
  enter
}) => {
  const circle = await planAtTen('Through all states');
  const page = await enter(team.lead);
  const notes = page.getByRole('region', { name: 'Questions and notes' });
  await page.goto(`/circles/${circle}`);
  await expect(notes.getByText('Opens with the circle')).toBeVisible();

  const run = page.getByRole('link', { name: 'Open and run the circle' });
  await expect(run).toHaveAttribute('href', `/circles/${circle}/live`);
  await expect(page.getByText('What this circle agrees to do will be noted here.')).toBeVisible();
  await step(page, 'Open for notes without running it', 'Open it now');
  await expect(page.getByText('The circle is open.')).toBeVisible();
  await expect(notes.getByRole('link', { name: 'Write: question 1, Table 1' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Change the agenda' })).toBeVisible();

  await step(page, 'Close the circle', 'Close it now');
  await expect(page.getByText('The circle is closed. Thank you for holding it.')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Change/ })).toHaveCount(0);
  for (const part of ['agenda', 'questions']) {
    await page.goto(`/circles/${circle}/${part}`);
    await expect(
      page.getByText('This circle is closed. Its agenda, questions and groups stay as they were.')
    ).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
  }
  await page.goto(`/circles/${circle}`);
  await page.getByRole('link', { name: 'Code the comments' }).click();
  await page.getByRole('link', { name: 'Help', exact: true }).click();
  await expect(page.getByLabel('New theme', { exact: true })).toBeVisible();

  await page.goto(`/circles/${circle}`);
  await step(page, 'Archive the circle', 'Archive it now');
  await expect(page.getByText('The circle is in the archive.')).toBeVisible();
  await page.getByRole('link', { name: 'Code the comments' }).click();
  await page.getByRole('link', { name: 'Help', exact: true }).click();
  await expect(page.getByText('The circle is archived, so its themes stay as they are.')).toBeVisible();
  await expect(page.getByLabel('New theme', { exact: true })).toHaveCount(0);
});

test('the note of a circle that closes while someone writes becomes read-only before their eyes', async ({ enter }) => {
  const { circle, questions, groups } = await openCircle(team.lead.client, team.team);
  const page = await enter(team.members[0]!);
  await goTo(page, `/circles/${circle}/notes/${questions[0]}/${groups[0]}`);
  await button(page, 'Write').click();
  const note = page.getByRole('textbox', { name: 'Note of Table 1 on question 1' });
  await note.pressSequentially('Tea with the team');
  const stored = team.lead.client.from('comments').select('text').eq('circle_id', circle);
  await expect.poll(async () => must(await stored)).toEqual([{ text: 'Tea with the team' }]);

  const lead = await enter(team.lead);
  await lead.goto(`/circles/${circle}`);
  await step(lead, 'Close the circle', 'Close it now');

  await expect(page.getByText('The lead has closed this circle.').first()).toBeVisible();
  await expect(note).not.toBeEditable();
  await expect(note).toContainText('Tea with the team');
});

test('a member reads the agenda and the questions and is told who can change them', async ({ enter }) => {
  const circle = await planAtTen();
  await moveTo(team.lead.client, circle, 'open');
  const page = await enter(team.members[0]!);

  for (const part of ['agenda', 'questions']) {
    await page.goto(`/circles/${circle}/${part}`);
    await expect(page.getByText('Only a lead of this team can change this.')).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
  }
  await page.goto(`/circles/${circle}`);
  await expect(page.getByText('Close the circle')).toHaveCount(0);
});
