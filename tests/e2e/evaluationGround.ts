import { expect } from '@playwright/test';
import type { Scene } from './checkInGround.ts';
import { secretFrom } from './trainingGround.ts';

export const evaluation = 'c2000000-0000-4000-8000-000000000001';

/** The personal addresses of six people in the cohort of a training of the demo's organisation. */
export const addresses = Array.from({ length: 6 }, (_, at) => secretFrom(`evaluation ground ${at}`));

const organisation = 'd1000000-0000-4000-8000-000000000001';
const [curriculum, training] = ['c2000000-0000-4000-8000-000000000002', 'c2000000-0000-4000-8000-000000000003'];
const form = {
  title: 'After the day',
  intro: '',
  statements: [
    { key: 'aims', text: 'The aims were clear' },
    { key: 'use', text: 'I can use it at work' }
  ],
  choices: ['Very satisfied', 'Satisfied', 'Not quite satisfied', 'Not satisfied']
};

/** An evaluation with two statements that the server opens when it starts, for a day; for `open` of checkInGround.ts. */
export const planOfEvaluation = `insert into public.curricula (id, organisation_id, title, document, published_at)
    values ('${curriculum}', '${organisation}', 'Small', '{}', now());
  insert into public.trainings (id, organisation_id, curriculum_id, title, days_needed)
    values ('${training}', '${organisation}', '${curriculum}', 'Spring', 1);
  insert into public.training_places (training_id, organisation_id, kind, state, name, secret_hash) values
    ${addresses.map(({ hash }, at) => `('${training}', '${organisation}', 'cohort', 'placed', 'Participant ${at}', '${hash}')`).join(',\n    ')};
  insert into public.evaluations (id, training_id, organisation_id, title, form, opens_at, closes_at, request_key)
    values ('${evaluation}', '${training}', '${organisation}', '${form.title}', '${JSON.stringify(form)}', now(), now() + interval '1 day', gen_random_uuid());`;

export async function evaluationIsOpen({ server }: Scene): Promise<void> {
  const status = async () => (await fetch(`${server.url}/keys/${evaluation}.json`)).status;
  await expect.poll(status, { timeout: 45_000 }).toBe(200);
}
