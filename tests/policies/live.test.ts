import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, nothing, refused } from './answers.ts';
import { castParts, outside, type Cast } from './cast.ts';
import { must, type Client } from './furnish.ts';
import { moveTo } from './gathering.ts';

let house: House;
let cast: Cast;
let lead: Client;
beforeAll(async () => {
  house = await openHouse();
  cast = await castParts(house);
  lead = await house.as('lead');
});
afterAll(() => house.close());

const life = ['open', 'closed', 'archived'];
async function circleIn(state: string): Promise<string> {
  const { circle } = await cast.plan();
  await moveTo(lead, circle, ...life.slice(0, life.indexOf(state) + 1));
  return circle;
}
const run = { phase: 'running', current: 0, items: [], rounds: 0 };
const store = (client: Client, circle: string, state = 'AAA=', what: unknown = run) =>
  client.rpc('store_live', { p_circle: circle, p_state: state, p_run: what as never });
const load = async (circle: string) => (await house.service.rpc('load_live', { p_circle: circle })).data;
const runs = () => house.service.from('circle_runs').select('*').order('circle_id');
const circleClosed = refused('PT409', 'circle_closed');

describe('what one may do with a running circle', () => {
  it.each([
    ['lead', 'facilitator', true],
    ['secondLead', 'lead', true],
    ['coFacilitator', 'co_facilitator', true],
    ['observer', 'observer', false],
    ['member', 'member', false]
  ] as const)('the %s is there as %s; presses its buttons: %s', async (part, role, presses) => {
    const client = await cast.as(part);
    const { team } = house;
    for (const state of ['planned', 'open', 'closed']) {
      const circle = await circleIn(state);
      const [access] = must(await client.rpc('live_access', { p_circle: circle }));
      const can_write = presses && state === 'open';
      expect(access).toMatchObject({ team_id: team, can_write, circle_state: state, role });
      expect(access?.display_name).toBeTruthy();
    }
  });

  it('a lead who only observes presses nothing less: they keep the circle all the same', async () => {
    const circle = await circleIn('planned');
    await lead.from('circle_roles').update({ role: 'observer' }).eq('person_id', house.people.lead);
    await moveTo(lead, circle, 'open');
    expect(must(await lead.rpc('live_access', { p_circle: circle }))).toMatchObject([
      { can_write: true, role: 'observer' }
    ]);
  });

  it.each(outside)('the %s is told nothing, not even that it is there', async (part) => {
    const client = await cast.as(part);
    const circle = await circleIn('open');
    expect(await client.rpc('live_access', { p_circle: circle })).toMatchObject(nothing);
  });

  it('a facilitator who leaves the team has no part in it any more', async () => {
    const guest = await house.newcomer('member');
    const circle = await circleIn('planned');
    const row = { circle_id: circle, team_id: house.team, person_id: guest.id, role: 'facilitator' };
    must(await lead.from('circle_roles').insert(row).select());
    await moveTo(lead, circle, 'open');
    expect(must(await guest.client.rpc('live_access', { p_circle: circle }))).toMatchObject([{ can_write: true }]);

    await lead.from('team_members').delete().eq('person_id', guest.id);

    expect(await guest.client.rpc('live_access', { p_circle: circle })).toMatchObject(nothing);
    expect(await guest.client.rpc('open_or_close_circle', { p_circle: circle, p_to: 'closed' })).toMatchObject(
      refused()
    );
  });
});

describe('the live document', () => {
  it('is stored by the server while the circle is open, the newest state instead of the last', async () => {
    const circle = await circleIn('open');
    for (const state of ['AAE=', 'AAI=']) {
      expect(await store(house.service, circle, state)).toMatchObject({ error: null });
      expect(await load(circle)).toBe(state);
    }
    expect(must(await lead.from('circle_runs').select('run').eq('circle_id', circle).single()).run).toEqual(run);
  });

  it.each(['planned', 'closed', 'archived'])('is not stored while the circle is %s', async (state) => {
    const circle = await circleIn(state);
    expect(await store(house.service, circle)).toMatchObject(circleClosed);
    expect(await load(circle)).toBeNull();
  });

  it('is gone when the circle closes, and what is late brings it not back; the minutes stay', async () => {
    const circle = await circleIn('open');
    must(await store(house.service, circle).then((answer) => ({ ...answer, data: 'stored' })));

    must(await lead.rpc('open_or_close_circle', { p_circle: circle, p_to: 'closed' }));
    expect(await store(house.service, circle)).toMatchObject(circleClosed);

    expect(await load(circle)).toBeNull();
    expect(must(await house.service.from('live_documents').select('*').eq('circle_id', circle))).toEqual([]);
    expect(must(await lead.from('circle_runs').select('run').eq('circle_id', circle))).toEqual([{ run }]);
  });

  it('is gone also when it was stored in the moment of closing', async () => {
    for (const first of ['store', 'close']) {
      const circle = await circleIn('open');
      const work = [
        () => store(house.service, circle),
        () => lead.rpc('open_or_close_circle', { p_circle: circle, p_to: 'closed' })
      ];
      await Promise.all((first === 'store' ? work : work.reverse()).map((one) => one()));
      expect(await load(circle)).toBeNull();
    }
  });

  it.each(['lead', 'coFacilitator', 'observer', 'member', ...outside, 'visitor'] as const)(
    'the %s neither reads, stores nor removes it',
    async (part) => {
      const client = await cast.as(part);
      const circle = await circleIn('open');
      await store(house.service, circle);
      const table = () => client.from('live_documents');
      const answers = [
        await table().select('*'),
        await table().select('circle_id'),
        await table().insert({ circle_id: circle, state: 'x' }),
        await table().update({ state: 'x' }).eq('circle_id', circle),
        await table().delete().eq('circle_id', circle),
        await client.rpc('load_live', { p_circle: circle }),
        await store(client, circle, 'x')
      ];
      for (const answer of answers) expect(answer).toMatchObject(refused());
      expect(await load(circle)).toBe('AAA=');
    }
  );
});

describe('how a circle ran', () => {
  let circle: string;
  beforeAll(async () => {
    circle = await circleIn('open');
    await store(house.service, circle);
  });

  it.each(['lead', 'coFacilitator', 'observer', 'member'] as const)('the %s reads it', async (part) => {
    const client = await cast.as(part);
    expect(must(await client.from('circle_runs').select('run').eq('circle_id', circle))).toEqual([{ run }]);
  });

  it.each(outside)('the %s does not', async (part) => {
    const client = await cast.as(part);
    expect(await client.from('circle_runs').select('*')).toMatchObject(nothing);
  });

  it('nobody who signed in writes it, not even the lead', async () => {
    const table = () => lead.from('circle_runs');
    const row = { circle_id: circle, team_id: house.team, run: {} };
    for (const wish of [
      () => table().insert(row),
      () => table().update({ run: {} }).eq('circle_id', circle),
      () => table().delete().eq('circle_id', circle)
    ])
      expect(await changingNothing(runs, wish)).toMatchObject(refused());
  });

  it.each([
    ['a list', []],
    ['a number', 7],
    ['a book', { words: 'w'.repeat(60_001) }]
  ])('it is no %s', async (_, wrong) => {
    expect(await changingNothing(runs, () => store(house.service, circle, 'x', wrong))).toMatchObject(refused('23514'));
    expect(await load(circle)).toBe('AAA=');
  });
});
