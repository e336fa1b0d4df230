import type { Page } from '@playwright/test';
import { must } from '../policies/furnish.ts';
import { noteOf, openCircle } from '../policies/gathering.ts';
import { expect, test } from './circlewell.ts';
import { joinPath, newPerson, newTeam, scripted, type Person } from './house.ts';

async function fillIn(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(text);
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** The code in the newest letter to this address. */
function codeIn(letters: string[]): string {
  return /\b\d{6}\b/.exec(letters.at(-1) ?? '')?.[0] ?? 'no code';
}

test('a newcomer makes an account, starts an organisation and invites by link; the guest joins with it', async ({
  page,
  browser
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Start an organisation' }).click();
  await fillIn(page, {
    'Your name': 'Noor Ahmadi',
    'E-mail address': 'noor@example.org',
    Password: 'apples in the attic'
  });
  await press(page, 'Make my account');
  await fillIn(page, { 'Name of the organisation': 'Lighthouse', 'Name of the team': 'Day team' });
  await press(page, 'Start');
  await expect(page.getByText('Your organisation is ready')).toBeVisible();
  await page.getByRole('link', { name: 'Invite people' }).first().click();
  await press(page, 'Make the link');
  const link = await page.getByLabel('Join link', { exact: true }).inputValue();
  await expect(page.locator('[autofocus]', { hasText: 'Your link is ready' })).toBeFocused();
  expect(await page.evaluate(() => scrollY), 'shown once, so shown from its beginning').toBe(0);
  expect(new URL(link).pathname).toMatch(/^\/join\/[\w-]{43}$/);
  await expect(page.getByRole('img', { name: 'The join link as a QR code' })).toBeVisible();

  const guest = await (await browser.newContext()).newPage();
  await guest.goto(link);
  await guest.getByRole('link', { name: 'I am new' }).click();
  await fillIn(guest, {
    'Your name': 'Gil Guest',
    'E-mail address': 'gil@example.org',
    Password: 'pears in the cellar'
  });
  await press(guest, 'Make my account');
  await expect(heading(guest, 'Day team')).toBeVisible();
  await press(guest, 'Join');

  await expect(guest).toHaveURL(/\/teams\/[\w-]+\?joined=1$/);
  await expect(guest.getByText('You are in Day team')).toBeVisible();
  await page.getByRole('link', { name: 'Done' }).click();
  await expect(page.getByText('Gil Guest', { exact: true })).toBeVisible();
  await guest.context().close();
});

test('a wrong password is said in words, the address stays, and the right one signs in', async ({ page, api }) => {
  const person = await newPerson(api, 'Wanda Wrong');
  await page.goto('/sign-in');

  await fillIn(page, { 'E-mail address': person.email, Password: 'not this one at all' });
  await press(page, 'Sign in');

  await expect(page.getByText('This e-mail address and password do not belong together.')).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue(person.email);
  await fillIn(page, { Password: person.password });
  await press(page, 'Sign in');
  await expect(heading(page, 'Hello, Wanda Wrong')).toBeVisible();
  await press(page, 'Sign out');
  await expect(page.getByText('You are signed out on this device.')).toBeVisible();
  await page.goto('/home');
  await expect(heading(page, 'Sign in')).toBeVisible();
});

test('a code from a letter signs in once', async ({ page, api, server }) => {
  const person = await newPerson(api, 'Cora Code');
  await page.goto('/sign-in/code');
  await fillIn(page, { 'E-mail address': person.email });
  await press(page, 'Send me a code');
  await expect(page.getByText('Look at your e-mail')).toBeVisible();
  await expect.poll(() => server.letters(person.email)).toHaveLength(1);
  const code = codeIn(server.letters(person.email));

  await fillIn(page, { 'Code from the letter': code === '000000' ? '000001' : '000000' });
  await press(page, 'Sign in');
  await expect(page.getByText('This code does not fit').first()).toBeVisible();
  await fillIn(page, { 'Code from the letter': code });
  await press(page, 'Sign in');
  await expect(heading(page, 'Hello, Cora Code')).toBeVisible();

  await press(page, 'Sign out');
  await page.goto('/sign-in/code?have=1');
  await fillIn(page, { 'E-mail address': person.email, 'Code from the letter': code });
  await press(page, 'Sign in');
  await expect(page.getByText('This code does not fit').first()).toBeVisible();
});

test('a forgotten password is replaced with a code, and the old one no longer works', async ({ page, api, server }) => {
  const person = await newPerson(api, 'Rita Reset');
  await page.goto('/reset');
  await fillIn(page, { 'E-mail address': person.email });
  await press(page, 'Send me a code');
  await expect.poll(() => server.letters(person.email)).toHaveLength(1);

  await fillIn(page, { 'Code from the letter': codeIn(server.letters(person.email)), 'New password': 'too short' });
  await press(page, 'Set the new password');
  await expect(page.getByText('at least 10 characters').first()).toBeVisible();
  await fillIn(page, { 'New password': 'a brand new pass phrase' });
  await press(page, 'Set the new password');

  await expect(heading(page, 'Hello, Rita Reset')).toBeVisible();
  await press(page, 'Sign out');
  await fillIn(page, { 'E-mail address': person.email, Password: person.password });
  await press(page, 'Sign in');
  await expect(page.getByText('do not belong together')).toBeVisible();
  await fillIn(page, { Password: 'a brand new pass phrase' });
  await press(page, 'Sign in');
  await expect(heading(page, 'Hello, Rita Reset')).toBeVisible();
});

test('a join link that is unknown, run out, ended or used up says which and lets nobody in', async ({ api, enter }) => {
  const team = await newTeam(api, 'Mo Member');
  const page = await enter(await newPerson(api, 'Gil Guest'));
  const runOut = await joinPath(team, { expiresInDays: -1 });
  const usedUp = await joinPath(team, { uses: 1 });
  const ended = await joinPath(team);
  const links = must(await team.lead.client.from('join_links').select('id').order('created_at'));
  const revoked_at = new Date().toISOString();
  must(await team.lead.client.from('join_links').update({ revoked_at }).eq('id', links.at(-1)!.id).select('id'));
  const other = await newPerson(api, 'Otto Other');
  must(await other.client.rpc('join_by_link', { p_token: usedUp.slice('/join/'.length) }));

  for (const [path, title] of [
    ['/join/no-such-link', 'This link leads nowhere'],
    [`/join/${'x'.repeat(43)}`, 'This link leads nowhere'],
    [runOut, 'This link has run out'],
    [ended, 'This link was ended'],
    [usedUp, 'This link is used up']
  ] as const) {
    await page.goto(path);
    await expect(heading(page, title)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Join', exact: true })).toHaveCount(0);
  }
});

test('a lead ends a link, and who opens it afterwards reads so', async ({ api, enter }) => {
  const team = await newTeam(api);
  const path = await joinPath(team);
  const page = await enter(team.lead);
  await page.goto(`/teams/${team.team}/members`);

  await page.getByRole('button', { name: /^End link/ }).click();
  await expect(page.getByText('The link is ended.')).toBeVisible();

  const guest = await enter(await newPerson(api, 'Gil Guest'));
  await guest.goto(path);
  await expect(heading(guest, 'This link was ended')).toBeVisible();
});

async function leave(page: Page, team: string): Promise<void> {
  await page.goto(`/teams/${team}/members`);
  await scripted(page);
  await page.getByText('Leave this team').click();
  await press(page, 'Yes, leave the team');
}

test('the last lead can’t leave a team; after making another one lead they can', async ({ api, enter }) => {
  const { lead, team } = await newTeam(api, 'Mo Member');
  const page = await enter(lead);

  await leave(page, team);
  await expect(page.getByText('A team needs a lead.')).toBeVisible();
  await page.getByText('Change Mo Member').click();
  await press(page, 'Make lead');
  await expect(page.getByText('Changed. It holds from now on')).toBeVisible();
  await leave(page, team);

  await expect(page.getByText('You have left.')).toBeVisible();
  expect((await page.goto(`/teams/${team}`))?.status()).toBe(404);
});

test('a removed member is out at once: the open note closes and the pages are not there for them', async ({
  api,
  enter
}) => {
  const { lead, team, members } = await newTeam(api, 'Mo Member');
  const [member] = members as [Person];
  const { circle, questions, groups } = await openCircle(lead.client, team);
  const note = `/circles/${circle}/notes/${questions[0]}/${groups[0]}`;
  const writing = await enter(member);
  await writing.goto(note);
  await scripted(writing);
  await writing.getByRole('button', { name: 'Write', exact: true }).click();
  await expect(writing.getByRole('textbox', { name: 'Note of Table 1 on question 1' })).toBeFocused();
  const page = await enter(lead);
  await page.goto(`/teams/${team}/members`);
  await scripted(page);

  await page.getByText('Change Mo Member').click();
  await press(page, 'Remove from the team');
  await expect(page.getByText('Changed. It holds from now on')).toBeVisible();

  await expect(writing.getByText('You can no longer see this note.').first()).toBeVisible();
  for (const path of [note, `/circles/${circle}`, `/teams/${team}`]) {
    expect((await writing.goto(path))?.status(), path).toBe(404);
  }
  expect(
    await member.client
      .from('notes')
      .select('id')
      .eq('id', await noteOf(lead.client, questions[0], groups[0]))
  ).toMatchObject({ data: [] });
});

for (const [name, home] of [
  ['Amara, who leads a team', 'Hello, Amara Lindqvist'],
  ['Joss, a member', 'Hello, Joss Okafor'],
  ['Ruth, a trainer', 'Hello, Ruth Valemont']
] as const) {
  test(`one click in the demo signs in as ${name}`, async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name }).click();
    await expect(heading(page, home)).toBeVisible();
  });
}

test('addresses that lead nowhere say so to a member', async ({ api, enter }) => {
  const page = await enter(await newPerson(api, 'Lost Luca'));
  const nothing = '00000000-0000-4000-8000-000000000000';
  for (const path of ['/no-such-page', '/teams/x', `/teams/${nothing}`, '/circles/x', `/circles/${nothing}/agenda`]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(heading(page, 'There is nothing at this address'), path).toBeVisible();
  }
});
