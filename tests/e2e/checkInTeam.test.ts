import type { Browser, Page } from '@playwright/test';
import { fileOf, thirtyItems } from '../../src/lib/checkins/scales/invented.ts';
import { levelWord } from '../../src/lib/checkins/levelWords.ts';
import type { Level } from '../../src/lib/checkins/publication/level.ts';
import { whatHelps } from '../../src/lib/checkins/whatHelps.ts';
import { templates } from '../../src/lib/circles/template.ts';
import { must, type Api, type Client } from '../policies/furnish.ts';
import { bodyOf, cast, high, sessionOf, takeToken } from './checkInDevice.ts';
import { asked, groundOn, planOfRound, round as plannedRound, roundIsOpen, team, type Scene } from './checkInGround.ts';
import { expect, test } from './circlewell.ts';
import { demoPerson, goTo, signIn } from './house.ts';

const apiOf = ({ server }: Scene): Api => ({ url: server.url, publishableKey: server.keys().publishableKey, fetch });
const here = `/teams/${team}/check-ins`;

/** A page of the scene's server in a browser of its own. */
async function enter(browser: Browser, scene: Scene, role: 'lead' | 'member' | 'admin'): Promise<Page> {
  const context = await browser.newContext({ baseURL: scene.server.url });
  await signIn(context, apiOf(scene), await demoPerson(apiOf(scene), role));
  return context.newPage();
}
const post = (page: Page, path: string, form: Record<string, string>) =>
  page.request.post(path, {
    form,
    headers: { origin: new URL(page.url()).origin, accept: 'text/html' },
    maxRedirects: 0
  });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** The first `count` of those asked answer, as their devices do. */
async function answer({ server: { url } }: Scene, round: string, count: number): Promise<void> {
  for (const email of asked.slice(0, count)) {
    const token = await takeToken(url, round, await sessionOf(url, email));
    expect(await cast(url, round, await bodyOf(url, round, token, high))).toBe(204);
  }
}

/** The server is down while the clock goes on; what was due is done when it is back. */
async function later(scene: Scene, days: number): Promise<void> {
  await scene.server.stop();
  await scene.look(({ run }) =>
    run(`create or replace function private.clock() returns timestamptz
      language sql volatile set search_path = '' as $$ select clock_timestamp() + interval '${days} days' $$`)
  );
  await scene.server.start();
}
async function published(client: Client, round: string) {
  const rows = async () => must(await client.from('check_in_publications').select('*').eq('round_id', round));
  await expect.poll(async () => (await rows()).length, { timeout: 45_000 }).toBe(1);
  return (await rows())[0]!;
}

test('a round from its plan to “you said, we did”', async ({ browser, checkPage }) => {
  test.setTimeout(240_000);
  const ground = await groundOn('pglite');
  const scene = await ground.open('select 1');
  try {
    const lead = await enter(browser, scene, 'lead');
    const { client } = await demoPerson(apiOf(scene), 'lead');
    await goTo(lead, here);
    await expect(lead.getByLabel('Day', { exact: true })).toBeHidden();
    await lead.getByLabel('On a day, at 08:00').check();
    await expect(lead.getByLabel('Day', { exact: true })).toBeVisible();
    await lead.getByLabel('Now', { exact: true }).check();
    await button(lead, 'Plan the round').click();
    await expect(lead.getByText('The round is planned. It opens and closes by itself.')).toBeVisible();
    const [{ id: round } = { id: '' }] = must(await client.from('check_in_rounds').select('id').eq('team_id', team));
    await roundOpens(client, round);

    const member = await enter(browser, scene, 'member');
    await goTo(member, here);
    await expect(member.getByText('Everyone here is asked.')).toBeVisible();
    for (const name of must(await client.from('round_roster').select('name')).map((one) => one.name))
      await expect(member.getByRole('listitem').filter({ hasText: name })).toBeVisible();
    await expect(member.getByRole('link', { name: 'Go to the check-in' })).toBeVisible();
    await expect(member.getByRole('heading', { name: 'Plan a round' })).toHaveCount(0);
    await checkPage(member);
    // Everybody on the list has had the same letter, and the lead none.
    await expect.poll(() => asked.map((email) => scene.server.letters(email).length)).toEqual(asked.map(() => 1));
    const texts = asked.map((email) => scene.server.letters(email)[0]!.replace(/^To: .*\n/, ''));
    expect(new Set(texts).size).toBe(1);
    expect(scene.server.letters('lead@demo.example')).toEqual([]);

    // No early close, no taking back, no look at how it goes, not for the lead either.
    await goTo(lead, here);
    await expect(lead.getByText('Take this round back')).toHaveCount(0);
    await expect(lead.getByText('can’t be closed early')).toBeVisible();
    // Nor a next one now: its form is folded, and asks for a day.
    await expect(button(lead, 'Plan the round')).toBeHidden();
    await lead.getByText('Plan the next round').click();
    await expect(lead.getByLabel('Day', { exact: true })).toBeVisible();
    await expect(lead.getByLabel('Now', { exact: true })).toHaveCount(0);
    await checkPage(lead);
    await post(lead, `${here}?/takeBack`, { round });
    expect(must(await client.from('check_in_rounds').select('id').eq('id', round))).toHaveLength(1);
    expect((await post(member, `${here}?/plan`, {})).status()).toBe(403);

    await answer(scene, round, 5);
    await later(scene, 15);
    const said = await published(client, round);
    expect(said.enough).toBe(true);
    const [first] = said.levels as { scale: string; level: Level }[];
    const help = whatHelps(first!.scale, first!.level, true);

    const reading = await enter(browser, scene, 'lead');
    await goTo(reading, here);
    const card = reading
      .getByRole('listitem')
      .filter({ has: reading.getByRole('heading', { name: 'What sustains me' }) });
    await expect(card.getByText(help.share)).toBeVisible();
    await expect(card.getByText(help.means)).toBeVisible();
    for (const way of help.helps) await expect(card.getByText(way)).toBeVisible();
    const row = reading.getByRole('row', { name: /^What sustains me/ });
    await expect(row).toContainText(levelWord(first!.level));
    expect(await reading.locator('main').textContent()).not.toMatch(/%|Mei|Tomasz|Priya/);
    await checkPage(reading);
    await card.getByRole('link', { name: /^Plan this circle/ }).click();
    await expect(reading.getByRole('radio', { name: templates[help.template].title })).toBeChecked();

    await goTo(reading, `${here}/${round}`);
    const about = reading
      .getByRole('listitem')
      .filter({ has: reading.getByRole('heading', { name: 'About “What sustains me”' }) });
    await about.getByText('Answer this').click();
    await about.getByLabel('What we will do').fill('A debrief every Thursday, for all.');
    await about.getByLabel('Put it on the team’s list of actions too').check();
    await button(reading, /^Tell the team.*What sustains me$/).click();
    await expect(reading.getByText('The team can read it now.')).toBeVisible();
    await checkPage(reading);

    await member.goto(`${here}/${round}`);
    await expect(member.getByText('A debrief every Thursday, for all.')).toBeVisible();
    await expect(member.getByText('On the team’s list of actions')).toBeVisible();
    await expect(member.getByText('Answer this')).toHaveCount(0);
    await expect(member.getByText('What helps now')).toHaveCount(0);
    const form = { about: first!.scale, text: 'Mine', key: crypto.randomUUID() };
    expect((await post(member, `${here}/${round}?/answer`, form)).status()).toBe(403);
    await post(member, `${here}/${round}?/takeBackAnswer`, { about: first!.scale });
    expect(must(await client.from('level_answers').select('text'))).toEqual([
      { text: 'A debrief every Thursday, for all.' }
    ]);
    const receipts = await member.request.get(`${here}/${round}/receipts.txt`);
    expect((await receipts.text()).trim().split('\n')).toHaveLength(64);

    const admin = await enter(browser, scene, 'admin');
    expect((await admin.goto(here))?.status()).toBe(404);
    expect((await admin.request.get(`${here}/${round}/receipts.txt`)).status()).toBe(404);
    const { organisation_id } = must(await client.from('teams').select('organisation_id').eq('id', team).single());
    await admin.goto(`/organisation/${organisation_id}/check-ins`);
    await expect(admin.getByText('Levels are counted here as soon as three teams have published')).toBeVisible();
    await checkPage(admin);
    expect((await member.goto(`/organisation/${organisation_id}/check-ins`))?.status()).toBe(403);
  } finally {
    await scene.remove();
    await ground.remove();
  }
});

async function roundOpens(client: Client, round: string): Promise<void> {
  const opened = async () =>
    must(await client.from('check_in_rounds').select('opened_at').eq('id', round))[0]?.opened_at;
  await expect.poll(opened, { timeout: 45_000 }).toBeTruthy();
}

test('four of six answer: not enough answers, said kindly, and no number', async ({ browser, checkPage }) => {
  test.setTimeout(180_000);
  const ground = await groundOn('pglite');
  const scene = await ground.open(planOfRound);
  try {
    await roundIsOpen(scene);
    await answer(scene, plannedRound, 4);
    await later(scene, 9);
    const { client } = await demoPerson(apiOf(scene), 'lead');
    expect(await published(client, plannedRound)).toMatchObject({ enough: false, levels: [] });
    const lead = await enter(browser, scene, 'lead');
    await goTo(lead, here);
    await expect(lead.getByText('Not enough answers')).toBeVisible();
    await expect(lead.getByText('nobody did anything wrong')).toBeVisible();
    await expect(lead.getByText('Rounds begin at least 28 days apart.')).toBeVisible();
    await checkPage(lead);
    // Pressed all the same: what was typed is kept, and a sentence says why.
    const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    await lead.getByLabel('Day', { exact: true }).fill(day);
    await button(lead, 'Plan the round').click();
    await expect(lead.getByText('Check-ins of a team begin at least 28 days apart.')).toBeVisible();
    await expect(lead.getByLabel('Day', { exact: true })).toHaveValue(day);
  } finally {
    await scene.remove();
    await ground.remove();
  }
});

test('a scale file that is wrong names its line; mended, a lead can choose it; sent twice, a plan is one', async ({
  enter: own,
  api,
  checkPage
}) => {
  const [admin, lead] = [await demoPerson(api, 'admin'), await demoPerson(api, 'lead')];
  const { organisation_id } = must(await lead.client.from('teams').select('organisation_id').eq('id', team).single());
  const scales = `/organisation/${organisation_id}/check-ins/scales`;
  const page = await own(admin);
  await goTo(page, scales);
  const right = fileOf(thirtyItems());
  const wrong = right.replace('"strain": "low"', '"strain": "lowest"');
  const line = wrong.slice(0, wrong.indexOf('"lowest"')).split('\n').length;
  await page
    .getByLabel('Definition file')
    .setInputFiles({ name: 'scale.json', mimeType: 'application/json', buffer: Buffer.from(wrong) });
  await button(page, 'Check and preview').click();
  await expect(page.getByText(`Line ${line}: The strain band “lowest” is not among the bands.`)).toBeVisible();
  await expect(page.getByLabel('Or paste the file here')).toHaveValue(wrong);
  await checkPage(page);
  await page.getByLabel('Definition file').setInputFiles([]);
  await page.getByLabel('Or paste the file here').fill(right);
  await button(page, 'Check and preview').click();
  await expect(page.getByRole('heading', { name: 'What people will see: Thirty kettles' })).toBeVisible();
  await button(page, 'Load this scale').click();
  await expect(page.getByText('The scale is loaded.')).toBeVisible();
  await page.getByLabel('Or paste the file here').fill(right);
  await button(page, 'Check and preview').click();
  await button(page, 'Load this scale').click();
  await expect(page.getByText('Version 1 of “invented-thirty” is loaded already.').first()).toBeVisible();

  const planning = await own(lead);
  expect((await planning.goto(scales))?.status()).toBe(403);
  expect(
    (await post(planning, `${scales}?/load`, { text: right.replace('"version": 1', '"version": 2') })).status()
  ).toBe(403);
  const fresh = { opens: 'day', date: '2035-05-02', days: '7', scale: 'invented-thirty/1', key: crypto.randomUUID() };
  await planning.goto(here);
  await expect(planning.getByLabel('Questions')).toContainText('Thirty kettles (version 1)');
  await button(planning, 'Plan the round').waitFor();
  const far = await post(planning, `${here}?/plan`, fresh);
  expect(await far.text()).toContain('A check-in begins within a year from now.');
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  for (let times = 0; times < 2; times++) await post(planning, `${here}?/plan`, { ...fresh, date: day });
  const rounds = must(await lead.client.from('check_in_rounds').select('scale_key').eq('team_id', team));
  expect(rounds).toEqual([{ scale_key: 'invented-thirty' }]);
  await goTo(planning, here);
  await expect(planning.getByText('One round can be planned at a time.')).toBeVisible();
  await planning.getByText('Take this round back').first().click();
  await button(planning, 'Take this round back').click();
  await expect(planning.getByText('The round was taken back. Nobody was asked.')).toBeVisible();

  await goTo(page, scales);
  await page.getByText('Remove Thirty kettles, version 1').first().click();
  await button(page, 'Remove Thirty kettles, version 1').click();
  await expect(page.getByText('The scale was removed.')).toBeVisible();
  await expect(page.getByText('None has been loaded.')).toBeVisible();
});
