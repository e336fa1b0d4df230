import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import type { Client } from './furnish.ts';
import { openUnguarded } from './unguarded.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

type Four = { visitor: Client; lead: Client; outsider: Client; service: Client };

/** Four kinds of people ask at once, over and over; gives who was answered with what, each different answer once. */
async function askTogether({ visitor, lead, outsider, service }: Four, rounds: number): Promise<string[]> {
  const teams = async (who: string, client: Client) => {
    const { data, error } = await client.from('teams').select('name');
    return `${who}: ${error ? error.code : data.map(({ name }) => name).join()}`;
  };
  const people = async () => {
    const { data, error } = await service.from('people').select('id');
    return `service: ${error ? error.code : data.length}`;
  };
  const answers = await Promise.all(
    Array.from({ length: rounds }, () => [
      teams('visitor', visitor),
      teams('lead', lead),
      people(),
      teams('outsider', outsider)
    ]).flat()
  );
  return [...new Set(answers)].sort();
}

const own = ['lead: North', 'outsider: South', 'service: 7', 'visitor: 42501'];

// PGlite is one connection, and a request's role is a setting of its transaction: two requests in one tick could share it.
describe('requests in the same tick', () => {
  it('of visitor, lead, outsider and server, 200 of them, are each answered with their own', async () => {
    const four = {
      visitor: await house.as('visitor'),
      lead: await house.as('lead'),
      outsider: await house.as('outsider'),
      service: house.service
    };

    expect(await askTogether(four, 50)).toEqual(own);
  });

  it('which this test would notice: without turns, PGlite mixes them up', async () => {
    const alone = await openUnguarded(house, { grantsKept: true });
    try {
      const four = {
        visitor: alone.visitor,
        lead: await alone.as('lead'),
        outsider: await alone.as('outsider'),
        service: alone.service
      };
      const answers = await askTogether(four, 10);
      // On PostgreSQL every request has a connection of its own, and needs no turns.
      if (house.kind === 'pglite') expect(answers).not.toEqual(own);
      else expect(answers).toEqual(own);
    } finally {
      await alone.close();
    }
  });

  it('a refused write and a failed one do not leave their role or transaction to the next', async () => {
    const [visitor, lead] = [await house.as('visitor'), await house.as('lead')];

    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => [
        visitor.from('teams').insert({ organisation_id: house.organisation, name: 'Never' }),
        lead.from('teams').update({ name: ' ' }).eq('id', house.team),
        lead
          .from('teams')
          .select('name')
          .eq('id', at % 2 ? house.team : house.otherTeam)
      ]).flat()
    );

    expect(new Set(answers.map(({ data, error }) => error?.code ?? JSON.stringify(data)))).toEqual(
      new Set(['42501', '23514', '[{"name":"North"}]', '[]'])
    );
  });
});
