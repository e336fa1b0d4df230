import type { Locator, Page } from '@playwright/test';
import { must, type Client } from '../policies/furnish.ts';
import { planCircle, type Plan } from '../policies/gathering.ts';
import { expect, test } from './circlewell.ts';
import { newTeam, scripted, type Person } from './house.ts';
import { tablesOn } from './report.ts';
import type { TestServer } from './server.ts';

test.setTimeout(150_000);

const longOne = 'Someone who asks how the visit was before I write it up';
const atTable1 = ['Tea with the team', 'A walk at noon', longOne];
const atTable2 = ['A lead who listens', 'Ten quiet minutes', 'A walk after lunch'];
/** How the six are coded. “A walk after lunch” is said by two, so two themes tie and keep the coder's order. */
const coding = {
  Company: ['Tea with the team', longOne, 'A lead who listens'],
  Moving: ['A walk at noon', 'A walk after lunch'],
  Quiet: ['Ten quiet minutes']
};
const table = {
  caption: 'Help',
  total: 7,
  themes: [
    { name: 'Company', comments: 3 },
    { name: 'Moving', comments: 3 },
    { name: 'Quiet', comments: 1 }
  ]
};

type Scene = {
  lead: Page;
  rosa: Page;
  ravi: Page;
  client: Client;
  circle: string;
  server: TestServer;
};

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const note = (page: Page, group: number) => page.getByRole('textbox', { name: `Note of Table ${group} on question 1` });
const status = (page: Page, words: string) => page.getByText(words).first();

/** The lead and the recorders of two groups, each in a browser of their own; the circle is planned. */
async function prepare(
  enter: (person: Person) => Promise<Page>,
  team: Awaited<ReturnType<typeof newTeam>>
): Promise<{ plan: Plan; pages: Pick<Scene, 'lead' | 'rosa' | 'ravi'> }> {
  const { lead, members } = team;
  const plan = await planCircle(lead.client, team.team, 'Spring gathering');
  for (const [index, { id }] of members.entries()) {
    const chosen = lead.client.from('groups').update({ recorder_id: id }).eq('id', plan.groups[index]!).select('id');
    must(await chosen);
  }
  const [rosa, ravi] = members as [Person, Person];
  return { plan, pages: { lead: await enter(lead), rosa: await enter(rosa), ravi: await enter(ravi) } };
}

async function step(page: Page, summary: string, sure: string): Promise<void> {
  await scripted(page);
  await page.getByText(summary).first().click();
  await button(page, sure).click();
}

async function openNote(page: Page, circle: string, group: number): Promise<Locator> {
  await page.goto(`/circles/${circle}`);
  await page.getByRole('link', { name: `question 1, Table ${group}` }).click();
  await expect(note(page, group)).toBeFocused();
  return note(page, group);
}

async function write(page: Page, group: number, lines: string[]): Promise<void> {
  for (const [index, line] of lines.entries()) {
    if (index > 0) await note(page, group).press('Enter');
    await note(page, group).pressSequentially(line, { delay: 20 });
  }
}

/** The texts of the comments as they are stored, in order. */
async function stored(client: Client, circle: string): Promise<string[]> {
  const comments = client.from('comments').select('text').eq('circle_id', circle).is('withdrawn_at', null);
  return must(await comments.order('group_id').order('position')).map(({ text }) => text);
}

async function code(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Code the comments' }).click();
  await page.getByRole('link', { name: 'Help', exact: true }).click();
  await scripted(page);
  for (const theme of Object.keys(coding)) {
    await page.getByLabel('New theme', { exact: true }).fill(theme);
    await button(page, 'Add the theme').click();
    await expect(page.getByRole('link', { name: theme, exact: true })).toBeVisible();
  }
  // The first by the list, the others with one key each.
  const [first, ...others] = Object.entries(coding).flatMap(([theme, texts]) => texts.map((text) => ({ theme, text })));
  await page.getByRole('combobox', { name: `Theme for “${first!.text}”` }).selectOption(first!.theme);
  await page.getByRole('button', { name: new RegExp(`^Put it there.*${first!.text}`) }).click();
  for (const { theme, text } of others) {
    const comment = page.getByRole('listitem').filter({ hasText: text }).filter({ hasText: 'Table' });
    await comment.press(String(Object.keys(coding).indexOf(theme) + 1));
    await expect(comment).toContainText(`In “${theme}”`);
  }
  await expect(page.getByText('6 of 6')).toBeVisible();
}

/** From an open circle with two notes to a printed report; `trouble` happens in the middle of noting. */
async function hold(scene: Scene, trouble: (scene: Scene) => Promise<void>): Promise<void> {
  const { lead, rosa, ravi, client, circle } = scene;
  await lead.goto(`/circles/${circle}`);
  await step(lead, 'Open for notes without running it', 'Open it now');
  await expect(status(lead, 'The circle is open.')).toBeVisible();
  await Promise.all([openNote(rosa, circle, 1), openNote(ravi, circle, 2)]);
  await Promise.all([write(rosa, 1, atTable1.slice(0, 2)), write(ravi, 2, atTable2.slice(0, 2))]);
  await note(rosa, 1).press('Enter');
  await note(ravi, 2).press('Enter');

  await trouble(scene);

  await note(ravi, 2).press('Alt+ArrowUp');
  await expect.poll(async () => (await stored(client, circle)).sort()).toEqual([...atTable1, ...atTable2].sort());
  await lead.goto(`/circles/${circle}`);
  await step(lead, 'Close the circle', 'Close it now');
  await expect(status(lead, 'The circle is closed.')).toBeVisible();
  for (const [page, group] of [
    [rosa, 1],
    [ravi, 2]
  ] as const) {
    await expect(status(page, 'The lead has closed this circle.')).toBeVisible();
    await expect(note(page, group)).not.toBeEditable();
  }

  await code(lead);
  await expect(lead.getByLabel('Summary of this question')).toHaveValue(/3 of 7/);
  await button(lead, 'Save the summary').click();
  await expect(status(lead, 'The summary is saved.')).toBeVisible();
  await publishAndPrint(lead);
}

async function publishAndPrint(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Go to the report' }).click();
  await page.getByRole('link', { name: 'Publish a version' }).click();
  await page.getByLabel('The groups agreed that their words are printed.').check();
  await page.getByLabel('I have looked at every point above.').check();
  await button(page, 'Publish version 1').click();
  await expect(status(page, 'Version 1 is published.')).toBeVisible();

  await page.getByRole('link', { name: 'Everything', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'What each theme says' })).toBeVisible();
  expect(await tablesOn(page)).toEqual([table]);
  for (const text of [...atTable1, ...atTable2]) await expect(page.getByText(text, { exact: true })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  expect(await tablesOn(page)).toEqual([table]);
  await expect(page.getByRole('table', { name: 'Help' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Leave quickly' })).toBeHidden();
  expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
}

async function networkGoes({ lead, rosa, ravi, circle }: Scene): Promise<void> {
  await lead.goto(`/circles/${circle}`);
  await lead.getByRole('link', { name: 'question 1, Table 1' }).click();
  await expect(lead.getByRole('list', { name: 'Here now' })).toContainText('Rosa Recorder');
  await expect(note(lead, 1)).toContainText('A walk at noon');

  await rosa.context().setOffline(true);
  await expect(status(rosa, 'Offline: what you write is kept here')).toBeVisible();
  await Promise.all([write(rosa, 1, [longOne]), write(ravi, 2, ['A walk after lunch'])]);
  await expect(note(lead, 1)).not.toContainText(longOne);
  await rosa.context().setOffline(false);

  await expect(note(lead, 1)).toContainText(longOne);
  await expect(rosa.getByText('Saved', { exact: true })).toBeVisible();
}

async function serverIsKilled({ rosa, ravi, client, circle, server }: Scene): Promise<void> {
  await write(ravi, 2, ['A walk after lunch']);
  const seen: { at: number; line: string }[] = [];
  const look = async () => {
    const line = await note(rosa, 1).getByRole('listitem').last().innerText();
    // What is not confirmed within a moment shows as “Saving…”: of that, nothing was promised.
    if (await rosa.getByText('Saved', { exact: true }).isVisible()) seen.push({ at: Date.now(), line: line.trim() });
    return line.length;
  };
  const typing = note(rosa, 1).pressSequentially(longOne, { delay: 70 });
  await expect.poll(look, { intervals: [50] }).toBeGreaterThan(40);
  const killed = Date.now();
  await server.kill();
  await typing;
  // Kept apart from what Rosa's page still has, to see what the server itself had kept.
  await rosa.context().setOffline(true);
  await server.start();

  const aSecondBefore = seen.filter(({ at }) => at <= killed - 1000).at(-1)?.line ?? '';
  expect(aSecondBefore.length, 'what was on the screen, and saved, a second before').toBeGreaterThan(10);
  const kept = (await stored(client, circle)).find((text) => longOne.startsWith(text) && text.length > 10) ?? '';
  expect(kept.length, `“${kept}” of “${seen.at(-1)?.line}”`).toBeGreaterThanOrEqual(aSecondBefore.length);
  await rosa.context().setOffline(false);
  for (const page of [rosa, ravi])
    await expect(page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 20_000 });
}

for (const [title, trouble] of [
  ['one loses the network and comes back', networkGoes],
  ['the server is killed and started in the middle', serverIsKilled]
] as const) {
  test(`three people hold a gathering from opening to print, while ${title}`, async ({ api, enter, server }) => {
    const team = await newTeam(api, 'Rosa Recorder', 'Ravi Recorder');
    const { plan, pages } = await prepare(enter, team);
    await hold({ ...pages, client: team.lead.client, circle: plan.circle, server }, trouble);
  });
}
