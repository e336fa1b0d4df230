import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import type { EvaluationForm } from '../../src/lib/training/evaluation/form.ts';
import type { Scene } from './checkInGround.ts';
import { secretFrom } from './trainingGround.ts';

const idOf = (last: number) => `c3000000-0000-4000-8000-00000000000${last}`;
const organisation = 'd1000000-0000-4000-8000-000000000001';
const curriculum = idOf(1);
export const training = idOf(2);

/** Eight people in the cohort of a training of the demo's organisation, each with a personal address. */
export const participants = Array.from({ length: 8 }, (_, at) => secretFrom(`participant ${at}`));
/** Two evaluations that ask them all. */
export const [full, few] = [idOf(3), idOf(4)];

const quoted = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "''")}'`;

/** The same form with other statements: the same ones are not asked twice at one time. */
const aboutTheFirstDay = (form: EvaluationForm): EvaluationForm => ({
  ...form,
  statements: form.statements.map((statement) => ({ ...statement, text: `On the first day: ${statement.text}` }))
});

/** For `open` of checkInGround.ts: both evaluations with this form, which the server opens when it starts, for a day. */
export const planOfForms = (form: EvaluationForm): string => `
  insert into public.curricula (id, organisation_id, title, document, published_at)
    values ('${curriculum}', '${organisation}', 'Small', '{}', now());
  insert into public.trainings (id, organisation_id, curriculum_id, title, days_needed)
    values ('${training}', '${organisation}', '${curriculum}', 'Spring', 1);
  insert into public.training_places (training_id, organisation_id, kind, state, name, secret_hash) values
    ${participants.map(({ hash }, at) => `('${training}', '${organisation}', 'cohort', 'placed', 'Participant ${at}', '${hash}')`).join(',\n    ')};
  insert into public.evaluations (id, training_id, organisation_id, title, form, opens_at, closes_at, request_key)
    select id::uuid, '${training}', '${organisation}', title, form::jsonb, now(), now() + interval '1 day', gen_random_uuid()
    from (values ('${full}', 'After the training', ${quoted(form)}),
      ('${few}', 'After the first day', ${quoted(aboutTheFirstDay(form))})) as made (id, title, form);`;

export async function formsAreOpen({ server }: Scene): Promise<void> {
  for (const evaluation of [full, few]) {
    const status = async () => (await fetch(`${server.url}/keys/${evaluation}.json`)).status;
    await expect.poll(status, { timeout: 45_000 }).toBe(200);
  }
}

export const formPath = (person: number, evaluation = full): string =>
  `/place/${participants[person]!.secret}/evaluations/${evaluation}`;

/** A browser of this person's own, with nobody signed in, at the form. */
export async function openForm(
  browser: Browser,
  { server }: Scene,
  person: number,
  options: BrowserContextOptions = {},
  evaluation = full
): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, ...options });
  const page = await context.newPage();
  await page.goto(formPath(person, evaluation));
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible();
  return page;
}

/** Chooses, a statement after the other, by its label: 1 to 4, or 0 to leave it out. */
export async function choose(page: Page, choices: readonly number[], how: 'click' | 'tap' = 'click'): Promise<void> {
  for (const [at, choice] of choices.entries()) {
    if (choice === 0) continue;
    const label = page.locator(`label:has(input[name="statement-${at + 1}"][value="${choice}"])`);
    await label[how]();
  }
}

export const send = (page: Page): Promise<void> => page.getByRole('button', { name: 'Send', exact: true }).click();
/** A form in which something is left out, which is asked about before it goes. */
export async function sendWithGaps(page: Page): Promise<void> {
  await send(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Send it like this' }).click();
}
export const arrived = (page: Page): Promise<void> =>
  expect(page.getByRole('heading', { name: 'Your form has arrived' })).toBeFocused();

/**
 * Stops the server, moves both evaluations two days into the past as the owner of the database, and starts the server, which
 * finds them over: as after a night without power.
 */
export async function afterTheirEnd({ server, look }: Scene): Promise<void> {
  await server.stop();
  await look((asker) =>
    asker.run(`update public.evaluations set opens_at = opens_at - interval '2 days', closes_at = closes_at - interval '2 days'
      where id in ('${full}', '${few}')`)
  );
  await server.start();
}
