import type { Page } from '@playwright/test';
import { must } from '../policies/furnish.ts';
import { expect, test } from './circlewell.ts';
import { newTeam, type Team } from './house.ts';
import { readPdf, type Printed } from './pdf.ts';

let team: Team;
let circle: string;
const item = (kind: string, title: string, note: string, minutes = 10) => ({ kind, title, note, minutes });
test.beforeAll(async ({ api }) => {
  team = await newTeam(api, 'Mo Member');
  const { client } = team.lead;
  const lines = [
    { part: 'how', text: 'Passing is fine.' },
    { part: 'limits', text: 'What is said here stays here.' }
  ];
  must(await client.from('agreements').insert({ team_id: team.team, version: 1, lines }).select('id'));
  circle = must(
    await client.rpc('plan_circle', {
      p_team: team.team,
      p_key: crypto.randomUUID(),
      p_circle: {
        kind: 'staff',
        title: 'A circle on paper',
        planned_minutes: 60,
        time_zone: 'Europe/London',
        starts_at: '2027-01-12T10:00:00Z'
      },
      p_items: [
        item('opening', 'Arrive', ''),
        item('check_in', 'Weather report', 'One word each.'),
        item('practice', 'Feet on the floor', 'Sit down.\nFeel the floor.'),
        item('scenario', 'A long Friday', 'Somebody has not answered for three days.'),
        item('closing', 'Farewell', '')
      ],
      p_questions: [{ prompt: 'What helps you to stop?', table_title: 'Stopping' }],
      p_groups: [{ name: 'By the window' }, { name: 'By the door' }]
    })
  );
});

test.beforeAll(async () => {
  const action = { team_id: team.team, text: 'Ask for a quieter room', owner_name: 'Mo Member' };
  must(await team.lead.client.from('actions').insert(action).select('id'));
});

async function printed(page: Page, paper: string, of = circle): Promise<Printed> {
  await page.goto(`/circles/${of}/pack?paper=${paper}`);
  return readPdf(await page.pdf({ preferCSSPageSize: true }));
}

for (const [paper, size] of [
  ['a4', [595, 842]],
  ['letter', [612, 792]]
] as const) {
  test(`the pack prints on ${paper}, a sheet each, with all that the circle needs`, async ({ enter }) => {
    const { pages, size: found, count } = await printed(await enter(team.lead), paper);
    expect(found).toEqual([...size]);
    // Cover, agenda, agreements, round, practice, scenario × 2, question × 2, attendance, record, how people are, poster.
    expect(count).toBe(13);
    test.skip(pages === null, 'pdftotext is not installed: pages are counted, their words are not read');
    const heads = ['A circle on paper', 'Agenda', 'Our agreements', 'Talking-piece round', 'Feet on the floor'];
    const rest = ['A long Friday', 'A long Friday', 'Question 1', 'Question 1', 'Attendance', 'Record'];
    for (const [at, head] of [...heads, ...rest, 'How people are', 'Circle today'].entries())
      expect(pages![at], `page ${at + 1}`).toContain(head);
    expect(pages![1]).toMatch(/10:20\s+Feet on the floor/);
    expect(pages![2]).toContain('The limits of confidentiality');
    expect(pages![5]).toContain('By the window');
    expect(pages![8]).toContain('By the door');
    expect(pages![9]).toContain('Mo Member');
    expect(pages![12]).toContain('13 / 13');
    // Sheets get separated: each but cover and poster says which circle it is of, and of which day.
    for (const sheet of pages!.slice(1, 12)) expect(sheet).toContain('A circle on paper · 12 January 2027');
    expect(pages![3]).toContain('Add guests, or number the names');
    expect(pages![10]).toMatch(/Still open from before\s+Ask for a quieter room/);
    expect(pages![10]).not.toContain('How people are');
    const all = pages!.join('\n');
    for (const onScreen of ['Leave quickly', 'Print the pack', 'How to print', 'Sign out', 'If you need to talk'])
      expect(all).not.toContain(onScreen);
  });
}

test('a long scenario and its five questions take three sheets, and none is nearly empty', async ({ enter }) => {
  const scenario = must(
    await team.lead.client.rpc('plan_circle', {
      p_team: team.team,
      p_key: crypto.randomUUID(),
      p_circle: { kind: 'staff', title: 'One story', planned_minutes: 60, time_zone: 'UTC' },
      p_items: [
        item('opening', 'Arrive', ''),
        item('scenario', 'A long Friday', 'It was a long day. '.repeat(200).trim())
      ],
      p_questions: [1, 2, 3, 4, 5].map((number) => ({ prompt: `Prompt ${number}?`, table_title: '' })),
      p_groups: [{ name: 'Whole circle' }]
    })
  );
  const page = await enter(team.lead);
  for (const paper of ['a4', 'letter']) {
    const { pages, count } = await printed(page, paper, scenario);
    // Cover, agenda, agreements, round, story, questions × 2, attendance, record, how people are, poster.
    expect(count).toBe(11);
    if (pages === null) continue;
    expect(pages[5]).toContain('Questions 1 to 3');
    expect(pages[5]).toContain('Prompt 3?');
    expect(pages[6]).toContain('Questions 4 to 5');
  }
});

test('the agenda of an everyday circle, with all that is said, fits one sheet', async ({ enter }) => {
  const page = await enter(team.lead);
  await page.goto(`/teams/${team.team}/circles/new`);
  await page.getByRole('radio', { name: 'Staff circle · 45 minutes' }).check();
  await page.getByRole('checkbox', { name: 'It starts now' }).check();
  await page.getByRole('button', { name: 'Plan this circle' }).click();
  await expect(page.getByText('The circle is planned.')).toBeVisible();
  const everyday = /circles\/([^?]+)/.exec(page.url())![1]!;
  const { starts_at } = must(await team.lead.client.from('circles').select('starts_at').eq('id', everyday).single());
  expect(Date.parse(starts_at!)).toBeLessThanOrEqual(Date.now());
  for (const paper of ['a4', 'letter']) {
    const { pages } = await printed(page, paper, everyday);
    test.skip(pages === null, 'pdftotext is not installed');
    expect(pages![1]).toContain('Arrive and open');
    expect(pages![1]).toContain('Closing round');
    expect(pages![2]).toContain('Our agreements');
  }
});

test('the attendance list is on the facilitators’ printers only', async ({ enter }) => {
  const page = await enter(team.members[0]!);
  await page.goto(`/circles/${circle}/pack`);
  await expect(page.getByRole('heading', { name: 'Talking-piece round' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Attendance' })).toHaveCount(0);
});
