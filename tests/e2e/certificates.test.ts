import { compactVerify, importJWK, type JWK } from 'jose';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readBaked } from '../../src/lib/training/certificates/png.ts';
import { must } from '../policies/furnish.ts';
import { changed, fileOf, giveToAll, someWhoCompleted, unsignedCertificateOf } from './certificateGround.ts';
import { expect, test } from './circlewell.ts';
import { goTo } from './house.ts';
import { readPdf } from './pdf.ts';
import { holdOn, pastDates, type Placed, type TrainingGround } from './trainingGround.ts';

let ground: TrainingGround;
let places: Placed[];
test.beforeEach(async ({ api }) => {
  ({ ground, places } = await someWhoCompleted(api));
});

const here = () => `/trainings/${ground.training}/certificates`;
const give = (page: Page, { name }: Placed) =>
  page.getByRole('button', { name: `Give the certificate to ${name}`, exact: true });
const rows = async () => must(await ground.trainer.client.from('certificates').select('*').order('name'));

test('by the rule only: given, printed, taken along, and verified by a library from the file and the key alone', async ({
  enter,
  page: visitor,
  checkPage
}) => {
  const [first, second, , missing] = places as [Placed, Placed, Placed, Placed];
  const page = await enter(ground.trainer);
  await goTo(page, here());
  await expect(page.getByRole('listitem').filter({ hasText: missing.name })).toContainText('Day 2, morning');
  await expect(give(page, missing)).toHaveCount(0);
  await checkPage(page);
  await give(page, first).dblclick();
  await expect(page.getByText('Given and signed.')).toBeVisible();
  await expect(give(page, first)).toHaveCount(0);
  await giveToAll(page, 2);
  await expect(page.getByText('Everybody who has completed the training has a certificate.')).toBeVisible();
  const given = await rows();
  expect(given.map(({ name, signed }) => [name, signed !== null])).toEqual(
    places.slice(0, 3).map(({ name }) => [name, true])
  );
  await checkPage(page);

  // Asked for by address: none for who has not completed.
  for (const path of [`${here()}/${missing.place}`, `${missing.path}/certificate`, `${missing.path}/certificate.png`])
    expect((await page.request.get(path)).status(), path).toBe(404);
  await page.request.post(`${here()}?/issue`, {
    form: { place: missing.place },
    headers: { origin: new URL(page.url()).origin, accept: 'text/html' }
  });
  expect(await rows()).toHaveLength(3);

  await goTo(page, here());
  await page.getByRole('link', { name: 'Print all 3' }).click();
  await expect(page.getByRole('heading', { name: 'Certificates on paper' })).toBeVisible();
  await checkPage(page);
  for (const [paper, size] of [
    ['a4', [842, 595]],
    ['letter', [792, 612]]
  ] as const) {
    await goTo(page, `${here()}/sheets?paper=${paper}`);
    const printed = readPdf(await page.pdf({ preferCSSPageSize: true }));
    expect([printed.count, printed.size]).toEqual([3, size]);
    printed.pages?.forEach((text, at) => expect(text).toContain(places[at]!.name));
  }

  // The trainers can hand the same file to who has no e-mail address; others get nothing at that address.
  const theirs = `${here()}/${second.place}`;
  await goTo(page, theirs);
  await checkPage(page);
  const handed = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save as a text file' }).click();
  expect(await readFile(await (await handed).path(), 'utf8')).toBe(given[1]!.signed);
  expect((await page.request.get(`${here()}/${missing.place}/certificate.png`)).status()).toBe(404);
  expect((await visitor.request.get(`${theirs}/certificate.png`)).headers()['content-type']).not.toBe('image/png');

  await goTo(visitor, second.path);
  await visitor.goto(`${second.path}/certificate`);
  await expect(visitor.getByRole('heading', { name: second.name })).toBeVisible();
  await checkPage(visitor);
  const download = visitor.waitForEvent('download');
  await visitor.getByRole('link', { name: 'Save as a picture' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe(`certificate-${pastDates.at(-1)}.png`);
  const token = readBaked(await readFile(await saved.path())) ?? '';
  expect(token).toBe((await fileOf(visitor, second, 'jwt')).toString());

  // Nothing of ours from here on: the file, the public key, and jose.
  const { kid } = JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()) as { kid: string };
  const key = await importJWK((await (await fetch(kid)).json()) as JWK, 'RS256');
  const { payload } = await compactVerify(token, key);
  const claims = JSON.parse(Buffer.from(payload).toString());
  expect(claims.credentialSubject).toMatchObject({
    identifier: [{ identityHash: second.name, hashed: false }],
    creditsEarned: 16.5,
    achievement: { tag: ['Circles', 'Overview', 'Definitions', 'Risk', 'Culture'] }
  });
  expect(Buffer.from(payload).toString()).not.toContain(second.email);
  await expect(compactVerify(changed(token), key)).rejects.toThrow();
});

test('what a crash left unsigned is finished by the next press, and wrong ids lead nowhere', async ({ enter }) => {
  const [first, second] = places as [Placed, Placed];
  const id = await unsignedCertificateOf(ground, first);
  const page = await enter(ground.trainer);
  await goTo(page, here());
  await expect(page.getByText('Not signed yet')).toBeVisible();
  expect((await page.request.get(`${first.path}/certificate`)).status()).toBe(404);
  expect((await page.request.get(`/certificates/${id}/status.json`)).status()).toBe(404);
  await give(page, first).click();
  await expect(page.getByText('Given and signed.')).toBeVisible();
  expect((await page.request.get(`${first.path}/certificate.png`)).status()).toBe(200);
  // One that was taken back before anybody signed it stays as it is; another organisation's key signs nothing here.
  await unsignedCertificateOf(ground, second);
  await goTo(page, here());
  const begun = page.getByRole('listitem').filter({ hasText: 'Not signed yet' });
  await begun.getByText('Take back').click();
  await begun.getByLabel('Why').fill('Begun by mistake.');
  await begun.getByRole('button', { name: 'Yes, take it back' }).click();
  await expect(page.getByText('The certificate was taken back.')).toBeVisible();
  await give(page, second).click();
  await expect(page.getByText('Given and signed.')).toBeVisible();
  expect((await page.request.get(`${second.path}/certificate.png`)).status()).toBe(200);
  const all = await rows();
  expect(all.map(({ signed, revoked_on }) => [signed !== null, revoked_on !== null]).sort()).toEqual([
    [false, true],
    [true, false],
    [true, false]
  ]);
  expect(new Set(all.map(({ key_id }) => key_id).filter(Boolean)).size).toBe(1);
  // Where the code on the paper leads: in plain words, and without a name.
  const signed = (await rows()).find(({ signed }) => signed !== null)!;
  await page.goto(`/certificates/${signed.id}`);
  await expect(page.getByText('This certificate holds')).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(first.name);
  const wrongName = { p_certificate: signed.id, p_why: 'A wrong name.' };
  expect((await ground.trainer.client.rpc('revoke_certificate', wrongName)).error).toBeNull();
  await page.goto(`/certificates/${signed.id}`);
  await expect(page.getByText('This certificate does not hold any more')).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('A wrong name.');
  for (const path of ['x', 'keys/x.json', 'issuers/x.json', 'revoked/x.json', 'x/status.json'])
    for (const wrong of [path, path.replace('x', crypto.randomUUID())])
      expect((await page.request.get(`/certificates/${wrong}`)).status(), wrong).toBe(404);
});

test('what is noted ahead waits for its day, and who does not fulfil the rule any more is told beside the certificate', async ({
  enter,
  checkPage
}) => {
  const [first, second, third] = places as [Placed, Placed, Placed];
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await holdOn(ground, [...pastDates.slice(0, 4), tomorrow]);
  const page = await enter(ground.trainer);
  await goTo(page, here());
  const ahead = page.getByRole('region', { name: 'Completed once the day has come' });
  await expect(ahead.getByRole('listitem')).toHaveCount(3);
  const ready = page.getByRole('region', { name: 'Completed, no certificate yet' });
  await expect(ready).toContainText('Nobody just now.');
  await expect(give(page, first)).toHaveCount(0);
  await checkPage(page);
  // Whatever the page shows: the database gives none.
  const refused = { error: { hint: 'training_ahead' } };
  expect(await ground.trainer.client.rpc('issue_certificate', { p_place: first.place })).toMatchObject(refused);
  expect(await rows()).toEqual([]);

  await holdOn(ground, pastDates);
  await goTo(page, here());
  await expect(ahead).toHaveCount(0);
  await giveToAll(page, 3);
  await expect(page.getByText('Given and signed.')).toBeVisible();
  const note = ground.trainer.client.from('training_attendance').update({ came: false });
  must(await note.eq('place_id', third.place).eq('day', 3).eq('half', 2).select('day'));
  await goTo(page, here());
  const stale = page.getByRole('listitem').filter({ hasText: 'Does not fulfil the rule any more' });
  await expect(stale).toHaveCount(1);
  await expect(stale).toContainText(third.name);
  await expect(page.getByRole('listitem').filter({ hasText: second.name })).not.toContainText('any more');
  await checkPage(page);
});
