import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { demoPassword } from '../../src/lib/teams/demo.ts';
import { asked, round, type Scene } from './checkInGround.ts';

/** A browser of its own in which this demo person is signed in, and an empty page in it. */
export async function enterAs(browser: Browser, { server }: Scene, email: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ baseURL: server.url, ...options });
  const answer = await context.request.post(`${server.url}/sign-in`, {
    form: { email, password: demoPassword },
    headers: { origin: server.url, accept: 'text/html' },
    maxRedirects: 0
  });
  if (answer.status() !== 303) throw new Error(`${email} could not sign in: ${answer.status()}`);
  return context.newPage();
}

/** Each of the six who are asked, in a browser of their own. */
export const enterAll = (browser: Browser, scene: Scene): Promise<Page[]> =>
  Promise.all(asked.map((email) => enterAs(browser, scene, email)));

export const checkInPath = `/check-in/${round}`;

/** Opens the check-in and begins, up to the first statement. */
export async function begin(page: Page): Promise<void> {
  await page.goto(checkInPath);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByText('1 of 9')).toBeVisible();
}

/** Answers all nine by tapping, each with the same answer, ticks help, and stands at the result. */
export async function toResult(page: Page, answer: string, help: string[] = []): Promise<void> {
  for (let at = 1; at <= 9; at++) {
    await expect(page.getByText(`${at} of 9`)).toBeVisible();
    await page.getByText(answer, { exact: true }).locator('visible=true').click();
  }
  for (const option of help) await page.getByLabel(option).check();
  await page.getByRole('button', { name: 'See my result' }).click();
  await expect(page.getByRole('heading', { name: 'How it looks for you' })).toBeFocused();
}

/** The same, and on to the screen before sending. */
export async function answerAll(page: Page, answer: string, help: string[] = []): Promise<void> {
  await toResult(page, answer, help);
  await page.getByRole('button', { name: 'Go on to sending' }).click();
  await expect(page.getByRole('heading', { name: 'Send it?' })).toBeFocused();
}

export const send = (page: Page): Promise<void> => page.getByRole('button', { name: 'Send', exact: true }).click();
export const arrived = (page: Page): Promise<void> =>
  expect(page.getByRole('heading', { name: 'It has arrived' })).toBeFocused();

/** The whole of it. */
export async function checkIn(page: Page, answer: string, help: string[] = []): Promise<void> {
  await begin(page);
  await answerAll(page, answer, help);
  await send(page);
  await arrived(page);
}

/**
 * Stops the server, moves the round nine days into the past as the owner of the database, and starts the server, which
 * finds it over: as after a night without power.
 */
export async function afterItsEnd({ server, look }: Scene): Promise<void> {
  await server.stop();
  await look((asker) =>
    asker.run(`alter table public.check_in_rounds disable trigger keep_open_round;
      update public.check_in_rounds set opens_at = opens_at - interval '9 days', closes_at = closes_at - interval '9 days' where id = '${round}';
      alter table public.check_in_rounds enable trigger keep_open_round;`)
  );
  await server.start();
}
