import { must, clientOf } from '../policies/furnish.ts';
import { planTraining, takePlace } from '../policies/trainingGround.ts';
import { encodeForm } from '../../src/lib/training/evaluation/answer.ts';
import { cast, takeToken, type Asker } from './device.ts';
import type { Row, Stage } from './stage.ts';

export type Participant = Required<Asker> & { id: string };
export type Cohort = { training: string; code: string; participants: Participant[] };

/** Three statements, each with the four choices. */
export const STATEMENTS = 3;
const form = {
  title: 'After the day',
  intro: '',
  statements: ['aims', 'pace', 'use'].map((key) => ({ key, text: `About the ${key}` })),
  choices: ['Very satisfied', 'Satisfied', 'Not quite satisfied', 'Not satisfied']
};

/** Everything was very good; everything was not. */
export const best = encodeForm([1, 1, 1]);
export const worst = encodeForm([4, 4, 4]);

/** A training with so many participants who have no account, each with a personal address. */
export async function gatherCohort(stage: Stage, count: number): Promise<Cohort> {
  const { training, code } = await planTraining(stage as never, await stage.as('trainer'));
  const participants: Participant[] = [];
  for (let at = 1; at <= count; at++) participants.push(await joinTraining(stage, code, `Participant ${at}`));
  return { training, code, participants };
}

/** Somebody more, who has no account either. */
export async function joinTraining(stage: Stage, code: string, name: string, kind = 'cohort'): Promise<Participant> {
  const client = clientOf(stage.backend);
  const { secret, place } = await takePlace(client, code, { name, kind });
  return { client, place: secret, id: place };
}

/** An evaluation that is open for a day from now on; unless something else is said, for everybody with a place in the cohort. */
export async function openEvaluation(stage: Stage, training: string, asked = 'cohort'): Promise<string> {
  const [{ now } = { now: '' }] = await stage.rows<{ now: string }>('select private.clock() as now');
  const trainer = await stage.as('trainer');
  const { id } = must(
    await trainer
      .from('evaluations')
      .insert({
        training_id: training,
        organisation_id: stage.organisation,
        title: form.title,
        form,
        asked,
        opens_at: new Date(now).toISOString(),
        closes_at: new Date(new Date(now).getTime() + 86_400_000).toISOString(),
        request_key: crypto.randomUUID()
      })
      .select('id')
      .single()
  );
  await stage.tend();
  const [row] = await stage.rows(`select opened_at from public.evaluations where id = '${id}'`);
  if (!row?.opened_at) throw new Error('the evaluation did not open');
  return id;
}

/** Each of these participants takes a token and sends a form, one after the other. */
export async function fillIn(
  stage: Stage,
  evaluation: string,
  participants: readonly Participant[],
  forms: readonly (typeof best)[] = []
): Promise<string[]> {
  const outcomes: string[] = [];
  for (const [at, participant] of participants.entries())
    outcomes.push(await cast(stage, evaluation, await takeToken(stage, participant, evaluation), forms[at] ?? best));
  return outcomes;
}

/** What an evaluation has published of its anonymous forms. */
export async function resultOf(stage: Stage, evaluation: string): Promise<(Row & { receipts: string[] }) | undefined> {
  const found = await stage.rows<Row & { receipts: string[] }>(
    `select * from public.evaluation_results where evaluation_id = '${evaluation}' and source = 'forms'`
  );
  return found[0];
}
