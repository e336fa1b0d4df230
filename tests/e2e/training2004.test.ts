import type { Page } from '@playwright/test';
import { must } from '../policies/furnish.ts';
import { drawSecret } from '../policies/trainingGround.ts';
import { giveToAll } from './certificateGround.ts';
import { expect, test } from './circlewell.ts';
import { goTo } from './house.ts';
import { fiveDates, holdOn, newTrainer, pastDates } from './trainingGround.ts';

test.describe.configure({ timeout: 300_000 });

/** Four do not complete: two stop coming, one leaves the last afternoon too early, one misses a day and makes nothing up. */
const cohort = Array.from({ length: 20 }, (_, at) => `Cohort ${String(at + 1).padStart(2, '0')}`);
const [stopped, stoppedLater, leftEarly, missedDay, madeUp, madeUpToo] = cohort.slice(14) as [
  string,
  string,
  string,
  string,
  string,
  string
];
const visitors = Array.from({ length: 18 }, (_, at) => `Visitor ${String(at + 1).padStart(2, '0')}`);

/** Who is not there, by half day. */
const absent: Record<string, string[]> = {
  '2-1': [stopped],
  '2-2': [stopped],
  '3-1': [stopped, stoppedLater, madeUp],
  '3-2': [stopped, stoppedLater],
  '4-1': [stopped, stoppedLater, missedDay],
  '4-2': [stopped, stoppedLater, missedDay, madeUpToo],
  '5-1': [stopped, stoppedLater],
  '5-2': [stopped, stoppedLater]
};
const half = (key: string) => `Day ${key[0]}, ${key[2] === '1' ? 'morning' : 'afternoon'}`;

/** The four numbers as they stand on the overview, by their names. */
async function fourNumbers(page: Page): Promise<Record<string, string>> {
  const region = page.getByRole('region', { name: 'Four numbers' });
  const names = await region.getByRole('term').allInnerTexts();
  const numbers = await region.getByRole('definition').locator('span:first-child').allInnerTexts();
  return Object.fromEntries(names.map((name, at) => [name, numbers[at] ?? '']));
}

test('a training like the one of 2004: five dates, 20 sign up, 43 on the open day, 16 complete and get a certificate, four don’t', async ({
  api,
  enter,
  browser,
  server
}) => {
  const { trainer } = await newTrainer(api);
  const page = await enter(trainer);

  await goTo(page, '/trainings/new');
  await page.getByLabel('What is the training called?').fill('Facilitators 2035');
  for (const [at, date] of fiveDates.entries()) await page.locator(`#date${at + 1}`).fill(date);
  await page.getByRole('button', { name: 'Plan the training', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Facilitators 2035' })).toBeVisible();
  const training = /\/trainings\/([0-9a-f-]{36})/.exec(page.url())![1]!;
  const here = `/trainings/${training}`;
  await page.getByRole('button', { name: 'Open sign-up' }).first().click();
  const link = new URL(await page.getByLabel('Link for signing up').inputValue()).pathname;

  // Somebody's own: no session, and wide enough for nothing but a thumb.
  const phone = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  const people = new Map<string, string>();
  const signUp = async (name: string, kind: 'cohort' | 'open_day') => {
    const { secret } = drawSecret();
    const email = `${name.toLowerCase().replace(' ', '-')}@example.org`;
    const answer = await phone.request.post(`${server.url}${link}`, {
      form: { kind, name, email, workplace: 'An agency', secret },
      headers: { origin: server.url, accept: 'text/html' },
      maxRedirects: 0
    });
    expect([answer.status(), answer.headers().location]).toEqual([303, `/place/${secret}`]);
    people.set(name, `/place/${secret}`);
  };
  await test.step('twenty sign up, the first on a phone; one more waits; eighteen for the open day alone', async () => {
    await phone.goto(`${server.url}${link}`);
    await phone.getByRole('radio', { name: 'The whole training, all days' }).check();
    await phone.getByLabel('Name', { exact: true }).fill(cohort[0]!);
    await phone.getByLabel('E-mail address').fill('first@example.org');
    await phone.getByRole('button', { name: 'Sign up', exact: true }).click();
    await expect(phone.getByText('You have a place', { exact: true })).toBeVisible();
    people.set(cohort[0]!, new URL(phone.url()).pathname);
    for (const name of cohort.slice(1)) await signUp(name, 'cohort');
    await signUp('Too Late', 'cohort');
    for (const name of visitors) await signUp(name, 'open_day');
    await goTo(page, here);
    expect(Object.values(await fourNumbers(page))).toEqual(['20', '0', '0', '0']);
  });

  await test.step('on the open day two walk in at the door, one notes themselves, three are counted without a name', async () => {
    await goTo(page, `${here}/door/1-1`);
    const code = async () => {
      const answer = must(await trainer.client.rpc('door_code', { p_training: training, p_day: 1, p_half: 1 }));
      return `${server.url}/door/${training}/1-1/${(answer as { code: string }).code}`;
    };
    await phone.goto(await code());
    await phone.getByRole('button', { name: 'I am here' }).click();
    await expect(phone.getByText('You are noted as here: Day 1, morning.')).toBeVisible();
    const stranger = await (await browser.newContext()).newPage();
    for (const name of ['Walker One', 'Walker Two']) {
      await stranger.goto(await code());
      await stranger.getByText('I have not signed up').click();
      await stranger.getByLabel('Name', { exact: true }).fill(name);
      await stranger.getByRole('button', { name: 'Come in' }).click();
      await expect(stranger.getByText('You are noted as here: Day 1, morning.')).toBeVisible();
      await stranger.context().clearCookies();
    }
    await stranger.context().close();
    await goTo(page, `${here}/attendance/1-1`);
    for (const count of [1, 2, 3]) {
      await page.getByRole('button', { name: 'One more' }).click();
      await expect(page.getByRole('region', { name: 'People who have not signed up' }).getByRole('status')).toHaveText(
        String(count)
      );
    }
  });

  const button = (label: string, name: string) => page.getByRole('button', { name: `${label} ${name}`, exact: true });
  await test.step('attendance is tapped, half day by half day', async () => {
    for (const key of ['1-1', '1-2', ...Object.keys(absent)]) {
      await goTo(page, `${here}/attendance/${key}`);
      for (const name of absent[key] ?? []) {
        await button('Not here', name).click();
        await expect(button('Not here', name)).toHaveAttribute('aria-pressed', 'true');
      }
      await page.getByRole('button', { name: 'All others are here' }).click();
      await expect(page.getByText('0 not noted')).toBeVisible();
      if (key === '5-2') {
        await button('Late, left early', leftEarly).click();
        const panel = page.getByRole('dialog', { name: leftEarly });
        await panel.getByRole('group', { name: 'Minutes left early' }).getByLabel('Other').fill('90');
        await panel.getByRole('button', { name: 'Done' }).click();
        await expect(page.getByRole('listitem').filter({ hasText: leftEarly })).toContainText('left 90 min early');
        const early = trainer.client.from('training_attendance').select('place_id').eq('training_id', training);
        await expect.poll(async () => must(await early.eq('left_minutes', 90)).length).toBe(1);
      }
      const notes = trainer.client.from('training_attendance').select('place_id').eq('training_id', training);
      const noted = notes.eq('day', Number(key[0])).eq('half', Number(key[2]));
      await expect.poll(async () => must(await noted).length).toBe(key[0] === '1' ? 40 : 20);
    }
  });

  await test.step('attendance that was noted ahead gives nobody a certificate; then the three weeks pass', async () => {
    await goTo(page, `${here}/certificates`);
    const ahead = page.getByRole('region', { name: 'Completed once the day has come' });
    await expect(ahead.getByRole('listitem')).toHaveCount(14);
    await expect(page.getByRole('button', { name: 'Give', exact: false })).toHaveCount(0);
    const id = must(await trainer.client.from('training_places').select('id').eq('name', cohort[0]!).single()).id;
    const answer = await trainer.client.rpc('issue_certificate', { p_place: id });
    expect(answer).toMatchObject({ error: { hint: 'training_ahead' } });
    await holdOn({ trainer, training }, pastDates);
  });

  await test.step('two make up for what they missed', async () => {
    await goTo(page, here);
    expect(Object.values(await fourNumbers(page))).toEqual(['20', '43', '20', '14']);
    for (const [name, key] of [
      [madeUp, '3-1'],
      [madeUpToo, '4-2']
    ] as const) {
      await goTo(page, `${here}/attendance`);
      await page.getByRole('link', { name }).first().click();
      const item = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: half(key) }) });
      await item.getByText('Make up for this half day').click();
      await item.getByLabel('When').fill(new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10));
      await item.getByLabel('Where').fill('At the office');
      await item.getByLabel('With whom').fill('Theo');
      await item.getByRole('button', { name: 'Save the make-up' }).click();
      await expect(item).toContainText('At the office, with Theo');
    }
    await goTo(page, here);
    expect(await fourNumbers(page)).toEqual({
      'Signed up': '20',
      'Attended the open day': '43',
      Started: '20',
      Completed: '16'
    });
  });

  await test.step('sixteen get a certificate, and nobody else', async () => {
    await goTo(page, `${here}/certificates`);
    await giveToAll(page, 16);
    await expect(page.getByRole('button', { name: 'Give', exact: false })).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Print all 16' })).toBeVisible();
    const rows = must(await trainer.client.from('certificates').select('name, signed').eq('training_id', training));
    expect(rows).toHaveLength(16);
    expect(rows.every(({ signed }) => signed !== null)).toBe(true);
    const left = [stopped, stoppedLater, leftEarly, missedDay];
    expect(rows.map(({ name }) => name).sort()).toEqual(cohort.filter((name) => !left.includes(name)).sort());

    const places = must(await trainer.client.from('training_places').select('id, name').eq('training_id', training));
    for (const name of [...left, visitors[0]!, 'Too Late']) {
      const { id } = places.find((place) => place.name === name)!;
      expect((await page.request.get(`${server.url}${here}/certificates/${id}`)).status(), name).toBe(404);
      for (const file of ['certificate', 'certificate.png', 'certificate.jwt'])
        expect((await page.request.get(`${server.url}${people.get(name)}/${file}`)).status(), name).toBe(404);
      expect(await trainer.client.rpc('issue_certificate', { p_place: id })).toMatchObject({
        error: { hint: 'training_not_completed' }
      });
    }
    expect((await page.request.get(`${server.url}${people.get(madeUp)}/certificate.png`)).status()).toBe(200);
  });
  await phone.context().close();
});
