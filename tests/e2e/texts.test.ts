import type { Page } from '@playwright/test';
import { must } from '../policies/furnish.ts';
import { openCircle } from '../policies/gathering.ts';
import { expect, test } from './circlewell.ts';
import { goTo, newTeam, type Team } from './house.ts';

let team: Team;
test.beforeAll(async ({ api }) => {
  team = await newTeam(api, 'Mo <b>Member</b>');
});

/** What would run if a page took a text for markup. */
const script =
  '<script>window.ran = 1</script><img src="x" onerror="window.ran = 1"><a href="javascript:ran=1">&amp;</a>';
const texts = [
  script,
  'שיחה עם הצוות, 15 דקות (בלי מסך)',
  'يستمع إليّ أحد قبل أن أكتب',
  'Family 👨‍👩‍👧‍👦, thanks 🙏🏽, flag 🏴󠁧󠁢󠁳󠁣󠁴󠁿, and é as two signs: é',
  `${'Ten thousand signs. '.repeat(499)}The last words here.`
] as const;
const long = texts[4];

/** Looks at a page: every text stands on it as it was written, and nothing of it ran. */
async function expectFaithful(page: Page): Promise<void> {
  for (const text of texts) {
    await expect(page.getByText(text, { exact: true }).filter({ visible: true }).first()).toBeVisible();
  }
  expect(await page.evaluate(() => 'ran' in window), 'a text was run').toBe(false);
  expect(await page.title()).toBe('Circlewell');
}

/** What shows the comments: notes, coding, report, files. */
async function walk(page: Page, circle: string, question: string): Promise<void> {
  await page.goto(`/circles/${circle}/themes/${question}`);
  await expectFaithful(page);
  await page.goto(`/circles/${circle}/report?depth=full`);
  await expectFaithful(page);
  const file = await page.context().request.get(`/circles/${circle}/report/files/report.html?depth=full`);
  expect(file.status()).toBe(200);
  expect(await file.text()).toContain('&lt;script&gt;window.ran');
  expect(await file.text()).not.toContain('<script>window.ran');
}

test('texts written in a note are shown everywhere as they were written, and none is run', async ({ enter }) => {
  expect(long).toHaveLength(10_000);
  const { circle, questions, groups } = await openCircle(team.lead.client, team.team, script);
  const note = `/circles/${circle}/notes/${questions[0]}/${groups[0]}`;
  const page = await enter(team.members[0]!);
  await goTo(page, note);
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  const paper = page.getByRole('textbox', { name: 'Note of Table 1 on question 1' });
  for (const text of texts) {
    await paper.focus();
    await page.keyboard.insertText(text);
    if (text !== long) await page.keyboard.press('Enter');
  }
  const stored = team.lead.client.from('comments').select('text').eq('circle_id', circle);
  await expect
    .poll(async () => must(await stored.order('position')).map(({ text }) => text), { timeout: 20_000 })
    .toEqual(texts);
  await expect(page.getByText('The note keeps all of it', { exact: false })).toHaveCount(0);

  const reader = await enter(team.lead);
  await reader.goto(note);
  await expectFaithful(reader);
  await reader.goto(`/circles/${circle}`);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(script);
  await walk(reader, circle, questions[0]);
});

test('texts brought in with a record are shown everywhere as they were written, and none is run', async ({ enter }) => {
  const page = await enter(team.lead);
  const record = {
    format: 'circle-record/1',
    circle: { title: script },
    questions: [
      {
        number: 1,
        prompt: 'What helps?',
        tableTitle: 'Help',
        comments: texts.map((text) => ({ text, theme: text === long ? 'Long ones' : text }))
      }
    ]
  };
  await goTo(page, `/teams/${team.team}/import`);
  const buffer = Buffer.from(JSON.stringify(record));
  await page.getByLabel('A file').setInputFiles({ name: 'texts.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByRole('button', { name: 'Save it as a circle' }).click();
  await expect(page).toHaveURL(/\/report\?depth=tables$/);
  const circle = new URL(page.url()).pathname.split('/')[2]!;

  const { data } = await team.lead.client.from('comments').select('text, question_id').eq('circle_id', circle);
  expect(new Set(data?.map(({ text }) => text))).toEqual(new Set(texts));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(script);
  await walk(page, circle, data![0]!.question_id);
});

test('a comment of more than 10,000 characters is kept whole in the note, and the writer is told', async ({
  enter
}) => {
  const { circle, questions, groups } = await openCircle(team.lead.client, team.team);
  const note = `/circles/${circle}/notes/${questions[0]}/${groups[0]}`;
  const page = await enter(team.members[0]!);
  await goTo(page, note);
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  const paper = page.getByRole('textbox', { name: 'Note of Table 1 on question 1' });
  await expect(paper).toBeFocused();

  await page.keyboard.insertText(`${long} And more.`);

  await expect(page.getByText('This comment is longer than 10,000 characters.')).toBeVisible();
  const kept = team.lead.client.from('comments').select('text').eq('circle_id', circle);
  await expect.poll(async () => must(await kept).map(({ text }) => text)).toEqual([long]);
  const reader = await enter(team.lead);
  await goTo(reader, note);
  await reader.getByRole('button', { name: 'Write too', exact: true }).click();
  await expect(reader.getByRole('textbox')).toContainText('The last words here. And more.');
});

test('a name with markup in it is a name', async ({ enter }) => {
  const page = await enter(team.members[0]!);
  await page.goto(`/teams/${team.team}/members`);
  await expect(page.getByText('Mo <b>Member</b>', { exact: true }).first()).toBeVisible();
});
