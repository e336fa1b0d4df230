import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { castParts, outside, type Cast } from './cast.ts';
import { invite, must, type Client } from './furnish.ts';

let house: House;
let cast: Cast;
let lead: Client;
let agreement: string;
beforeAll(async () => {
  house = await openHouse();
  cast = await castParts(house);
  lead = await house.as('lead');
  agreement = await adopt('agreement', 1);
  for (const part of ['member', 'colleague'] as const) {
    const client = await house.as(part);
    must(await client.from('agreement_acknowledgements').insert(row()).select());
  }
});
afterAll(() => house.close());

const row = (over: object = {}) => ({ agreement_id: agreement, team_id: house.team, ...over });
const all = () => lead.from('agreement_acknowledgements').select('*').order('agreement_id').order('person_id');
async function adopt(kind: string, version: number): Promise<string> {
  const lines = [{ part: 'limits', text: 'What is said stays here, unless somebody is in danger' }];
  const made = lead.from('agreements').insert({ team_id: house.team, kind, version, lines });
  return must(await made.select('id').single()).id;
}
const whoIn = async (client: Client) =>
  must(await client.from('agreement_acknowledgements').select('person_id').eq('agreement_id', agreement)).map(
    ({ person_id }) => person_id
  );

describe('acknowledging an agreement', () => {
  it.each(['lead', 'observer', 'coFacilitator'] as const)(
    'the %s does so for themselves, once a version',
    async (part) => {
      const client = await cast.as(part);
      const acknowledge = (agreement_id: string) =>
        client.from('agreement_acknowledgements').insert(row({ agreement_id }));
      expect(await acknowledge(agreement)).toMatchObject(done);
      expect(await changingNothing(all, () => acknowledge(agreement))).toMatchObject(refused('23505'));
      expect(await whoIn(client)).toContain(cast.id(part));
    }
  );

  it('the next version is acknowledged anew, and terms of reference for themselves', async () => {
    const member = await house.as('member');
    for (const [kind, version] of [
      ['agreement', 2],
      ['terms', 1]
    ] as const) {
      const agreement_id = await adopt(kind, version);
      expect(await member.from('agreement_acknowledgements').insert(row({ agreement_id }))).toMatchObject(done);
    }
    const mine = await member.from('agreement_acknowledgements').select('agreements(kind, version)');
    expect(must(mine)).toHaveLength(3);
  });

  it('a member sees their own and not who else has; leads see all', async () => {
    for (const part of ['member', 'colleague'] as const)
      expect(await whoIn(await house.as(part))).toEqual([house.people[part]]);
    for (const part of ['lead', 'secondLead'] as const)
      expect(await whoIn(await cast.as(part))).toEqual(
        expect.arrayContaining([house.people.member, house.people.colleague])
      );
  });

  it('nobody does it for another, on another day, or takes it back', async () => {
    const { client } = await house.newcomer('member');
    for (const forged of [
      { person_id: house.people.lead },
      { acknowledged_at: '2020-01-01T00:00:00Z' },
      { left_on: '2020-01-01' }
    ])
      for (const one of [client, lead])
        expect(
          await changingNothing(all, () => one.from('agreement_acknowledgements').insert(row(forged)))
        ).toMatchObject(refused());
    for (const one of [await house.as('member'), lead])
      for (const wish of [
        () => one.from('agreement_acknowledgements').update({ left_on: '2020-01-01' }).eq('agreement_id', agreement),
        () => one.from('agreement_acknowledgements').delete().eq('agreement_id', agreement)
      ])
        expect(await changingNothing(all, wish)).toMatchObject(refused());
  });

  it.each(outside)('the %s neither acknowledges nor reads who did', async (part) => {
    const client = await cast.as(part);
    const table = () => client.from('agreement_acknowledgements');
    expect(await table().select('*')).toMatchObject(nothing);
    expect(await changingNothing(all, () => table().insert(row()))).toMatchObject(refused());
  });

  it('another team’s agreement is not acknowledged under one’s own', async () => {
    for (const part of ['outsider', 'stranger'] as const) {
      const client = await house.as(part);
      const team_id = part === 'outsider' ? house.otherTeam : house.strangersTeam;
      expect(
        await changingNothing(all, () => client.from('agreement_acknowledgements').insert(row({ team_id })))
      ).toMatchObject(refused('23503'));
    }
  });

  it('who leaves has theirs dated, from which day it is kept; who comes back has not', async () => {
    const guest = await house.newcomer('member');
    must(await guest.client.from('agreement_acknowledgements').insert(row()).select());
    const leftOn = async () => {
      const read = lead.from('agreement_acknowledgements').select('left_on').eq('person_id', guest.id);
      return must(await read).map(({ left_on }) => left_on);
    };
    expect(await leftOn()).toEqual([null]);

    await lead.from('team_members').delete().eq('person_id', guest.id);
    expect(await leftOn()).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
    expect(await guest.client.from('agreement_acknowledgements').select('*')).toMatchObject(nothing);

    await invite(lead, guest.client, { organisation: house.organisation, team: house.team, role: 'member' });
    expect(await leftOn()).toEqual([null]);
    expect(must(await all()).filter(({ left_on }) => left_on !== null)).toEqual([]);
  });
});
