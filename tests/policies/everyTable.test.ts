import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type Actor, type House } from './actors.ts';
import { refused } from './answers.ts';
import { openInside, type Inside } from './copies.ts';
import { makeLink, must } from './furnish.ts';
import { functions, tables, type FunctionName, type TableName } from './rights.ts';
import { holdWholeCircle, keepTeamRecords } from './wholeCircle.ts';

let house: House;
let inside: Inside;
const names = Object.keys(tables) as TableName[];
const functionNames = Object.keys(functions) as FunctionName[];

/** Something in every table that belongs to the team, so that reading none of it means something. */
beforeAll(async () => {
  [house, inside] = await Promise.all([openHouse(), openInside()]);
  const [lead, admin] = [await house.as('lead'), await house.as('admin')];
  await holdWholeCircle(house, lead);
  await keepTeamRecords(house, lead);
  await makeLink(lead, { organisation: house.organisation, team: house.team, role: 'member' });
  const { organisation: organisation_id, team: team_id } = house;
  await house.service.from('destroyed_records').insert({ team_id, kind: 'staff', destroyed_on: '2026-01-05' });
  await admin.from('support_contacts').insert({ organisation_id, position: 0, name: 'Line', reach: '1' });
});
afterAll(() => Promise.all([house.close(), inside.close()]));

const noId = '00000000-0000-4000-8000-000000000000';
const rows = async (sql: string) => (await inside.query(sql)).map((row) => String(Object.values(row)[0]));

describe('the catalogue of the database', () => {
  it('has these tables and no other: a new one needs its row in rights.ts, and its tests', async () => {
    const found = await rows(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') order by 1`
    );
    expect(found).toEqual([...names].sort());
  });

  it('has these functions and no other', async () => {
    const found = await rows(`select proname from pg_proc where pronamespace = 'public'::regnamespace order by 1`);
    expect(found).toEqual([...functionNames].sort());
  });

  it('every table has row level security', async () => {
    const without = `select relname from pg_class where relkind = 'r' and not relrowsecurity and relnamespace in ('public'::regnamespace, 'private'::regnamespace)`;
    expect(await rows(without)).toEqual([]);
  });

  it('every function says its search path, so that nobody puts another in its way', async () => {
    const open = `select proname from pg_proc where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
      and not coalesce(proconfig, '{}') @> array['search_path=""']`;
    expect(await rows(open)).toEqual([]);
  });

  it.each(names)('%s: people who signed in hold just these rights', async (table) => {
    const granted =
      await inside.query(`select privilege_type as verb, string_agg(column_name::text, ' ' order by column_name) as columns
      from information_schema.column_privileges
      where table_schema = 'public' and table_name = '${table}' and grantee = 'authenticated' and privilege_type <> 'REFERENCES' group by 1`);
    const all = (
      await rows(
        `select column_name from information_schema.columns where table_schema = 'public' and table_name = '${table}' order by 1`
      )
    ).join(' ');
    const removing = await rows(`select 1 where has_table_privilege('authenticated', 'public.${table}', 'DELETE')`);
    const held = Object.fromEntries(
      granted.map(({ verb, columns }) => [String(verb).toLowerCase(), columns === all ? 'all' : columns])
    );
    expect({ ...held, ...(removing.length ? { delete: true } : {}) }).toEqual(tables[table].may);
  });

  it('a visitor holds none, on no table, column or sequence, and runs only the functions written down for everybody', async () => {
    const held =
      await rows(`select table_name from information_schema.column_privileges where grantee in ('anon', 'PUBLIC') and table_schema in ('public', 'private')
      union select routine_name from information_schema.routine_privileges where grantee in ('anon', 'PUBLIC') and routine_schema in ('public', 'private')
      union select relname from pg_class where relnamespace = 'public'::regnamespace
        and case when relkind = 'S' then has_sequence_privilege('anon', oid, 'USAGE') else false end`);
    expect(held.sort()).toEqual(functionNames.filter((name) => functions[name].for === 'everybody').sort());
  });

  it.each(functionNames)('%s is run by those it is meant for', async (name) => {
    const may =
      await rows(`select r.rolname from pg_proc p, pg_roles r where p.pronamespace = 'public'::regnamespace and p.proname = '${name}'
      and r.rolname in ('anon', 'authenticated', 'service_role') and has_function_privilege(r.oid, p.oid, 'EXECUTE')`);
    const meant = functions[name].for;
    expect(may.sort()).toEqual(meant === 'everybody' ? ['anon', 'authenticated'] : [meant]);
  });
});

describe('a visitor', () => {
  it.each(names)('reads, adds, changes and removes nothing in %s', async (table) => {
    const visitor = await house.as('visitor');
    const { column } = tables[table];
    const of = () => visitor.from(table as 'teams');

    const answers = [
      await of().select('*').limit(1),
      await of().select('*', { count: 'exact' }),
      await of().insert({ [column]: noId } as never),
      await of().upsert({ [column]: noId } as never),
      await of()
        .update({ [column]: noId } as never)
        .eq(column as 'id', noId),
      await of()
        .delete()
        .eq(column as 'id', noId)
    ];

    for (const answer of answers) expect(answer).toMatchObject(refused());
  });

  it.each(functionNames.filter((name) => functions[name].for !== 'everybody'))('may not call %s', async (name) => {
    const visitor = await house.as('visitor');
    expect(await visitor.rpc(name, functions[name].call as never)).toMatchObject(refused());
  });
});

describe('what belongs to the team', () => {
  const teamTables = names.filter((table) => tables[table].ofTeam);

  it.each(teamTables)('%s: there is something, and the lead reads it', async (table) => {
    const lead = await house.as('lead');
    expect(must(await lead.from(table as 'circles').select(tables[table].column))).not.toEqual([]);
  });

  it.each(
    teamTables.flatMap((table) =>
      (['stranger', 'outsider', 'trainer', 'newcomer'] as const).map((actor) => [actor, table] as const)
    )
  )('the %s reads no row of %s', async (actor, table) => {
    const client = actor === 'newcomer' ? (await house.newcomer()).client : await house.as(actor as Actor);
    const ofTeam = client.from(table as 'circles').select(tables[table].column);
    const { data, error } = await (tables[table].ofTeam === 'team_id'
      ? ofTeam.eq('team_id', house.team)
      : ofTeam.eq('id', house.team));
    expect({ data, error }).toEqual({ data: [], error: null });
  });
});
