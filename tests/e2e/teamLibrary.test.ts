import type { Page } from '@playwright/test';
import { must } from '../policies/furnish.ts';
import { expect, test } from './circlewell.ts';
import { goTo, newTeam, scripted, type Team } from './house.ts';
import { olderCopyIn, shipped } from './teamCopies.ts';

let team: Team;
test.beforeAll(async ({ api }) => {
  team = await newTeam(api, 'Mo Member');
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });

/** A planned circle with an opening, actions and a closing. */
async function plan(title: string): Promise<string> {
  return must(
    await team.lead.client.rpc('plan_circle', {
      p_team: team.team,
      p_key: crypto.randomUUID(),
      p_circle: { kind: 'staff', title, starts_at: '2030-05-01T10:00:00Z', planned_minutes: 45, time_zone: 'UTC' },
      p_items: ['opening', 'actions', 'closing'].map((kind) => ({ kind, title: kind, minutes: 5 })),
      p_questions: [],
      p_groups: [{ name: 'Whole circle' }]
    })
  );
}
const circle = async (id: string) =>
  must(
    await team.lead.client
      .from('circles')
      .select('agenda_items(kind, title, note), questions(number, prompt)')
      .eq('id', id)
      .order('position', { referencedTable: 'agenda_items' })
      .order('number', { referencedTable: 'questions' })
      .single()
  );

test('a scenario goes into a circle with one choice, and its questions become the circle’s', async ({ enter }) => {
  const scenario = shipped('scenario', 'colleague-in-tears');
  if (scenario.kind !== 'scenario') throw new Error('not a scenario');
  const id = await plan('Monday');
  const page = await enter(team.lead);
  await goTo(page, '/library/scenarios/colleague-in-tears');
  await page.getByRole('link', { name: 'Put into a circle' }).first().click();
  await page.getByRole('radio', { name: 'Monday' }).check();
  await button(page, 'Put it into this circle').click();
  await expect(page.getByText('It is in the agenda now')).toBeVisible();

  const { agenda_items, questions } = await circle(id);
  expect(agenda_items.map(({ kind }) => kind)).toEqual(['opening', 'scenario', 'actions', 'closing']);
  expect(agenda_items[1]?.note).toContain(scenario.contentNote);
  expect(agenda_items[1]?.note).toContain(scenario.situation);
  expect(questions.map(({ prompt }) => prompt)).toEqual(Object.values(scenario.questions));

  await goTo(page, '/library/use/scenario/colleague-in-tears');
  await page.getByRole('radio', { name: 'Monday' }).check();
  await button(page, 'Put it into this circle').click();
  await expect(page.getByText('It was in this agenda already')).toBeVisible();
  expect((await circle(id)).agenda_items).toHaveLength(4);
});

test('a circle is planned from a section, its practice and its scenario told in full', async ({ enter }) => {
  const section = shipped('section', 'compassion-is-a-skill');
  if (section.kind !== 'section') throw new Error('not a section');
  const page = await enter(team.lead);
  await goTo(page, '/library/use/section/compassion-is-a-skill');
  await page.getByRole('link', { name: 'Plan 45 minutes' }).click();
  await expect(page.getByRole('radio', { checked: true })).toHaveAccessibleName(new RegExp(section.agendas[0]!.title));
  await button(page, 'Plan this circle').click();
  await page.waitForURL(/\/circles\/[0-9a-f-]{36}\?/);
  await expect(heading(page, section.agendas[0]!.title)).toBeVisible();
  const { agenda_items } = await circle(new URL(page.url()).pathname.split('/')[2]!);
  expect(agenda_items.map(({ title }) => title)).toEqual(section.agendas[0]!.items.map(({ title }) => title));
});

test('a team makes a text its own; the library’s stays as it is, and the team’s goes into circles', async ({
  enter,
  checkPage
}) => {
  const id = await plan('Tuesday');
  const page = await enter(team.lead);
  await goTo(page, '/library/use/scenario/the-joke');
  await button(page, /^Copy it for/).click();
  await expect(page.getByText('This is your team’s copy now')).toBeVisible();
  await page.getByRole('link', { name: 'Change this text' }).click();
  await page.waitForURL('**/edit');
  await scripted(page);
  await page.getByLabel('Title').fill(' ');
  await page.getByLabel('Act', { exact: true }).fill('What do we do on Thursday?');
  await button(page, 'Save').click();
  await expect(page.getByText('Please write something here.').first()).toBeVisible();
  await expect(page.getByLabel('Act', { exact: true })).toHaveValue('What do we do on Thursday?');
  await page.getByLabel('Title').fill('The joke at the handover');
  await button(page, 'Save').click();
  await expect(heading(page, 'The joke at the handover')).toBeVisible();
  await expect(page.getByText('adapted from “The joke”')).toBeVisible();
  await checkPage(page);

  await page.getByRole('radio', { name: 'Tuesday' }).check();
  await button(page, 'Put it into this circle').click();
  await expect(page.getByText('It is in the agenda now')).toBeVisible();
  expect((await circle(id)).questions.at(-1)?.prompt).toBe('What do we do on Thursday?');

  const member = await enter(team.members[0]!);
  await goTo(member, `/teams/${team.team}/library`);
  await member.getByRole('link', { name: 'The joke at the handover' }).click();
  await expect(member.getByText('What do we do on Thursday?')).toBeVisible();
  await expect(member.getByRole('link', { name: 'Change this text' })).toHaveCount(0);
  expect((await member.request.get(`${member.url()}/edit`)).status()).toBe(403);

  const other = await enter(team.lead);
  await goTo(other, '/library/scenarios/the-joke');
  await expect(heading(other, 'The joke at the handover')).toHaveCount(0);
});

test('newer words of the library are offered part by part, and taken only when chosen', async ({ enter }) => {
  const copy = await olderCopyIn(team.lead.client, team.team);
  const page = await enter(team.lead);
  const here = `/teams/${team.team}/library/${copy}`;
  await goTo(page, `/teams/${team.team}/library`);
  await expect(page.getByText('The library has newer words')).toBeVisible();
  await goTo(page, here);
  await expect(page.getByText('For a minute of your own.')).toBeVisible();
  await page.getByRole('link', { name: 'Compare' }).click();
  await page.waitForURL('**/update');
  await scripted(page);
  await page.getByRole('radio', { name: 'Keep ours' }).check();
  await button(page, 'Save these choices').click();
  await expect(page.getByText('For a minute of your own.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Compare' })).toHaveCount(0);
});

test('two leads at once: who saves second is told, and keeps their words', async ({ enter }) => {
  const page = await enter(team.lead);
  await goTo(page, '/library/use/handout/closing-the-week');
  await button(page, /^Copy it for/).click();
  await page.getByRole('link', { name: 'Change this text' }).click();
  await page.waitForURL('**/edit');
  await scripted(page);
  const other = await page.context().newPage();
  await goTo(other, new URL(page.url()).pathname);
  await page.getByLabel('Title').fill('Friday, first');
  await button(page, 'Save').click();
  await expect(heading(page, 'Friday, first')).toBeVisible();
  await other.getByLabel('Title').fill('Friday, second');
  await button(other, 'Save').click();
  await expect(other.getByText('Somebody else changed this text')).toBeVisible();
  await expect(other.getByLabel('Title')).toHaveValue('Friday, second');
});

test('an agenda of a team’s own section is changed row by row, and a circle planned from it', async ({ enter }) => {
  const section = shipped('section', 'kind-and-clear');
  if (section.kind !== 'section') throw new Error('not a section');
  const page = await enter(team.lead);
  await goTo(page, '/library/use/section/kind-and-clear');
  await button(page, /^Copy it for/).click();
  await page.getByRole('link', { name: 'Change this text' }).click();
  await page.getByRole('link', { name: section.agendas[0]!.title, exact: true }).click();
  await page.waitForURL('**/agenda/0');
  await scripted(page);
  await page.getByLabel('What this part is called').first().fill('Arrive with tea');
  await button(page, 'Save agenda').first().click();
  await expect(page.getByText('Agenda saved.').first()).toBeVisible();
  await goTo(page, `/teams/${team.team}/circles/new?template=section.kind-and-clear.0`);
  await button(page, 'Plan this circle').click();
  await expect(page.getByText('Arrive with tea')).toBeVisible();
});
