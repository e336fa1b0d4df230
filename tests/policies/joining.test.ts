import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { refused } from './answers.ts';
import { hashOf, makeLink, must, type Client, type Guest, type Invitation } from './furnish.ts';

let house: House;
let admin: Client;
beforeAll(async () => {
  house = await openHouse();
  admin = await house.as('admin');
});
afterAll(() => house.close());

const invitation = (role: Invitation['role'] = 'member'): Invitation => ({
  organisation: house.organisation,
  team: role === 'member' || role === 'lead' ? house.team : null,
  role
});
/** Ids by secret: a link that is full tells nobody its id any more. */
const ids = new Map<string, string>();
const open = async (role?: Invitation['role'], uses?: number) => {
  const secret = await makeLink(admin, invitation(role), uses === undefined ? {} : { uses });
  ids.set(secret, (await look(admin, secret)).link_id);
  return secret;
};
const join = async (client: Client, secret: string) =>
  must(await client.rpc('join_by_link', { p_token: secret })) as Record<string, unknown> & { status: string };
const look = async (client: Client, secret: string) =>
  must(await client.rpc('look_at_join_link', { p_token: secret })) as Record<string, unknown> & { link_id: string };
const roleOf = async ({ id }: Guest) =>
  must(await house.service.from('team_members').select('role').match({ team_id: house.team, person_id: id }))[0]?.role;
const usesOf = async (secret: string) =>
  must(
    await admin
      .from('join_links')
      .select('uses')
      .eq('id', ids.get(secret) ?? '')
      .single()
  ).uses;

describe('a join link', () => {
  it('tells who holds it where it leads, before they join', async () => {
    const guest = await house.newcomer();

    expect(await look(guest.client, await open())).toMatchObject({
      status: 'ok',
      role: 'member',
      organisation: 'Harbour House',
      team: 'North',
      already: false
    });
    expect(await roleOf(guest)).toBeUndefined();
  });

  it.each(['member', 'lead'] as const)('makes a %s of the team', async (role) => {
    const guest = await house.newcomer();
    expect(await join(guest.client, await open(role))).toMatchObject({ status: 'ok' });
    expect(await roleOf(guest)).toBe(role);
  });

  it.each([
    ['trainer', { is_admin: false, is_trainer: true }],
    ['admin', { is_admin: true, is_trainer: false }]
  ] as const)('makes a %s of the organisation, and no member of a team', async (role, flags) => {
    const guest = await house.newcomer();

    expect(await join(guest.client, await open(role))).toMatchObject({ status: 'ok' });

    expect(
      must(await guest.client.from('organisation_members').select('is_admin, is_trainer').eq('person_id', guest.id))
    ).toEqual([flags]);
    expect(await roleOf(guest)).toBeUndefined();
  });

  it('of a member takes nothing from a lead or an admin', async () => {
    const lead = await house.newcomer('lead');
    await admin.from('organisation_members').update({ is_admin: true }).eq('person_id', lead.id);

    expect(await join(lead.client, await open('member'))).toMatchObject({ status: 'ok', already: true });

    expect(await roleOf(lead)).toBe('lead');
    expect(must(await lead.client.from('organisation_members').select('is_admin').eq('person_id', lead.id))).toEqual([
      { is_admin: true }
    ]);
  });

  it('is refused to a visitor', async () => {
    const [visitor, secret] = [await house.as('visitor'), await open()];
    expect(await visitor.rpc('look_at_join_link', { p_token: secret })).toMatchObject(refused());
    expect(await visitor.rpc('join_by_link', { p_token: secret })).toMatchObject(refused());
    expect(await usesOf(secret)).toBe(0);
  });
});

describe('a join link that is over', () => {
  it('expired: says so and lets nobody in', async () => {
    const [guest, secret] = [await house.newcomer(), crypto.randomUUID()];
    await admin.from('join_links').insert({
      organisation_id: house.organisation,
      team_id: house.team,
      role: 'member',
      token_hash: hashOf(secret),
      expires_at: '2020-01-01T00:00:00Z'
    });

    expect(await look(guest.client, secret)).toEqual({ status: 'expired' });
    expect(await join(guest.client, secret)).toEqual({ status: 'expired' });
    expect(await roleOf(guest)).toBeUndefined();
  });

  it('revoked: says so and lets nobody in', async () => {
    const [guest, secret] = [await house.newcomer(), await open()];
    await admin
      .from('join_links')
      .update({ revoked_at: new Date().toISOString() })
      .eq('id', ids.get(secret) ?? '');

    expect(await join(guest.client, secret)).toEqual({ status: 'revoked' });
    expect(await roleOf(guest)).toBeUndefined();
  });

  it('full: says so to the next, and lets nobody in', async () => {
    const [first, second, secret] = [await house.newcomer(), await house.newcomer(), await open('member', 1)];

    expect(await join(first.client, secret)).toMatchObject({ status: 'ok' });
    expect(await join(second.client, secret)).toEqual({ status: 'full' });

    expect(await roleOf(second)).toBeUndefined();
  });

  it('for one lead makes one lead, also among people who are members already', async () => {
    const [first, second] = [await house.newcomer('member'), await house.newcomer('member')];
    const secret = await open('lead', 1);

    expect(await join(first.client, secret)).toMatchObject({ status: 'ok' });
    expect(await join(second.client, secret)).toEqual({ status: 'full' });

    expect([await roleOf(first), await roleOf(second)]).toEqual(['lead', 'member']);
  });

  it('with one place left and two who take it at once: one gets it', async () => {
    const guests = [await house.newcomer(), await house.newcomer()];
    const secret = await open('member', 1);

    const answers = await Promise.all(guests.map(({ client }) => join(client, secret)));

    expect(answers.map(({ status }) => status).sort()).toEqual(['full', 'ok']);
    expect((await Promise.all(guests.map(roleOf))).filter(Boolean)).toEqual(['member']);
    expect(await usesOf(secret)).toBe(1);
  });
});

describe('pressing the button twice', () => {
  it.each(['member', 'lead', 'trainer', 'admin'] as const)(
    'one after the other: a %s is counted once',
    async (role) => {
      const [guest, secret] = [await house.newcomer(), await open(role, 1)];

      expect(await join(guest.client, secret)).toMatchObject({ status: 'ok' });
      expect(await join(guest.client, secret)).toMatchObject({ status: 'ok', already: true });

      expect(await usesOf(secret)).toBe(1);
    }
  );

  it('at the same time: counted once, and neither is told that the link is full', async () => {
    const [guest, secret] = [await house.newcomer(), await open('member', 1)];

    const answers = await Promise.all([join(guest.client, secret), join(guest.client, secret)]);

    expect(answers.map(({ status }) => status)).toEqual(['ok', 'ok']);
    expect(await usesOf(secret)).toBe(1);
  });
});

describe('guessing', () => {
  it('after ten wrong tries even the right secret gets no answer, and others are not held up', async () => {
    const [guesser, other, secret] = [await house.newcomer(), await house.newcomer(), await open()];
    for (let tries = 0; tries < 10; tries++)
      expect(await look(guesser.client, `guess ${tries}`)).toEqual({ status: 'unknown' });

    expect(await look(guesser.client, secret)).toEqual({ status: 'too_many' });
    expect(await join(guesser.client, secret)).toEqual({ status: 'too_many' });

    expect(await roleOf(guesser)).toBeUndefined();
    expect(await join(other.client, secret)).toMatchObject({ status: 'ok' });
  });

  it('the hash is not the secret, and an empty secret opens nothing', async () => {
    const [guest, secret] = [await house.newcomer(), await open()];
    for (const wrong of [hashOf(secret), '', secret.toUpperCase()])
      expect(await join(guest.client, wrong)).toEqual({ status: 'unknown' });
  });
});
