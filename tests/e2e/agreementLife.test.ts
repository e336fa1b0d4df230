import type { Page } from '@playwright/test';
import { must } from '../policies/furnish.ts';
import { expect, test } from './circlewell.ts';
import { goTo, newTeam, scripted, type Team } from './house.ts';

let team: Team;
test.beforeAll(async ({ api }) => {
  team = await newTeam(api, 'Mo Member', 'Ada Member');
  const lines = [
    { part: 'how', text: 'One person speaks at a time.' },
    { part: 'how', text: 'Passing is fine.' },
    { part: 'limits', text: 'What is said here stays here.' }
  ];
  must(await team.lead.client.from('agreements').insert({ team_id: team.team, version: 1, lines }).select('id'));
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const line = (page: Page, what: string, text: string) =>
  page.getByRole('listitem').filter({ hasText: what }).filter({ hasText: text });
const agreements = () => `/teams/${team.team}/agreements`;
const missing = (page: Page) => page.getByRole('region', { name: 'Not yet acknowledged by' }).getByRole('listitem');

async function proposeHow(page: Page, how: string): Promise<string> {
  await goTo(page, `${agreements()}/propose`);
  await page.getByLabel('How we are together').fill(how);
  await button(page, 'Propose it to the team').click();
  await expect(page.getByText('Your proposal is there.')).toBeVisible();
  return new URL(page.url()).pathname;
}

test('a proposal is discussed, adopted and acknowledged by each member once', async ({ enter }) => {
  const [mo, ada] = team.members as [Team['lead'], Team['lead']];
  const [proposer, other, lead] = [await enter(mo), await enter(ada), await enter(team.lead)];

  const path = await proposeHow(proposer, 'Passing is fine.\nOne person speaks at a time.\nWe begin on time.');
  await expect(line(proposer, 'New', 'We begin on time.')).toBeVisible();
  await expect(line(proposer, 'Moved here', 'One person speaks at a time.')).toBeVisible();
  await expect(button(proposer, 'Adopt as version 2')).toHaveCount(0);

  await goTo(proposer, '/home');
  await expect(proposer.getByText('You proposed a change to the agreements of North')).toBeVisible();
  await goTo(other, '/home');
  await expect(other.getByText('Mo Member proposes a change to the agreements of North')).toBeVisible();
  await other.getByRole('link', { name: 'Read and answer' }).click();
  await other.waitForURL(path);
  await scripted(other);
  await other.getByLabel('What do you think?').fill('Yes, at nine sharp.');
  await button(other, 'Say it').click();
  await expect(other.getByText('Yes, at nine sharp.')).toBeVisible();

  await goTo(lead, path);
  await expect(lead.getByText('Yes, at nine sharp.')).toBeVisible();
  await expect(lead.getByRole('button', { name: /Take back/ })).toHaveCount(0);
  await expect(lead.getByLabel('Look at them again by')).toHaveValue(/^\d{4}-\d{2}-\d{2}$/);
  await lead.getByLabel('Look at them again by').fill('2020-01-01');
  await button(lead, 'Adopt as version 2').click();
  await expect(lead.getByText('Version 2 is adopted.')).toBeVisible();
  await expect(lead.getByText(/The day to look at this again was .* days ago/)).toBeVisible();
  await expect(missing(lead)).toHaveText(['Ada Member', 'Lena Lead', 'Mo Member']);

  await goTo(other, '/home');
  await expect(other.getByText('North has new agreements for you to read')).toBeVisible();
  await expect(other.getByText('proposes a change')).toHaveCount(0);
  await goTo(other, agreements());
  await button(other, 'I have read this and agree to it').click();
  await expect(other.getByText('You acknowledged version 2 on')).toBeVisible();
  await expect(button(other, 'I have read this and agree to it')).toHaveCount(0);

  await lead.reload();
  await expect(missing(lead)).toHaveText(['Lena Lead', 'Mo Member']);
  await goTo(proposer, agreements());
  await expect(proposer.getByText('Not yet acknowledged by')).toHaveCount(0);
  await expect(proposer.getByText('Ada Member')).toHaveCount(0);
  const seen = must(await mo.client.from('agreement_acknowledgements').select('person_id'));
  expect(seen).toEqual([]);

  await goTo(proposer, `${agreements()}/changes`);
  await expect(proposer.getByRole('heading', { name: 'From version 1 to version 2' })).toBeVisible();
  await expect(proposer.getByText('1 new, 1 moved')).toBeVisible();
});

test('a proposal that was overtaken says so and is brought up to date', async ({ enter }) => {
  const [mo] = team.members as [Team['lead']];
  const [proposer, lead] = [await enter(mo), await enter(team.lead)];
  const path = await proposeHow(proposer, 'Tea is allowed.');
  await goTo(lead, agreements());
  const limits = lead.getByLabel('The limits of confidentiality');
  await expect(limits).toBeHidden();
  await lead.getByText('Change them and adopt the next version').click();
  // As it stands it says nothing new; the day to look at it again is long past, so it is emptied here.
  await lead.getByLabel('Look at them again by').fill('');
  await lead.getByRole('button', { name: /Adopt as version/ }).click();
  await expect(lead.getByText('This is what is in force already. Change a line first.')).toBeVisible();
  await limits.fill('Stories stay here.');
  await lead.getByRole('button', { name: /Adopt as version/ }).click();
  await expect(lead.getByText(/is adopted\./)).toBeVisible();

  await goTo(lead, path);
  await expect(lead.getByText('it can’t be adopted as it stands')).toBeVisible();
  await expect(lead.getByRole('button', { name: /Adopt as version/ })).toHaveCount(0);
  await goTo(proposer, path);
  await proposer.getByRole('link', { name: 'Bring it up to date' }).click();
  await expect(proposer.getByLabel('How we are together')).toHaveValue('Tea is allowed.');
  await button(proposer, 'Propose it to the team').click();
  await expect(proposer.getByText('Your proposal is there.')).toBeVisible();
  await expect(proposer.getByText('Waits for the team')).toBeVisible();
  await goTo(proposer, path);
  await expect(proposer.getByText('Withdrawn', { exact: true })).toBeVisible();
});

test('without scripts a member proposes, takes back what they said, and withdraws', async ({ enter }) => {
  const [, ada] = team.members as [Team['lead'], Team['lead']];
  const page = await enter(ada, { javaScriptEnabled: false });
  await page.goto(`/teams/${team.team}/terms/propose?starter=standing`);
  await button(page, 'Propose it to the team').click();
  await page.getByLabel('What do you think?').fill('I am not sure.');
  await button(page, 'Say it').click();
  await page.getByRole('button', { name: /Take back/ }).click();
  await expect(page.getByText('Nobody has said anything yet.')).toBeVisible();
  await page.getByText('Withdraw the proposal').click();
  await button(page, 'Withdraw it now').click();
  await expect(page.getByText('The proposal is withdrawn.')).toBeVisible();
});

test('the debrief is for facilitators and observers, and a lead who was neither reads none of it', async ({
  enter
}) => {
  const [mo, ada] = team.members as [Team['lead'], Team['lead']];
  const circle = must(
    await team.lead.client.rpc('plan_circle', {
      p_team: team.team,
      p_key: crypto.randomUUID(),
      p_circle: { kind: 'staff', title: 'Observed', planned_minutes: 30, time_zone: 'UTC' },
      p_items: [{ kind: 'opening', title: 'Arrive', minutes: 30 }],
      p_questions: [],
      p_groups: []
    })
  );
  const lead = await enter(team.lead);
  await goTo(lead, `/circles/${circle}/people`);
  await lead.getByLabel('Mo Member').selectOption('Facilitator');
  await lead.getByLabel('Ada Member').selectOption('Observer');
  await lead.getByLabel('Lena Lead').selectOption('Takes part');
  await button(lead, 'Save who does what').click();
  await expect(lead.getByText('Saved.')).toBeVisible();
  must(await team.lead.client.from('circles').update({ state: 'open' }).eq('id', circle).select('id'));

  const observer = await enter(ada);
  await goTo(observer, `/circles/${circle}/debrief`);
  await observer.getByLabel('What you saw so far').fill('One chair stayed empty.');
  await button(observer, 'Save my words').first().click();
  await expect(observer.getByText('Saved.')).toBeVisible();
  const facilitator = await enter(mo);
  await facilitator.goto(`/circles/${circle}/debrief`);
  await expect(facilitator.getByText('One chair stayed empty.')).toBeVisible();
  await lead.goto(`/circles/${circle}/debrief`);
  await expect(lead.getByText('its words are closed to you')).toBeVisible();
  await expect(lead.getByText('One chair stayed empty.')).toHaveCount(0);
  expect(must(await team.lead.client.from('debriefs').select('text'))).toEqual([]);
});

test('what a facilitator answers before opening never leaves the device, and goes when they sign out', async ({
  enter
}) => {
  const { id: circle } = must(
    await team.lead.client.from('circles').select('id').eq('team_id', team.team).limit(1).single()
  );
  const page = await enter(team.lead);
  await goTo(page, `/circles/${circle}/ready`);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  const kept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }) + document.cookie);

  // By keyboard: space takes the first answer, an arrow the next one.
  await page.getByRole('radio', { name: 'Rested enough' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Tired, but here' })).toBeChecked();
  for (const answer of ['Low or raw', 'Nothing heavy', 'I am on my own today', 'I am not sure', 'Not yet'])
    await page.getByRole('radio', { name: answer }).check();
  await expect(page.getByText('You may still open.')).toBeVisible();
  expect(sent, 'requests while answering').toEqual([]);

  await page.reload();
  await scripted(page);
  await expect(page.getByRole('radio', { name: 'Low or raw' })).toBeChecked();
  expect(sent.filter((request) => /tired|low|alone|unsure/.test(request))).toEqual([]);
  expect(await kept()).toContain('circlewell-ready:');
  await button(page, 'Sign out').click();
  await page.waitForURL(/sign-in/);
  await scripted(page);
  await expect.poll(kept).not.toContain('circlewell-ready:');
});
