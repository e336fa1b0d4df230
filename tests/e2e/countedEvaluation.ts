import { builtInForm } from '../../src/lib/training/evaluation/form.ts';
import { must } from '../policies/furnish.ts';
import type { TrainingGround } from './trainingGround.ts';

/** An evaluation of the training with eight paper forms, one of which left a statement out; made once. */
export async function countedEvaluation({
  trainer: { client },
  training,
  organisation
}: TrainingGround): Promise<string> {
  const known = must(await client.from('evaluations').select('id').eq('training_id', training).limit(1));
  if (known[0]) return known[0].id;
  const below = { training_id: training, organisation_id: organisation };
  const row = { ...below, title: 'After the training', form: builtInForm, request_key: crypto.randomUUID() };
  const { id } = must(await client.from('evaluations').insert(row).select('id').single());
  const counts = builtInForm.statements.map((_, at) => (at === 4 ? [3, 2, 1, 1] : [5, 2, 1, 0]));
  const { error } = await client
    .from('evaluation_results')
    .insert({ evaluation_id: id, organisation_id: organisation, source: 'paper', respondents: 8, counts });
  if (error) throw new Error(error.message);
  return id;
}
