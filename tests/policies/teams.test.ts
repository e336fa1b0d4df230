import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { must } from './furnish.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const teams = async () => (await house.as('admin')).from('teams').select('*').order('name');
const members = async () => house.service.from('team_members').select('*').order('team_id').order('person_id');
const inTeam = (person: string) => ({ team_id: house.team, person_id: person });

describe('a team', () => {
  it('its lead and the admin rename it', async () => {
    for (const actor of ['lead', 'admin'] as const) {
      const client = await house.as(actor);
      const answer = await client
        .from('teams')
        .update({ time_zone: 'Europe/Paris' })
        .eq('id', house.team)
        .select('time_zone');
      expect(answer).toMatchObject({ data: [{ time_zone: 'Europe/Paris' }] });
    }
  });

  it.each(['member', 'outsider', 'trainer', 'stranger'] as const)('the %s cannot rename it', async (actor) => {
    const client = await house.as(actor);

    const answer = await changingNothing(teams, () =>
      client.from('teams').update({ name: 'Mine' }).eq('id', house.team).select('id')
    );

    expect(answer).toMatchObject(nothing);
  });

  it('an admin makes one in their own organisation, and in no other', async () => {
    const [admin, stranger] = [await house.as('admin'), await house.as('stranger')];

    expect(await admin.from('teams').insert({ organisation_id: house.organisation, name: 'West' })).toMatchObject(done);
    const elsewhere = await changingNothing(teams, () =>
      stranger.from('teams').insert({ organisation_id: house.organisation, name: 'Spies' })
    );

    expect(must(await admin.from('teams').select('name').eq('name', 'West'))).toHaveLength(1);
    expect(elsewhere).toMatchObject(refused());
  });

  it.each(['lead', 'member', 'trainer'] as const)('the %s makes none', async (actor) => {
    const client = await house.as(actor);
    const answer = await changingNothing(teams, () =>
      client.from('teams').insert({ organisation_id: house.organisation, name: 'Mine' })
    );
    expect(answer).toMatchObject(refused());
  });

  it('nobody moves a team to another organisation or removes one', async () => {
    const [lead, stranger] = [await house.as('lead'), await house.as('stranger')];
    const { organisation_id } = must(await stranger.from('teams').select('organisation_id').single());

    const moved = await changingNothing(teams, () =>
      lead.from('teams').update({ organisation_id }).eq('id', house.team)
    );
    const pulled = await changingNothing(teams, () =>
      stranger.from('teams').upsert({ id: house.team, organisation_id, name: 'Ours now' })
    );
    const removed = await changingNothing(teams, async () =>
      (await house.as('admin')).from('teams').delete().eq('id', house.team)
    );

    for (const answer of [moved, pulled, removed]) expect(answer).toMatchObject(refused());
  });
});

describe('who is in a team', () => {
  it.each(['lead', 'member', 'admin'] as const)('the %s reads it', async (actor) => {
    const client = await house.as(actor);
    const { data } = await client.from('team_members').select('person_id, role').eq('team_id', house.team);
    expect(data).toHaveLength(3);
  });

  it.each(['outsider', 'trainer', 'stranger'] as const)('the %s does not', async (actor) => {
    const client = await house.as(actor);
    expect(await client.from('team_members').select('*').eq('team_id', house.team)).toMatchObject(nothing);
  });

  it('a member cannot make themselves lead', async () => {
    const member = await house.as('member');

    const answer = await changingNothing(members, () =>
      member.from('team_members').update({ role: 'lead' }).match(inTeam(house.people.member)).select()
    );

    expect(answer).toMatchObject(nothing);
  });

  it('a lead shares the lead and takes it back', async () => {
    const lead = await house.as('lead');
    const give = (role: string) =>
      lead.from('team_members').update({ role }).match(inTeam(house.people.member)).select('role');

    expect(await give('lead')).toMatchObject({ data: [{ role: 'lead' }] });
    expect(await give('member')).toMatchObject({ data: [{ role: 'member' }] });
    expect(await changingNothing(members, () => give('admin'))).toMatchObject(refused('23514'));
  });

  it('nobody adds anybody, themselves included, without a link', async () => {
    for (const actor of ['outsider', 'trainer', 'admin', 'lead'] as const) {
      const client = await house.as(actor);
      const me = inTeam(house.people[actor]);
      const added = await changingNothing(members, () => client.from('team_members').insert({ ...me, role: 'lead' }));
      const upserted = await changingNothing(members, () =>
        client.from('team_members').upsert({ ...me, role: 'lead' })
      );
      expect([added, upserted]).toMatchObject([refused(), refused()]);
    }
  });

  it('a lead of one team cannot move their membership into another team', async () => {
    const outsider = await house.as('outsider');
    const { outsider: me, member } = house.people;

    const moved = await changingNothing(members, () =>
      outsider.from('team_members').update({ team_id: house.team }).eq('person_id', me)
    );
    const swapped = await changingNothing(members, () =>
      outsider.from('team_members').update({ person_id: member }).eq('person_id', me)
    );

    expect([moved, swapped]).toMatchObject([refused(), refused()]);
  });

  it.each(['member', 'outsider', 'trainer', 'stranger'] as const)('the %s cannot remove a colleague', async (actor) => {
    const client = await house.as(actor);

    const answer = await changingNothing(members, () =>
      client.from('team_members').delete().match(inTeam(house.people.colleague)).select()
    );

    expect(answer).toMatchObject(nothing);
  });

  it.each(['lead', 'admin'] as const)(
    'the %s removes someone, who reads nothing of the team from then on',
    async (actor) => {
      const client = await house.as(actor);
      const { client: gone, id } = await house.newcomer('member');
      expect(must(await gone.from('teams').select('id'))).toEqual([{ id: house.team }]);

      expect(await client.from('team_members').delete().match(inTeam(id))).toMatchObject(done);

      expect(must(await gone.from('teams').select('id'))).toEqual([]);
      expect(must(await gone.from('team_members').select('person_id'))).toEqual([]);
    }
  );

  it('who leaves their last team leaves the organisation, unless they are its trainer or admin', async () => {
    const admin = await house.as('admin');
    const [plain, trainer] = [await house.newcomer('member'), await house.newcomer('member')];
    await admin.from('organisation_members').update({ is_trainer: true }).eq('person_id', trainer.id);
    const left = async ({ client, id }: typeof plain) => {
      expect(await client.from('team_members').delete().match(inTeam(id))).toMatchObject(done);
      return must(await client.from('organisation_members').select('person_id')).length;
    };

    expect(await left(plain)).toBe(0);
    expect(await left(trainer)).toBe(1);
  });
});
