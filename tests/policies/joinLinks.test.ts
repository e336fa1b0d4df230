import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type Actor, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { hashOf, makeLink, must, type Client } from './furnish.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const columns = 'id, organisation_id, team_id, role, created_by, expires_at, revoked_at, uses, max_uses';
const links = async () => (await house.as('admin')).from('join_links').select(columns).order('id');
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const link = (role: string, team_id: string | null, organisation_id = house.organisation) => ({
  organisation_id,
  team_id,
  role,
  token_hash: hashOf(crypto.randomUUID()),
  expires_at: inDays(1)
});

describe('making a join link', () => {
  it.each([
    ['lead', 'member', true],
    ['lead', 'lead', true],
    ['admin', 'member', true],
    ['admin', 'lead', true],
    ['admin', 'trainer', false],
    ['admin', 'admin', false]
  ] as const)('the %s invites a %s', async (actor, role, toTeam) => {
    const client = await house.as(actor);
    expect(await client.from('join_links').insert(link(role, toTeam ? house.team : null))).toMatchObject(done);
  });

  it.each([
    ['lead', 'trainer'],
    ['lead', 'admin'],
    ['outsider', 'admin'],
    ['trainer', 'trainer'],
    ['stranger', 'admin']
  ] as const)('the %s cannot invite a %s', async (actor, role) => {
    const client = await house.as(actor);
    const answer = await changingNothing(links, () => client.from('join_links').insert(link(role, null)));
    expect(answer).toMatchObject(refused());
  });

  it.each(['member', 'outsider', 'trainer', 'stranger'] as const)('the %s cannot invite to the team', async (actor) => {
    const client = await house.as(actor);
    for (const role of ['member', 'lead'])
      expect(
        await changingNothing(links, () => client.from('join_links').insert(link(role, house.team)))
      ).toMatchObject(refused());
  });

  it.each([
    ['a lead names another organisation beside their own team', 'lead', 'ownTeamElsewhere'],
    ['an admin names a team of another organisation beside their own', 'stranger', 'otherTeamHere']
  ] as const)('%s: refused', async (_, actor, mix) => {
    const [client, stranger] = [await house.as(actor), await house.as('stranger')];
    const { organisation_id: elsewhere } = must(await stranger.from('teams').select('organisation_id').single());
    const mixed = {
      ownTeamElsewhere: link('member', house.team, elsewhere),
      otherTeamHere: link('lead', house.team, elsewhere)
    };

    const answer = await changingNothing(links, () => client.from('join_links').insert(mixed[mix]));

    expect(answer).toMatchObject(refused('23503'));
  });

  it.each([
    ['a trainer’s link with a team', () => link('trainer', house.team)],
    ['a member’s link without one', () => link('member', null)],
    ['a link for longer than a month', () => ({ ...link('member', house.team), expires_at: inDays(40) })],
    ['a link for nobody', () => ({ ...link('member', house.team), max_uses: 0 })],
    ['a secret that was not hashed', () => ({ ...link('member', house.team), token_hash: 'plain secret' })]
  ])('%s is refused', async (_, wrong) => {
    const admin = await house.as('admin');
    expect(await changingNothing(links, () => admin.from('join_links').insert(wrong()))).toMatchObject(
      refused('23514')
    );
  });

  it.each([{ uses: -100 }, { created_by: 'lead' }, { created_at: '2000-01-01T00:00:00Z' }, { revoked_at: null }])(
    'the maker does not set %j',
    async (forged) => {
      const admin = await house.as('admin');
      const row = 'created_by' in forged ? { created_by: house.people.lead } : forged;
      const answer = await changingNothing(links, () =>
        admin.from('join_links').insert({ ...link('member', house.team), ...(row as object) })
      );
      expect(answer).toMatchObject(refused());
    }
  );
});

describe('reading and revoking a join link', () => {
  let id: string;
  beforeAll(async () => {
    const lead = await house.as('lead');
    const secret = await makeLink(lead, { organisation: house.organisation, team: house.team, role: 'member' });
    id = (must(await lead.rpc('look_at_join_link', { p_token: secret })) as { link_id: string }).link_id;
  });
  const one = async (client: Client) => client.from('join_links').select(columns).eq('id', id);

  it.each(['lead', 'admin'] as const)('the %s sees it', async (actor) => {
    expect(must(await one(await house.as(actor)))).toMatchObject([{ role: 'member', uses: 0 }]);
  });

  it.each(['member', 'colleague', 'outsider', 'trainer', 'stranger'] as const)('the %s does not', async (actor) => {
    expect(await one(await house.as(actor))).toMatchObject(nothing);
  });

  it.each(['lead', 'admin', 'member', 'visitor'] as Actor[])(
    'the hash is never shown to the %s, nor searched by them',
    async (actor) => {
      const client = await house.as(actor);
      const answers = [
        await client.from('join_links').select('*'),
        await client.from('join_links').select('token_hash'),
        await client.from('join_links').select('id').like('token_hash', 'a%'),
        await client.from('join_links').select('id').order('token_hash'),
        await client.from('teams').select('id, join_links(token_hash)'),
        await client.from('join_links').insert(link('member', house.team)).select('token_hash')
      ];
      for (const answer of answers) expect(answer).toMatchObject(refused());
    }
  );

  it.each(['member', 'outsider', 'stranger'] as const)('the %s cannot revoke it', async (actor) => {
    const client = await house.as(actor);
    const answer = await changingNothing(links, () =>
      client
        .from('join_links')
        .update({ revoked_at: inDays(0) })
        .eq('id', id)
        .select('id')
    );
    expect(answer).toMatchObject(nothing);
  });

  it.each([
    { uses: 0 },
    { max_uses: 500 },
    { expires_at: inDays(30) },
    { role: 'lead' },
    { token_hash: hashOf('known') },
    { team_id: null }
  ])('not even its lead changes %j', async (change) => {
    const lead = await house.as('lead');
    expect(await changingNothing(links, () => lead.from('join_links').update(change).eq('id', id))).toMatchObject(
      refused()
    );
  });

  it('its lead revokes it, and nobody brings it back or removes it', async () => {
    const [lead, admin] = [await house.as('lead'), await house.as('admin')];

    expect(
      await lead
        .from('join_links')
        .update({ revoked_at: inDays(0) })
        .eq('id', id)
    ).toMatchObject(done);

    for (const client of [lead, admin]) {
      const back = await changingNothing(links, () =>
        client.from('join_links').update({ revoked_at: null }).eq('id', id)
      );
      const gone = await changingNothing(links, () => client.from('join_links').delete().eq('id', id));
      expect([back, gone]).toMatchObject([refused(), refused()]);
    }
  });
});
