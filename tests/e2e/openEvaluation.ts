import { expect } from '@playwright/test';
import { builtInForm } from '../../src/lib/training/evaluation/form.ts';
import { must } from '../policies/furnish.ts';
import type { Person } from './house.ts';
import { addPlaces, planFiveDays, secretFrom } from './trainingGround.ts';

const title = 'Facilitators of the hill';

/** An evaluation that asks six people, and the personal address of one of them; made once in a server, and open when it answers. */
export async function openEvaluation(
  trainer: Person,
  organisation: string
): Promise<{ place: string; evaluation: string }> {
  const { client } = trainer;
  const secretOf = (index: number) => secretFrom(`${title} ${index}`);
  const trainings = client.from('trainings').select('id, evaluations(id)').eq('title', title);
  let evaluation = must(await trainings.eq('organisation_id', organisation))[0]?.evaluations[0]?.id;
  if (!evaluation) {
    const ground = await planFiveDays(trainer, organisation, { title });
    await addPlaces(ground, 6, { secretOf });
    const now = Date.now();
    const row = {
      training_id: ground.training,
      organisation_id: organisation,
      title: builtInForm.title,
      form: builtInForm,
      opens_at: new Date(now).toISOString(),
      closes_at: new Date(now + 86_400_000).toISOString(),
      request_key: crypto.randomUUID()
    };
    evaluation = must(await client.from('evaluations').insert(row).select('id').single()).id;
  }
  // The server's job opens it, and writes down then who is asked.
  const made = evaluation;
  const roster = () => client.from('evaluation_roster').select('place_id').eq('evaluation_id', made);
  await expect.poll(async () => must(await roster()).length, { timeout: 45_000 }).toBe(6);
  return { place: secretOf(0).secret, evaluation };
}
