import type { Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { officeOf, pdfOf, pngOfOnePoint, svgWithScript } from '../fixtures/sampleFiles.ts';
import { must } from '../policies/furnish.ts';
import { expect, test } from './circlewell.ts';
import { goTo, newTeam, type Team } from './house.ts';

// A house of its own a test: each looks at a list of its own.
let team: Team;
let files: string;
test.beforeEach(async ({ api }) => {
  team = await newTeam(api, 'Mo Member');
  files = `/organisation/${team.organisation}/files`;
});

type Sent = { name: string; bytes: Buffer };
const choose = (page: Page, { name, bytes }: Sent) =>
  page.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'application/pdf', buffer: bytes });
async function add(page: Page, sent: Sent, title = ''): Promise<void> {
  await choose(page, sent);
  await page.getByLabel('Title').fill(title);
  await page.getByRole('button', { name: 'Add this file' }).click();
}
async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await press();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}
const rows = () => team.lead.client.from('organisation_files').select('id, file_versions (number, name)');
const anyFile = async () => must(await rows())[0]!.id;

test('a lead adds a file, a member reads it, a new version takes its place, and the old one stays', async ({
  enter,
  checkPage
}) => {
  const [first, second] = [pdfOf('Breathing, first try'), officeOf('docx')];
  const page = await enter(team.lead);
  await goTo(page, `/organisation/${team.organisation}`);
  await page.getByRole('link', { name: 'Files' }).click();
  await add(page, { name: 'breathing.pdf', bytes: first }, 'Breathing, one page');
  await expect(page.getByText('The file is here.')).toBeVisible();
  await checkPage(page);

  const members = await enter(team.members[0]!);
  await goTo(members, files);
  await expect(members.getByRole('button', { name: 'Add this file' })).toHaveCount(0);
  const read = await saved(members, () => members.getByRole('link', { name: 'Download Breathing' }).click());
  expect(read.name).toBe('breathing.pdf');
  expect(read.bytes.equals(first)).toBe(true);

  await page.getByRole('link', { name: 'Breathing, one page', exact: true }).click();
  await page.getByText('Put a new version in its place').click();
  await choose(page, { name: 'breathing.docx', bytes: second });
  await page.getByRole('button', { name: 'Use this version' }).click();
  await expect(page.getByText('The new version is in use.')).toBeVisible();
  await checkPage(page);
  await expect(page.getByRole('row')).toHaveCount(3);
  const newer = await saved(page, () => page.getByRole('link', { name: 'Download', exact: true }).click());
  expect([newer.name, newer.bytes.equals(second)]).toEqual(['breathing.docx', true]);
  const older = await saved(page, () => page.getByRole('link', { name: 'breathing.pdf, version 1' }).click());
  expect(older.bytes.equals(first)).toBe(true);
});

test('names it anew, and deletes it with what lies on the disk', async ({ enter, server }) => {
  const page = await enter(team.lead);
  await goTo(page, files);
  await add(page, { name: 'plan.pdf', bytes: pdfOf('Plan') });
  await page.getByRole('link', { name: 'plan', exact: true }).click();
  await page.getByText('Change title and note').click();
  await page.getByLabel('Title').fill('Safety plan');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Safety plan' })).toBeVisible();

  const onDisk = () => readdirSync(join(server.dataDir, 'files/organisation-files', team.organisation));
  expect(onDisk()).toHaveLength(1);
  expect(onDisk().join()).not.toContain('plan');
  await page.getByText('Delete this file').click();
  await expect(page.getByText('This cannot be undone.')).toBeVisible();
  await page.getByRole('button', { name: 'Delete it for everybody' }).click();
  await expect(page.getByText('The file is deleted')).toBeVisible();
  expect(onDisk()).toEqual([]);
});

test('nobody from elsewhere reads it by its address, and no browser shows it', async ({ enter, api, server }) => {
  const page = await enter(team.lead);
  await goTo(page, files);
  await add(page, { name: 'ours.pdf', bytes: pdfOf('Ours') });
  await expect(page.getByText('The file is here.')).toBeVisible();
  const address = `${files}/${await anyFile()}/1`;

  const own = await page.context().request.get(address);
  expect(own.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="ours.pdf"; filename*=UTF-8''ours.pdf`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store'
  });
  const stranger = await newTeam(api);
  const theirs = await enter(stranger.lead);
  const among = address.replace(team.organisation, stranger.organisation);
  for (const path of [address, among, `${address}0`, address.replace(/1$/, '..%2f..'), files])
    expect([path, (await theirs.context().request.get(path)).status()]).toEqual([path, 404]);
  await theirs.goto(address.replace(/\/1$/, ''));
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address');
  const sent = await theirs.context().request.post(`${files}?/add`, {
    multipart: { title: 'Mine', note: '', file: { name: 'x.pdf', mimeType: 'application/pdf', buffer: pdfOf('x') } },
    headers: { origin: server.url, accept: 'text/html' }
  });
  expect(sent.status()).toBe(404);
  expect(must(await rows())).toHaveLength(1);

  const { path } = must(await team.lead.client.from('file_versions').select('path').single());
  for (const way of ['object/public', 'object', 'object/sign', 'object/info', 'render/image/public', 'bucket'])
    expect([way, (await fetch(`${server.url}/storage/v1/${way}/organisation-files/${path}`)).status]).toEqual([
      way,
      404
    ]);
});

test('refuses what is not what it says, with the reason, and keeps what was typed', async ({ enter, checkPage }) => {
  const page = await enter(team.lead);
  await goTo(page, files);
  const cases: [Sent, string][] = [
    [{ name: 'handout.pdf', bytes: Buffer.from('<!doctype html><script>alert(1)</script>') }, 'The name says PDF, but'],
    [{ name: 'handout.pdf', bytes: pngOfOnePoint() }, 'what is inside is a PNG picture'],
    [{ name: 'terms.docx', bytes: officeOf('xlsx') }, 'The name says Word document (DOCX), but'],
    [{ name: 'poster.svg', bytes: svgWithScript }, 'Such drawings can carry programs'],
    [{ name: 'poster.png', bytes: svgWithScript }, 'Such drawings can carry programs'],
    [{ name: 'empty.pdf', bytes: Buffer.alloc(0) }, 'This file is empty.']
  ];
  for (const [sent, sentence] of cases) {
    await add(page, sent, 'A title I typed');
    await expect(page.getByRole('alert').or(page.getByRole('group')).getByText(sentence).first()).toBeVisible();
    await expect(page.getByLabel('Title')).toHaveValue('A title I typed');
  }
  await checkPage(page);
  expect(must(await rows())).toEqual([]);
});

const mega = (size: number) => Buffer.concat([pdfOf('x'), Buffer.alloc(size * 1024 * 1024 - pdfOf('x').length)]);

test('25 MB are taken; 26 MB are refused before they are sent', async ({ enter }) => {
  const page = await enter(team.lead);
  await goTo(page, files);
  let posts = 0;
  page.on('request', (request) => (posts += Number(request.method() === 'POST')));
  await add(page, { name: 'large.pdf', bytes: mega(26) }, 'Large');
  await expect(page.getByText('This file has 26 MB, and 25 MB is the most.')).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('Large');
  expect(posts).toBe(0);

  await choose(page, { name: 'large.pdf', bytes: mega(25) });
  await expect(page.getByText('is the most.')).toHaveCount(0);
  await page.getByRole('button', { name: 'Add this file' }).click();
  await expect(page.getByText('The file is here.')).toBeVisible();
  const back = await saved(page, () => page.getByRole('link', { name: 'Download Large' }).click());
  expect(back.bytes.equals(mega(25))).toBe(true);
});

test('without scripts 26 MB are refused with the same sentence, and what was typed is kept', async ({ enter }) => {
  const page = await enter(team.lead, { javaScriptEnabled: false });
  await page.goto(files);
  await page.getByLabel('What it is for').fill('For new colleagues');
  await add(page, { name: 'large.pdf', bytes: mega(26) }, 'Large');
  await expect(page.getByText('This file has 26 MB, and 25 MB is the most.').first()).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('Large');
  await expect(page.getByLabel('What it is for')).toHaveValue('For new colleagues');

  await add(page, { name: 'small.pdf', bytes: pdfOf('Small') }, 'Small');
  await expect(page.getByText('The file is here.')).toBeVisible();
});

test('every other page still takes 6 MB at most, whether its length is told or not', async ({ enter, server }) => {
  const page = await enter(team.lead);
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const headers = {
    cookie,
    origin: server.url,
    accept: 'text/html',
    'content-type': 'application/x-www-form-urlencoded'
  };
  const text = `name=${'x'.repeat(7 * 1024 * 1024)}`;
  const post = (told: boolean) =>
    new Promise<number>((answered, failed) => {
      const length = told ? { 'content-length': text.length } : { 'transfer-encoding': 'chunked' };
      const sending = httpRequest(`${server.url}/account?/name`, {
        method: 'POST',
        headers: { ...headers, ...length }
      });
      sending.on('response', (response) => answered(response.resume().statusCode ?? 0));
      sending.on('error', failed);
      sending.end(text);
    });
  expect([await post(true), await post(false)]).toEqual([413, 413]);
  const signUp = { method: 'POST', body: text, headers: { 'content-type': 'application/json' } };
  expect((await fetch(`${server.url}/auth/v1/signup`, signUp)).status).toBe(413);
});

test('a name with slashes and emoji is made safe and stays readable', async ({ enter, server }) => {
  const page = await enter(team.lead);
  const given = '../../etc/pass\u202ewd/week 1 🌱.pdf';
  const sent = await page.context().request.post(`${files}?/add`, {
    multipart: { title: '', note: '', file: { name: given, mimeType: 'application/pdf', buffer: pdfOf('Week') } },
    headers: { origin: server.url, accept: 'text/html' },
    maxRedirects: 0
  });
  expect(sent.status()).toBe(303);
  const [{ name } = { name: '' }] = must(await rows())[0]!.file_versions;
  expect(name).toMatch(/week 1 🌱\.pdf$/u);
  expect(name).not.toMatch(/[/\\\u202e]/);
  await goTo(page, files);
  expect((await saved(page, () => page.getByRole('link', { name: /^Download / }).click())).name).toBe(name);
});
