import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

// PGlite is one connection, and a request's role and transaction are settings of it: two requests in one tick share them.
it('requests in the same tick keep to their own person', async () => {
  const lead = await house.as('lead');
  const outsider = await house.as('outsider');
  const visitor = await house.as('visitor');
  const names = async (client: typeof lead) => {
    const { data, error } = await client.from('teams').select('name');
    return error ? error.code : data.map(({ name }) => name).join();
  };

  const rounds = await Promise.all(
    Array.from({ length: 25 }, () => Promise.all([names(visitor), names(visitor), names(lead), names(outsider)]))
  );

  expect(new Set(rounds.map((round) => round.join(' | ')))).toEqual(new Set(['42501 | 42501 | North | South']));
});
