import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('in the furnished house', () => {
  it.each([
    ['lead', ['North']],
    ['member', ['North']],
    ['colleague', ['North']],
    ['outsider', ['South']],
    ['admin', ['North', 'South']],
    ['trainer', []],
    ['stranger', ['Away']]
  ] as const)('the %s sees the teams %j', async (actor, teams) => {
    const client = await house.as(actor);

    const { data, error } = await client.from('teams').select('name').order('name');

    expect(error).toBeNull();
    expect(data?.map(({ name }) => name)).toEqual(teams);
  });

  it('a visitor is refused', async () => {
    const visitor = await house.as('visitor');

    const { data, error } = await visitor.from('teams').select('name');

    expect(data).toBeNull();
    expect(error).not.toBeNull();
  });
});
