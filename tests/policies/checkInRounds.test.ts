import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherWorkers, openRoundNow, openStage, planRound, type Stage, type Worker } from '../attacks/stage.ts';
import { nothing, refused } from './answers.ts';
import { invite, must, signUp, type Client } from './furnish.ts';

let stage: Stage;
let lead: Client;
let workers: Worker[];
let days = 0;
beforeAll(async () => {
  stage = await openStage();
  lead = await stage.as('lead');
  workers = await gatherWorkers(stage, 6);
});
afterAll(() => stage.close());

/** Far enough that a round may begin again. */
async function later(): Promise<void> {
  days += 29;
  await stage.clock(`${days} days`);
}
const roster = async (round: string) =>
  must(await lead.from('round_roster').select('name').eq('round_id', round).order('name')).map(({ name }) => name);
const setJoined = (id: string, ago: string) =>
  stage.run(`update public.team_members set joined_at = private.clock() - interval '${ago}' where person_id = '${id}'`);
const takeBack = (client: Client) => client.from('check_in_rounds').delete().is('opened_at', null).select('id');

describe('planning a round', () => {
  it('is done by a lead, once for one press of the button, and taken back while it has not opened', async () => {
    const key = crypto.randomUUID();
    const round = must(await planRound(stage, { ahead: 1, key }));
    expect(await planRound(stage, { ahead: 1, key })).toMatchObject({ data: round });
    expect(await planRound(stage, { ahead: 40 })).toMatchObject(refused('PT409', 'round_planned'));
    expect(await takeBack(workers[0]!.client)).toMatchObject(nothing);
    expect(must(await takeBack(lead))).toEqual([{ id: round }]);
  });

  it.each([
    ['shorter than seven days', { days: 6.9 }, '22023', 'round_length'],
    ['longer than 28', { days: 28.1 }, '22023', 'round_length'],
    ['in the past', { ahead: -1 }, '22023', 'round_start'],
    ['years ahead', { ahead: 400 }, '22023', 'round_start']
  ] as const)('not %s', async (_, plan, code, hint) => {
    expect(await planRound(stage, plan)).toMatchObject(refused(code, hint));
  });

  it.each(['member', 'admin', 'outsider', 'trainer', 'stranger'] as const)('not by the %s', async (actor) => {
    const client = await stage.as(actor);
    const opens = new Date(Date.now() + 86_400_000);
    const answer = await client.rpc('schedule_round', {
      p_team: stage.team,
      p_key: crypto.randomUUID(),
      p_built_in: true,
      p_scale: 'circlewell-nine',
      p_version: 1,
      p_opens: opens.toISOString(),
      p_closes: new Date(opens.getTime() + 7 * 86_400_000).toISOString()
    });
    expect(answer).toMatchObject(refused());
  });

  it('not without support contacts, and what was planned does not open without them', async () => {
    const round = must(await planRound(stage));
    await stage.run(
      "update public.support_contacts set organisation_id = (select id from public.organisations where name = 'Elsewhere')"
    );
    await stage.tend();
    expect(await roster(round)).toEqual([]);
    must(await takeBack(lead));
    expect(await planRound(stage)).toMatchObject(refused('PT409', 'no_support_contacts'));
    await stage.run(`update public.support_contacts set organisation_id = '${stage.organisation}'`);
  });
});

describe('opening a round', () => {
  it('is done by the server alone: nobody else writes rounds or rosters', async () => {
    const round = must(await planRound(stage, { ahead: 2 }));
    for (const client of [lead, workers[0]!.client, await stage.as('admin')]) {
      const opened = {
        p_round: round,
        p_sign: '',
        p_sign_fingerprint: '',
        p_seal: '',
        p_seal_fingerprint: '',
        p_definition: {},
        p_version: 1
      };
      expect(await client.rpc('open_round', opened)).toMatchObject(refused());
      expect(await client.from('check_in_rounds').update({ closes_at: '2027-01-01' }).eq('id', round)).toMatchObject(
        refused()
      );
      expect(await client.from('check_in_rounds').insert({ id: round } as never)).toMatchObject(refused());
      expect(await client.from('round_roster').insert({ round_id: round } as never)).toMatchObject(refused());
      expect(await client.from('round_roster').delete().eq('round_id', round)).toMatchObject(refused());
    }
    await stage.tend();
    expect(must(await lead.from('check_in_rounds').select('opened_at').eq('id', round))).toEqual([{ opened_at: null }]);
    must(await takeBack(lead));
  });

  it('freezes who is asked: members of 14 days, no lead; shown by name to the team and to nobody else', async () => {
    const more = await gatherMore('newcomer');
    await setJoined(more.id, '13 days');
    const round = await openRoundNow(stage);
    const names = ['Cleo Colleague', 'Mo Member', 'worker 3', 'worker 4', 'worker 5', 'worker 6'];

    expect(await roster(round)).toEqual(names);
    expect(must(await workers[0]!.client.from('round_roster').select('name').eq('round_id', round))).toHaveLength(6);
    for (const actor of ['admin', 'outsider', 'trainer', 'stranger'] as const) {
      const client = await stage.as(actor);
      expect(await client.from('round_roster').select('*')).toMatchObject(nothing);
      expect(await client.from('check_in_rounds').select('*')).toMatchObject(nothing);
    }
    // Who joins or becomes eligible later counts from the next round; who leaves stays until then.
    await setJoined(more.id, '60 days');
    await lead.from('team_members').delete().eq('person_id', more.id);
    expect(await roster(round)).toEqual(names);
  });

  it('is final: no early close, no other keys, no taking back, no second round within 28 days', async () => {
    const before = await stage.rows('select * from public.check_in_rounds order by id');
    for (const change of ['closes_at = opens_at', 'sign_key = seal_key', 'opened_at = null', "definition = '{}'"])
      await expect(stage.run(`update public.check_in_rounds set ${change}`)).rejects.toThrow(
        'an open round is not changed'
      );
    expect(await takeBack(lead)).toMatchObject(nothing);
    expect(await lead.from('check_in_rounds').delete().not('opened_at', 'is', null).select('id')).toMatchObject(
      nothing
    );
    expect(await planRound(stage, { ahead: 27.9 })).toMatchObject(refused('PT409', 'round_too_soon'));
    expect(await stage.rows('select * from public.check_in_rounds order by id')).toEqual(before);
  });

  it('waits where only five would be asked, and then lasts seven days all the same', async () => {
    await later();
    await setJoined(workers[4]!.id, '1 day');
    const round = must(await planRound(stage));
    await stage.tend();
    expect(await roster(round)).toEqual([]);

    await setJoined(workers[4]!.id, '20 days');
    days += 3;
    await stage.clock(`${days} days`);
    await stage.tend();

    expect(await roster(round)).toHaveLength(6);
    const [lasted] = await stage.rows<{ whole: boolean }>(
      `select closes_at - opened_at >= interval '7 days' as whole from public.check_in_rounds where id = '${round}'`
    );
    expect(lasted).toEqual({ whole: true });
  });

  it('says when others are asked than before, and forgets who was', async () => {
    await later();
    const same = await openRoundNow(stage);
    await later();
    await gatherMore('one-more').then(({ id }) => setJoined(id, '30 days'));
    const other = await openRoundNow(stage);
    const changed = async (id: string) =>
      must(await lead.from('check_in_rounds').select('roster_changed').eq('id', id).single()).roster_changed;

    expect([await changed(same), await changed(other)]).toEqual([false, true]);
    expect(await roster(same)).toEqual([]);
    expect(await roster(other)).toHaveLength(7);
  });
});

describe('somebody in two teams', () => {
  it('is asked in one of them per 28 days, also if the other team opens in the same moment', async () => {
    await later();
    const members = workers.map(({ id }) => `'${id}'`).join(', ');
    await stage.run(`insert into public.team_members (team_id, person_id, joined_at)
      select '${stage.otherTeam}', id, private.clock() - interval '1 year' from public.people where id in (${members})`);
    const mine = must(await planRound(stage));
    await stage.run(`insert into public.check_in_rounds (team_id, built_in, scale_key, scale_version, opens_at, closes_at, request_key)
      select '${stage.otherTeam}', true, scale_key, scale_version, opens_at, closes_at, gen_random_uuid() from public.check_in_rounds where id = '${mine}'`);

    await Promise.all([stage.tend(), stage.tend()]);
    const asked = await stage.rows(
      'select person_id from public.round_roster r join public.check_in_rounds c on c.id = r.round_id where c.closes_at > private.clock()'
    );

    expect(new Set(asked.map(({ person_id }) => person_id)).size).toBe(asked.length);
    expect(asked.length).toBeGreaterThanOrEqual(6);
  });

  it('cannot be written onto a second roster even by the server', async () => {
    const twice = `insert into public.round_roster select c.id, c.team_id, r.person_id, r.name
      from public.check_in_rounds c, public.round_roster r join public.check_in_rounds o on o.id = r.round_id
      where c.team_id <> r.team_id and least(c.opens_at, o.opens_at) > private.clock() - interval '28 days' limit 1`;
    await expect(stage.run(twice)).rejects.toThrow('this person is asked in another team already');
  });
});

/** Somebody who joins the team now. */
async function gatherMore(name: string) {
  const guest = await signUp(stage.backend, name, name);
  await invite(lead, guest.client, { organisation: stage.organisation, team: stage.team, role: 'member' });
  return guest;
}
