import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { must } from './furnish.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const inside = ['lead', 'member', 'outsider', 'trainer', 'admin'] as const;
const notAdmins = ['lead', 'member', 'outsider', 'trainer', 'stranger'] as const;

describe('an organisation', () => {
  it.each(inside)('the %s reads its name', async (actor) => {
    const client = await house.as(actor);
    expect(must(await client.from('organisations').select('name'))).toEqual([{ name: 'Harbour House' }]);
  });

  it('a stranger reads only their own', async () => {
    const stranger = await house.as('stranger');
    expect(must(await stranger.from('organisations').select('name'))).toEqual([{ name: 'Elsewhere' }]);
  });

  it('its admin renames it and says how long records are kept', async () => {
    const admin = await house.as('admin');
    const changed = { name: 'Harbour House', retention_years: 7 };

    expect(
      await admin.from('organisations').update(changed).eq('id', house.organisation).select('name, retention_years')
    ).toMatchObject({ data: [changed] });
  });

  it.each(notAdmins)('the %s cannot rename it', async (actor) => {
    const [client, admin] = [await house.as(actor), await house.as('admin')];

    const answer = await changingNothing(
      () => admin.from('organisations').select('*'),
      () => client.from('organisations').update({ name: 'Mine' }).eq('id', house.organisation).select('name')
    );

    expect(answer).toMatchObject(nothing);
  });

  it('nobody makes one by hand or removes one, not even its admin', async () => {
    const admin = await house.as('admin');
    const all = () => admin.from('organisations').select('*');

    expect(await changingNothing(all, () => admin.from('organisations').insert({ name: 'Second' }))).toMatchObject(
      refused()
    );
    expect(
      await changingNothing(all, () => admin.from('organisations').delete().eq('id', house.organisation))
    ).toMatchObject(refused());
  });
});

describe('who belongs to an organisation', () => {
  const asAdmin = async () => (await house.as('admin')).from('organisation_members').select('*').order('person_id');
  const row = (person: string) => ({ organisation_id: house.organisation, person_id: person });

  it('the admin reads everybody, others only themselves', async () => {
    const seen = async (actor: 'admin' | 'lead' | 'member' | 'trainer' | 'stranger') =>
      must(await (await house.as(actor)).from('organisation_members').select('person_id')).map((one) => one.person_id);

    expect(await seen('admin')).toHaveLength(6);
    for (const actor of ['lead', 'member', 'trainer', 'stranger'] as const)
      expect(await seen(actor)).toEqual([house.people[actor]]);
  });

  it('the admin gives and takes the trainer role', async () => {
    const admin = await house.as('admin');
    const give = (is_trainer: boolean) =>
      admin.from('organisation_members').update({ is_trainer }).match(row(house.people.lead)).select('is_trainer');

    expect(await give(true)).toMatchObject({ data: [{ is_trainer: true }] });
    expect(await give(false)).toMatchObject({ data: [{ is_trainer: false }] });
  });

  it.each(notAdmins)('the %s cannot make themselves admin', async (actor) => {
    const client = await house.as(actor);

    const answer = await changingNothing(asAdmin, () =>
      client.from('organisation_members').update({ is_admin: true }).match(row(house.people[actor])).select()
    );

    expect(answer).toMatchObject(nothing);
  });

  it('a stranger who runs their own cannot add themselves here or move a membership over', async () => {
    const stranger = await house.as('stranger');
    const { stranger: me } = house.people;

    const added = await changingNothing(asAdmin, () =>
      stranger.from('organisation_members').insert({ ...row(me), is_admin: true })
    );
    const moved = await changingNothing(asAdmin, () =>
      stranger.from('organisation_members').update({ organisation_id: house.organisation }).eq('person_id', me)
    );

    expect(added).toMatchObject(refused());
    expect(moved).toMatchObject(refused());
  });

  it('one member cannot remove another', async () => {
    const member = await house.as('member');

    const answer = await changingNothing(asAdmin, () =>
      member.from('organisation_members').delete().match(row(house.people.colleague)).select()
    );

    expect(answer).toMatchObject(nothing);
  });

  it('a member leaves, and is out of its teams with it', async () => {
    const { client, id } = await house.newcomer('member');
    const teams = () => house.service.from('team_members').select('team_id').eq('person_id', id);
    expect(must(await teams())).toHaveLength(1);

    expect(await client.from('organisation_members').delete().match(row(id))).toMatchObject(done);

    expect(must(await teams())).toEqual([]);
    expect(must(await client.from('teams').select('id'))).toEqual([]);
    expect(must(await client.from('organisations').select('id'))).toEqual([]);
  });

  it('the admin removes somebody, who at once reads nothing', async () => {
    const admin = await house.as('admin');
    const { client, id } = await house.newcomer('member');
    expect(must(await client.from('team_members').select('person_id'))).not.toEqual([]);

    expect(await admin.from('organisation_members').delete().match(row(id))).toMatchObject(done);

    expect(must(await client.from('team_members').select('person_id'))).toEqual([]);
    expect(must(await client.from('people').select('id'))).toEqual([{ id }]);
  });
});

describe('starting an organisation', () => {
  const start = (name: string, team = 'First') => ({ p_name: name, p_team: team });

  it('anybody who signed in may, and then runs it and leads its team', async () => {
    const { client, id } = await house.newcomer();

    const team = must(await client.rpc('start_organisation', start('Newly Founded')));

    expect(must(await client.from('team_members').select('team_id, role'))).toEqual([{ team_id: team, role: 'lead' }]);
    expect(must(await client.from('organisation_members').select('person_id, is_admin'))).toEqual([
      { person_id: id, is_admin: true }
    ]);
  });

  it('a visitor may not', async () => {
    const visitor = await house.as('visitor');
    expect(await visitor.rpc('start_organisation', start('Nobody’s'))).toMatchObject(refused());
  });

  it('names have something in them and are not endless', async () => {
    const { client } = await house.newcomer();

    for (const wrong of [start(' '), start('Fine', ''), start('n'.repeat(121))])
      expect(await client.rpc('start_organisation', wrong)).toMatchObject(refused('22023'));

    expect(must(await client.from('organisations').select('id'))).toEqual([]);
  });

  it('a sixth by the same person is refused', async () => {
    const { client } = await house.newcomer();
    for (const number of [1, 2, 3, 4, 5]) must(await client.rpc('start_organisation', start(`Number ${number}`)));

    expect(await client.rpc('start_organisation', start('Number 6'))).toMatchObject(refused('PT429'));

    expect(must(await client.from('organisations').select('id'))).toHaveLength(5);
  });
});
