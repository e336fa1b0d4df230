import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStage, type Stage } from './stage.ts';
import { viewForLeads } from './weakened.ts';

const root = join(import.meta.dirname, '../..');
const list = async (stage: Stage, sql: string) =>
  (await stage.rows(sql)).map((row) => String(Object.values(row)[0])).sort();

/** All that the schema may be: anything else is a finding. */
const COLUMNS = [
  'ballots.nullifier text',
  'ballots.round_id uuid',
  'ballots.sealed text',
  'evaluation_tokens.blinded_hash text',
  'evaluation_tokens.evaluation_id uuid',
  'evaluation_tokens.place_id uuid',
  'tokens.blinded_hash text',
  'tokens.person_id uuid',
  'tokens.round_id uuid'
];

async function findings(stage: Stage): Promise<string[]> {
  const columns = await list(
    stage,
    `select table_name || '.' || column_name || ' ' || data_type from information_schema.columns where table_schema = 'ballot'`
  );
  const others = await list(
    stage,
    `select 'default ' || column_name from information_schema.columns where table_schema = 'ballot'
       and (column_default is not null or is_identity = 'YES' or is_generated <> 'NEVER')
     union all select 'object ' || relname from pg_class where relnamespace = 'ballot'::regnamespace and relkind not in ('r', 'i')
     union all select 'trigger ' || tgname from pg_trigger where tgrelid = 'ballot.ballots'::regclass
     union all select 'trigger ' || tgname from pg_trigger where tgrelid in ('ballot.tokens'::regclass, 'ballot.evaluation_tokens'::regclass) and not tgisinternal
     union all select 'reference ' || conname from pg_constraint where conrelid = 'ballot.ballots'::regclass and contype = 'f'
     union all select 'no row level security ' || relname from pg_class where relnamespace = 'ballot'::regnamespace and relkind = 'r' and not relrowsecurity
     union all select 'policy ' || polname from pg_policy where polrelid in (select oid from pg_class where relnamespace = 'ballot'::regnamespace)
     union all select 'right of ' || r.rolname from pg_roles r where r.rolname in ('anon', 'authenticated', 'service_role')
       and (has_schema_privilege(r.rolname, 'ballot', 'usage') or exists (select from pg_class c where c.relnamespace = 'ballot'::regnamespace
         and c.relkind = 'r' and has_table_privilege(r.rolname, c.oid, 'select, insert, update, delete')))
     union all select 'view ' || v.relname from pg_rewrite w join pg_class v on v.oid = w.ev_class join pg_depend d on d.objid = w.oid
       join pg_class t on t.oid = d.refobjid where t.relnamespace = 'ballot'::regnamespace
     union all select 'function ' || p.proname || ' for ' || r.rolname from pg_proc p, pg_roles r
       where p.prosrc like '%ballot.%' and p.pronamespace <> 'pg_catalog'::regnamespace and r.rolname in ('anon', 'authenticated')
         and has_function_privilege(r.oid, p.oid, 'execute') and p.proname not in ('take_token', 'take_evaluation_token')`
  );
  return [...columns.filter((column) => !COLUMNS.includes(column)), ...others];
}

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

it('attack 4: the ballot box has no time, serial, person beside an answer, address, default, trigger or right', async () => {
  expect(await findings(stage)).toEqual([]);
});

it('attack 4: the API does not show it', () => {
  const config = readFileSync(join(root, 'supabase/config.toml'), 'utf8');
  expect(/^schemas = (.*)$/m.exec(config)?.[1]).toBe('["public"]');
});

it.each([
  ['a time', 'alter table ballot.ballots add column at timestamptz', 'alter table ballot.ballots drop column at'],
  [
    'a default',
    'alter table ballot.tokens alter blinded_hash set default now()',
    'alter table ballot.tokens alter blinded_hash drop default'
  ],
  [
    'a serial',
    'alter table ballot.ballots add column number bigserial',
    'alter table ballot.ballots drop column number'
  ],
  ['a person', 'alter table ballot.ballots add column by_id uuid', 'alter table ballot.ballots drop column by_id'],
  ['an address', 'alter table ballot.tokens add column address inet', 'alter table ballot.tokens drop column address'],
  [
    'a trigger',
    'create trigger note after insert on ballot.ballots execute function private.empty_ballot_box()',
    'drop trigger note on ballot.ballots'
  ],
  ['a right', 'grant usage on schema ballot to service_role', 'revoke usage on schema ballot from service_role'],
  ['a view', viewForLeads, 'drop view public.ballots_so_far'],
  [
    'a function',
    'grant execute on function public.ballots_of(uuid) to authenticated',
    'revoke execute on function public.ballots_of(uuid) from authenticated'
  ]
])('attack 4, weakened: %s is found', async (_, weaken, mend) => {
  await stage.run(weaken);
  expect(await findings(stage)).not.toEqual([]);
  await stage.run(mend);
  expect(await findings(stage)).toEqual([]);
});
