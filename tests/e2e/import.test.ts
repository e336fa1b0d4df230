import type { Page } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../policies/furnish.ts';
import { expect, test } from './circlewell.ts';
import { goTo, newTeam, type Team } from './house.ts';
import { tablesOn } from './report.ts';

type Tables = { number: number; tableTitle: string; total: number; themes: { name: string; comments: number }[] }[];
type Upload = Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0];

const fixtures = join(import.meta.dirname, '../fixtures');
const shared = join(import.meta.dirname, '../../../shared/data');

let team: Team;
test.beforeAll(async ({ api }) => {
  team = await newTeam(api, 'Mo Member');
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const nothing = (page: Page) => page.getByRole('alert').filter({ hasText: 'Nothing was brought in' });

async function read(page: Page, file: Upload, title = ''): Promise<void> {
  await goTo(page, `/teams/${team.team}/import`);
  await page.getByLabel('A file').setInputFiles(file);
  await page.getByLabel('Title of the circle').fill(title);
  await button(page, 'Read it').click();
}

const circles = async () => must(await team.lead.client.from('circles').select('id').eq('team_id', team.team)).length;

for (const [name, folder] of [
  ['gathering-2007', shared],
  ['open-day', fixtures]
] as const) {
  test(`the record ${name} shows its tables before it is saved, and the same in the report`, async ({ enter }) => {
    const file = join(folder, `${name}.json`);
    test.skip(!existsSync(file), 'the shared data is not beside this checkout');
    const expected = JSON.parse(readFileSync(join(folder, `${name}.tables.json`), 'utf8')) as Tables;
    const page = await enter(team.lead);

    await read(page, file);
    await expect(page.getByRole('heading', { name: 'What was read' })).toBeFocused();
    expect(await tablesOn(page)).toEqual(
      expected.map(({ number, tableTitle, ...rest }) => ({ caption: `${number}. ${tableTitle}`, ...rest }))
    );
    await button(page, /^Save it as a circle$|^Bring in the/).click();

    await expect(page).toHaveURL(/\/report\?depth=tables$/);
    expect(await tablesOn(page)).toEqual(
      expected.map(({ number: _, tableTitle, ...rest }) => ({ caption: tableTitle, ...rest }))
    );
    for (const { number, tableTitle } of expected) {
      await expect(page.getByRole('heading', { level: 2, name: `${number}. ${tableTitle}` })).toBeVisible();
    }
  });
}

test('of a half-valid record, what can be read is offered and every problem is told with its place', async ({
  enter
}) => {
  const page = await enter(team.lead);

  await read(page, join(fixtures, 'half-valid.json'));

  const told = page.getByRole('alert');
  await expect(told).toContainText('Question 3, comment 2: A comment must be text of 1 to 10,000 characters.');
  await expect(told).toContainText('Question 3, comment 3: The count must be a whole number from 1 to 10,000.');
  await expect(told).toContainText('Question in place 2: A question needs a number');
  expect(await tablesOn(page)).toEqual([
    {
      caption: '3. What we need',
      total: 5,
      themes: [
        { name: 'Time', comments: 3 },
        { name: 'Training', comments: 2 }
      ]
    }
  ]);
  await button(page, /^Bring in the \d comments that are fine$/).click();
  await expect(page).toHaveURL(/\/report\?depth=tables$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Half of this can be read' })).toBeVisible();
});

const inMemory = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

for (const [what, file, sentence] of [
  [
    'a file with a slip in its JSON',
    inMemory('slip.json', '{"format": "circle-record/1",\n "questions": [}'),
    /line 2, column \d+/
  ],
  [
    'a file whose end is missing',
    inMemory('cut.json', '{"format": "circle-record/1", "questions": ['),
    /Its end is missing/
  ],
  [
    'a file of another format',
    inMemory('other.json', '{"format": "minutes/3", "questions": []}'),
    /It says it is "minutes\/3"/
  ],
  ['a file of no format', inMemory('list.json', '[1, 2, 3]'), /Nothing was read\./],
  [
    'a picture',
    { name: 'x.json', mimeType: 'image/png', buffer: Buffer.from([137, 80, 78, 71, 0, 1, 2, 255]) },
    /not a text file/
  ],
  ['a file of 20 MB', inMemory('huge.json', `"${'x'.repeat(20 * 1024 * 1024)}"`), /larger than 5 MB/]
] as const) {
  test(`${what} is refused in words, and nothing is changed`, async ({ enter }) => {
    const before = await circles();
    const page = await enter(team.lead);

    await read(page, file, 'Our title');

    await expect(nothing(page)).toContainText(sentence);
    await expect(button(page, 'Read it')).toBeVisible();
    expect(await circles()).toBe(before);
  });
}

test('pasted text that can’t be read stays in its box, mended it becomes a circle', async ({ enter }) => {
  const page = await enter(team.lead);
  await goTo(page, `/teams/${team.team}/import`);
  await page.getByLabel('Or text, pasted here').fill('{"format": "circle-record/1"');
  await page.getByLabel('Title of the circle').fill('Our title');
  await button(page, 'Read it').click();

  await expect(nothing(page)).toBeVisible();
  await expect(page.getByLabel('Or text, pasted here')).toHaveValue('{"format": "circle-record/1"');
  await expect(page.getByLabel('Title of the circle')).toHaveValue('Our title');
  const text = '# What helps?\n## Rest\nSleep. (x3)\n## People\nMy team.\n';
  await page.getByLabel('Or text, pasted here').fill(text);
  await button(page, 'Read it').click();
  await expect(page.getByLabel('Title of the circle')).toHaveValue('Our title');
  const before = await circles();
  await button(page, 'Save it as a circle').dblclick();

  await expect(page.getByRole('heading', { level: 1, name: 'Our title' })).toBeVisible();
  expect(await circles(), 'pressed twice, saved once').toBe(before + 1);
  expect(await tablesOn(page)).toMatchObject([
    {
      total: 4,
      themes: [
        { name: 'Rest', comments: 3 },
        { name: 'People', comments: 1 }
      ]
    }
  ]);
});

test('a member who is no lead can’t bring in a record', async ({ enter }) => {
  const page = await enter(team.members[0]!);
  expect((await page.goto(`/teams/${team.team}/import`))?.status()).toBe(403);
  await expect(page.getByRole('heading', { level: 1, name: 'This is not open to you' })).toBeVisible();
});
