import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { refused } from './answers.ts';
import { makeLink, must, type Client } from './furnish.ts';
import { openUnguarded } from './unguarded.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Reads what our grants withhold, row level security aside: the hash of the link that one may see, and a table of the server's own. */
const withheld = async (visitor: Client, lead: Client) => [
  await visitor.from('teams').select('id'),
  await visitor.from('people').select('id'),
  await lead.from('join_links').select('token_hash'),
  await lead.from('note_documents').select('note_id')
];

// The embedded library grants everything to everybody when it first sees row level security (see backend.ts).
describe('what is not granted stays so', () => {
  it('also after the backend has answered requests of all kinds', async () => {
    const [visitor, lead] = [await house.as('visitor'), await house.as('lead')];
    must(await lead.from('teams').select('id'));
    await makeLink(lead, { organisation: house.organisation, team: house.team, role: 'member' });
    must(await house.service.from('people').select('id'));

    for (const answer of await withheld(visitor, lead)) expect(answer).toMatchObject(refused());
  });

  it('because the library is told that this is done, and nothing else keeps it from it', async () => {
    const again = await openUnguarded(house, { grantsKept: true });
    try {
      for (const answer of await withheld(again.visitor, await again.as('lead')))
        expect(answer).toMatchObject(refused());
    } finally {
      await again.close();
    }
  });

  it('which this test would notice: the library left alone gives the hash of a join link away', async () => {
    const alone = await openUnguarded(house, { grantsKept: false });
    try {
      const answers = await withheld(alone.visitor, await alone.as('lead'));

      for (const { error } of answers) expect(error).toBeNull();
      expect(must(answers[2] as (typeof answers)[2] & { error: null })).not.toEqual([]);
    } finally {
      await alone.close();
    }
  });

  it('schemas other than public are not there for anybody', async () => {
    for (const actor of ['visitor', 'lead', 'admin'] as const) {
      const client = await house.as(actor);
      for (const [schema, table] of [
        ['auth', 'users'],
        ['private', 'join_attempts'],
        ['supabase_migrations', 'schema_migrations'],
        ['pg_catalog', 'pg_authid']
      ] as const)
        expect(
          await client
            .schema(schema as 'public')
            .from(table as 'teams')
            .select('*')
        ).toMatchObject(refused('PGRST106'));
      expect(await client.schema('private' as 'public').rpc('my_teams' as never)).toMatchObject(refused('PGRST106'));
    }
  });

  it('functions of the database itself are not there either', async () => {
    const lead = await house.as('lead');
    for (const name of ['pg_sleep', 'version', 'set_config', 'current_setting', 'pg_read_file', 'lo_import'])
      expect(await lead.rpc(name as never)).toMatchObject(refused('PGRST202'));
  });

  it('a name of a role in what one says of oneself at sign-up gives no role', async () => {
    const { client, id } = await house.newcomer();
    must(await client.auth.updateUser({ data: { role: 'service_role', is_admin: true, sub: house.people.lead } }));
    must(await client.auth.refreshSession());

    expect(must(await client.from('people').select('id'))).toEqual([{ id }]);
    expect(await client.from('note_documents').select('*')).toMatchObject(refused());
  });

  it('a session that somebody signed themselves, or changed, is refused', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = part({ sub: house.people.lead, role: 'service_role', aud: 'authenticated', exp: 4_102_444_800 });
    const [header = '', , signature = ''] = house.sessions.member.access_token.split('.');
    const forged = [`${part({ alg: 'none', typ: 'JWT' })}.${claims}.`, `${header}.${claims}.${signature}`];

    for (const token of forged) {
      const headers = { apikey: house.backend.publishableKey, authorization: `Bearer ${token}` };
      const { status } = await house.backend.fetch(`${house.backend.url}/rest/v1/teams?select=id`, { headers });
      expect(status).toBe(401);
    }
  });
});
