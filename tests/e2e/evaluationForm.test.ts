import { expect, test, type Page, type Request } from '@playwright/test';
import type { EvaluationForm } from '../../src/lib/training/evaluation/form.ts';
import { evaluationOfEight, type EvaluationOfEight } from '../evaluationOfEight.ts';
import { groundOn, type Ground, type Scene } from './checkInGround.ts';
import { afterTheirEnd, arrived, choose, few, formPath, formsAreOpen, full, openForm, planOfForms, send, sendWithGaps } from './formGround.ts'; // prettier-ignore

test.setTimeout(240_000);

const form = (given: EvaluationOfEight): EvaluationForm => ({
  title: 'After the training',
  intro: 'Three minutes.',
  choices: given.scale,
  statements: given.items.map(({ text }, at) => ({ key: `s${at}`, text }))
});
/** What this person chooses, so that the counts come out: a statement's answers dealt from another person on each time. */
const choicesOf = ({ items, respondents }: EvaluationOfEight, person: number): number[] =>
  items.map(({ counts }, at) => {
    const answers = counts.flatMap((count, choice) => Array.from({ length: count }, () => choice + 1));
    return answers[(person + at) % respondents] ?? 0;
  });

const [width, height] = [320, 640];
const phone = { viewport: { width, height }, hasTouch: true, isMobile: true };
/** Everything that this browser keeps for the site, as text. */
const kept = (page: Page) => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
const statement = (page: Page, at: number) => page.locator('fieldset').nth(at);
const castsOf = (page: Page) => {
  const casts: Request[] = [];
  page.on('request', (request) => void (request.url().includes('/cast/') && casts.push(request)));
  return casts;
};

let ground: Ground;
let scene: Scene;
test.beforeAll(async () => {
  ground = await groundOn('pglite');
  scene = await ground.open(planOfForms(form(evaluationOfEight)));
  await formsAreOpen(scene);
});
test.afterAll(async () => {
  await scene?.remove();
  await ground?.remove();
});

test('without scripts the page says why it asks nothing, and where the same form is; an evaluation that does not ask is not there', async ({
  browser
}) => {
  const context = await browser.newContext({ baseURL: scene.server.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(formPath(0));
  // Playwright's locators never look into <noscript>; this is the text as it is drawn.
  const drawn = await page.locator('main').evaluate((main: HTMLElement) => main.innerText);
  expect(drawn).toContain('This form needs JavaScript');
  expect(drawn).toContain('ask a trainer for a paper form');
  await expect(page.getByText('Nobody can see how you answered')).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Leave quickly' })).toBeVisible();
  await expect(page).toHaveTitle('Circlewell');
  const nowhere = await page.goto(formPath(0, crypto.randomUUID()));
  expect(nowhere?.status()).toBe(404);
  await context.close();
});

test('eight people fill the form in, on a phone, by keyboard, offline and online; it closes, and what is published are the counts of 2004; four forms publish nothing', async ({
  browser
}) => {
  const given = evaluationOfEight;
  const mine = (person: number) => choicesOf(given, person);

  // By touch on a phone of 320 × 640.
  const byTouch = await openForm(browser, scene, 0, phone);
  const casts = castsOf(byTouch);
  await byTouch.getByRole('button', { name: 'Send', exact: true }).tap();
  await expect(byTouch.getByText('Choose an answer to at least one statement')).toBeVisible();
  const tops = await statement(byTouch, 0)
    .getByRole('radio')
    .evaluateAll((all) => all.map((radio) => radio.closest('label')!.getBoundingClientRect()));
  expect(tops).toHaveLength(4);
  expect(tops.map(({ x }) => x)).toEqual(tops.map(() => tops[0]!.x));
  expect(tops.map(({ y }) => y)).toEqual(tops.map(({ y }) => y).toSorted((a, b) => a - b));
  for (const { height: row } of tops) expect(row).toBeGreaterThanOrEqual(44);
  expect(await byTouch.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  await choose(byTouch, [4, 3], 'tap');
  await expect(byTouch.getByText('2 of 11 answered')).toBeVisible();
  expect(await kept(byTouch)).not.toMatch(/statement|choice|Not|Quite/);
  await byTouch.reload();
  await expect(byTouch.getByText('Your answers were not kept: nothing is stored before you send.')).toBeVisible();
  await expect(byTouch.getByRole('radio', { checked: true })).toHaveCount(0);
  await choose(byTouch, mine(0), 'tap');
  await expect(byTouch.getByText('11 of 11 answered')).toBeVisible();
  const button = (await byTouch.getByRole('button', { name: 'Send', exact: true }).boundingBox())!;
  expect(button.y + button.height).toBeLessThanOrEqual(height);
  expect(button.height).toBeGreaterThanOrEqual(48);
  // Two taps in one moment.
  await byTouch.getByRole('button', { name: 'Send', exact: true }).evaluate((element: HTMLElement) => {
    element.click();
    element.click();
  });
  await arrived(byTouch);
  await expect(byTouch.getByRole('radio')).toHaveCount(0);
  expect(casts).toHaveLength(1);
  const headers = await casts[0]!.allHeaders();
  expect(headers.cookie ?? headers.referer ?? headers.authorization ?? null).toBeNull();
  expect(casts[0]!.postDataBuffer()).toHaveLength(592);
  await byTouch.reload();
  await expect(byTouch.getByRole('heading', { name: 'You have sent your form' })).toBeFocused();
  await expect(byTouch.getByRole('radio')).toHaveCount(0);
  expect(casts).toHaveLength(1);

  // By keyboard alone; a choice is taken back and made again.
  const byKey = await openForm(browser, scene, 1);
  for (const [at, choice] of mine(1).entries()) {
    const group = statement(byKey, at);
    await (at === 0 ? group.getByRole('radio').first().focus() : byKey.keyboard.press('Tab'));
    await byKey.keyboard.press('Space');
    for (let step = 1; step < choice; step++) await byKey.keyboard.press('ArrowDown');
    await expect(group.getByRole('radio').nth(choice - 1)).toBeChecked();
    await byKey.keyboard.press('Tab');
    await expect(byKey.getByRole('button', { name: `Leave statement ${at + 1} out` })).toBeFocused();
  }
  await byKey.keyboard.press('Enter');
  await expect(byKey.getByText('10 of 11 answered')).toBeVisible();
  const last = statement(byKey, 10).getByRole('radio');
  await expect(last.first()).toBeFocused();
  await last.nth(mine(1)[10]! - 1).press('Space');
  await byKey.keyboard.press('Tab');
  await byKey.keyboard.press('Tab');
  await byKey.keyboard.press('Enter');
  await arrived(byKey);

  // The network goes before it is sent, and comes back by itself.
  const offline = await openForm(browser, scene, 2);
  await choose(offline, mine(2));
  await offline.waitForFunction(() => JSON.stringify({ ...localStorage }).includes('signature'));
  await offline.context().setOffline(true);
  await send(offline);
  await expect(offline.getByRole('heading', { name: 'Waiting for the network' })).toBeFocused();
  await expect(offline.getByRole('radio')).toHaveCount(0);
  await offline.context().setOffline(false);
  await arrived(offline);

  // Another browser of the same person has no token, and the first still has.
  const first = await openForm(browser, scene, 3);
  await first.waitForFunction(() => JSON.stringify({ ...localStorage }).includes('signature'));
  const second = await browser.newContext({ baseURL: scene.server.url });
  const other = await second.newPage();
  await other.goto(formPath(3));
  await expect(other.getByRole('heading', { name: 'Use your other device' })).toBeFocused();
  await second.close();
  await choose(first, mine(3));
  await send(first);
  await arrived(first);

  for (const person of [4, 5, 6, 7]) {
    const page = await openForm(browser, scene, person);
    await choose(page, mine(person));
    await send(page);
    await arrived(page);
    await page.context().close();
  }
  // Four forms of the other evaluation, all with one answer.
  for (const person of [4, 5, 6, 7]) {
    const page = await openForm(browser, scene, person, {}, few);
    await choose(page, [1]);
    await sendWithGaps(page);
    await arrived(page);
    await page.context().close();
  }

  await afterTheirEnd(scene);
  const table = byTouch.getByRole('table').first();
  await expect(async () => {
    await byTouch.reload();
    await expect(table).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 60_000 });
  const rows = await table
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent))));
  expect(rows.map((row) => row.slice(0, 4))).toEqual(given.items.map(({ counts }) => counts));
  await expect(byTouch.getByText('The form of this device was counted.')).toBeVisible();
  expect(await byTouch.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  await byKey.goto(formPath(1, few));
  await expect(byKey.getByText('Fewer than five forms came in')).toBeVisible();
  await expect(byKey.getByRole('table')).toHaveCount(0);

  await scene.server.stop();
  const left = await scene.look(async (asker) => ({
    results: await asker.ask({ text: `select * from public.evaluation_results order by enough`, values: [] }),
    ballots: await asker.ask({ text: 'select nullifier from ballot.ballots', values: [] })
  }));
  expect(left.results).toMatchObject([
    { evaluation_id: few, enough: false, respondents: null, counts: null },
    {
      evaluation_id: full,
      enough: true,
      respondents: given.respondents,
      counts: given.items.map((item) => item.counts)
    }
  ]);
  expect(left.ballots).toEqual([]);
});
