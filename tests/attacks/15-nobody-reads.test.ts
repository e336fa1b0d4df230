import { afterEach, expect, it } from 'vitest';
import { clientOf, hashOf, type Client } from '../policies/furnish.ts';
import { cast, takeToken } from './device.ts';
import { fillIn, gatherCohort, openEvaluation, type Participant } from './evaluations.ts';
import { gatherWorkers, openRoundNow, openStage, type Stage } from './stage.ts';
import { viewForLeads } from './weakened.ts';

/** Every relation and function, in any schema, that has something of the ballot box in it. */
async function objects() {
  const relations = await stage.rows<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'v', 'm') and (n.nspname = 'ballot' or exists (select from pg_rewrite w join pg_depend d on d.objid = w.oid
       join pg_class t on t.oid = d.refobjid where w.ev_class = c.oid and t.relnamespace = 'ballot'::regnamespace))`
  );
  const functions = await stage.rows<{ name: string; args: string[] }>(
    `select proname as name, proargnames as args from pg_proc where pronamespace = 'public'::regnamespace and prosrc like '%ballot.%' and proname not like 'test%'`
  );
  return { relations, functions };
}

let stage: Stage;
let round: string;
let evaluation: string;
let participant: Participant;
async function fiveAnswers(weaken: string): Promise<void> {
  stage = await openStage({ weaken });
  const workers = await gatherWorkers(stage, 6);
  round = await openRoundNow(stage);
  for (const worker of workers.slice(0, 5)) await cast(stage, round, await takeToken(stage, worker, round));
  const { training, participants } = await gatherCohort(stage, 6);
  evaluation = await openEvaluation(stage, training);
  participant = participants[0]!;
  await fillIn(stage, evaluation, participants.slice(0, 5));
}
afterEach(() => stage.close());

/** What each of these people was given of it: should be nothing. */
async function given(): Promise<string[]> {
  const { relations, functions } = await objects();
  expect(relations.map(({ name }) => name)).toEqual(expect.arrayContaining(['ballots', 'tokens', 'evaluation_tokens']));
  expect(functions.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'ballots_of',
      'cast_ballot',
      'publish_round',
      'take_token',
      'publish_evaluation',
      'take_evaluation_token'
    ])
  );
  const readers: [string, Client][] = [
    ['lead', await stage.as('lead')],
    ['admin', await stage.as('admin')],
    ['member', await stage.as('member')],
    ['trainer', await stage.as('trainer')],
    ['participant', participant.client],
    ['visitor', clientOf(stage.backend)],
    ['server', stage.service]
  ];
  const got: string[] = [];
  for (const [who, client] of readers) {
    for (const { schema, name } of relations)
      for (const from of [client.schema(schema as 'public'), client]) {
        const { data } = await from.from(name as 'teams').select('*');
        if (data?.length) got.push(`${who} read ${data.length} rows of ${schema}.${name}`);
      }
    // The server asks functions of its own, and is told nothing while the round is open.
    for (const { name, args } of functions)
      for (const box of [round, evaluation]) {
        const inputs = (args ?? []).filter((arg) => arg.startsWith('p_'));
        const values = Object.fromEntries(inputs.map((arg) => [arg, valueFor(arg, box)]));
        const { data } = await client.rpc(name as 'due_rounds', values as never);
        const harmless = ['closed', 'not_listed', 'other', 'failed', 'not_due'].includes(data as never);
        if (data && !harmless && (!Array.isArray(data) || data.length)) got.push(`${who} was told by ${name}`);
      }
  }
  return got;
}

function valueFor(arg: string, box: string): unknown {
  if (arg === 'p_round' || arg === 'p_evaluation') return box;
  if (arg === 'p_place') return participant.id;
  if (arg === 'p_secret_hash') return hashOf(participant.place);
  if (arg === 'p_respondents') return 5;
  if (arg === 'p_enough' || arg === 'p_key_lost') return false;
  if (['p_levels', 'p_help', 'p_receipts', 'p_counts'].includes(arg)) return [];
  return 'f'.repeat(64);
}

it('attack 15: lead, admin, member, trainer, participant, visitor and the server itself read no row of ballots and tokens', async () => {
  await fiveAnswers('');
  expect(await given()).toEqual([]);
});

it('attack 15, weakened: a view for leads would be found', async () => {
  await fiveAnswers(viewForLeads);
  expect(await given()).toEqual(
    expect.arrayContaining(['lead', 'trainer'].map((who) => `${who} read 10 rows of public.ballots_so_far`))
  );
});
