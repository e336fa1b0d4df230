import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, lastAdmin, lastLead } from './answers.ts';
import { openInside, type Inside } from './copies.ts';
import { invite, must, type Guest } from './furnish.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const members = () => house.service.from('team_members').select('*').order('person_id');

describe('the last lead', () => {
  it('cannot leave', async () => {
    const lead = await house.as('lead');
    const answer = await changingNothing(members, () =>
      lead.from('team_members').delete().match({ team_id: house.team, person_id: house.people.lead })
    );
    expect(answer).toMatchObject(lastLead);
  });

  it('cannot step down', async () => {
    const lead = await house.as('lead');
    const answer = await changingNothing(members, () =>
      lead.from('team_members').update({ role: 'member' }).match({ team_id: house.team, person_id: house.people.lead })
    );
    expect(answer).toMatchObject(lastLead);
  });

  it('cannot leave by leaving the organisation, nor be removed by its admin', async () => {
    const row = { organisation_id: house.organisation, person_id: house.people.lead };
    for (const actor of ['lead', 'admin'] as const) {
      const client = await house.as(actor);
      const answer = await changingNothing(members, () => client.from('organisation_members').delete().match(row));
      expect(answer).toMatchObject(lastLead);
    }
  });
});

describe('two leads', () => {
  let leads: [Guest, Guest];
  let team: string;
  beforeEach(async () => {
    // A team of their own each time: who starts an organisation leads its team, and shares the lead.
    const [first, second] = [await house.newcomer(), await house.newcomer()];
    team = must(await first.client.rpc('start_organisation', { p_name: 'Twins', p_team: 'Both' }));
    const { organisation_id: organisation } = must(await first.client.from('teams').select('organisation_id').single());
    await invite(first.client, second.client, { organisation, team, role: 'lead' });
    leads = [first, second];
  });
  const left = async () => must(await house.service.from('team_members').select('role').eq('team_id', team));

  it('one may leave', async () => {
    const [first, second] = leads;
    expect(await second.client.from('team_members').delete().eq('person_id', second.id)).toMatchObject(done);
    expect(must(await first.client.from('team_members').select('person_id'))).toEqual([{ person_id: first.id }]);
  });

  it('who leave at the same time: one goes, the other is refused', async () => {
    const answers = await Promise.all(
      leads.map(({ client, id }) => client.from('team_members').delete().match({ team_id: team, person_id: id }))
    );

    expect(answers.filter(({ error }) => error === null)).toHaveLength(1);
    expect(answers.find(({ error }) => error !== null)).toMatchObject(lastLead);
    expect(await left()).toEqual([{ role: 'lead' }]);
  });

  it('cannot both be removed, or step down, in one request', async () => {
    const [first] = leads;
    expect(await first.client.from('team_members').delete().eq('team_id', team)).toMatchObject(lastLead);
    expect(await first.client.from('team_members').update({ role: 'member' }).eq('team_id', team)).toMatchObject(
      lastLead
    );
    expect(await left()).toEqual([{ role: 'lead' }, { role: 'lead' }]);
  });
});

describe('the last admin', () => {
  const all = async () => (await house.as('admin')).from('organisation_members').select('*').order('person_id');

  it('cannot leave or step down', async () => {
    const admin = await house.as('admin');
    const me = { organisation_id: house.organisation, person_id: house.people.admin };

    const leaving = await changingNothing(all, () => admin.from('organisation_members').delete().match(me));
    const steppingDown = await changingNothing(all, () =>
      admin.from('organisation_members').update({ is_admin: false }).match(me)
    );

    expect([leaving, steppingDown]).toMatchObject([lastAdmin, lastAdmin]);
  });

  it('of two who step down at the same time, one is refused; so is both in one request', async () => {
    const admin = await house.as('admin');
    const second = await house.newcomer('admin');
    const together = await admin
      .from('organisation_members')
      .update({ is_admin: false })
      .eq('organisation_id', house.organisation);
    expect(together).toMatchObject(lastAdmin);

    const answers = await Promise.all(
      [{ client: admin, id: house.people.admin }, second].map(({ client, id }) =>
        client.from('organisation_members').update({ is_admin: false }).eq('person_id', id)
      )
    );

    expect(answers.filter(({ error }) => error === null)).toHaveLength(1);
    expect(answers.find(({ error }) => error !== null)).toMatchObject(lastAdmin);
  });
});

describe('what the server itself removes', () => {
  let inside: Inside;
  beforeAll(async () => {
    inside = await openInside();
  });
  afterAll(() => inside.close());

  it('an account goes even when it was the last lead and the last admin', async () => {
    const { stranger } = house.people;
    await inside.query(`delete from auth.users where id = '${stranger}'`);
    expect(await inside.query(`select 1 from public.people where id = '${stranger}'`)).toEqual([]);
    expect(await inside.query(`select 1 from public.team_members where team_id = '${house.strangersTeam}'`)).toEqual(
      []
    );
  });

  it('a team and an organisation go with everybody in them', async () => {
    await inside.query(`delete from public.teams where id = '${house.otherTeam}'`);
    expect(await inside.query(`select 1 from public.team_members where team_id = '${house.otherTeam}'`)).toEqual([]);

    await inside.query(`delete from public.organisations where id = '${house.organisation}'`);
    expect(await inside.query(`select 1 from public.team_members where team_id = '${house.team}'`)).toEqual([]);
    expect(await inside.query(`select 1 from public.people where id = '${house.people.lead}'`)).toHaveLength(1);
  });
});
