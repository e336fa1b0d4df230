import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { castParts, outside, type Cast } from './cast.ts';
import { must, type Client, type Guest } from './furnish.ts';
import { holdSeries } from './recurring.ts';

let house: House;
let cast: Cast;
let lead: Client;
beforeAll(async () => {
  house = await openHouse();
  cast = await castParts(house);
  lead = await house.as('lead');
});
afterAll(() => house.close());

const places = () => lead.from('series_places').select('*').order('asked_at').order('id');
const named = (series_id: string, name: string) => ({ series_id, team_id: house.team, name });
const own = (series_id: string, person_id: string) => ({ ...named(series_id, 'Typed by hand'), person_id });
const admit = (client: Client, series: string, on: string | null = '2027-01-05') =>
  client.rpc('admit_to_series', { p_series: series, p_on: on as string });
const inside = async (series: string) => {
  const read = await lead.from('series_places').select('name').eq('series_id', series).not('joined_on', 'is', null);
  return must(await read)
    .map(({ name }) => name)
    .sort();
};

/** A series of two places, with these names waiting in this order. */
async function waiting(...names: string[]): Promise<string> {
  const { series } = await holdSeries(lead, house.team);
  for (const name of names) must(await lead.from('series_places').insert(named(series, name)).select());
  return series;
}

describe('asking for a place', () => {
  it('a member does so for themselves, under the name they use, and steps out again', async () => {
    const series = await waiting('Ann');
    const member = await house.as('member');
    expect(await member.from('series_places').insert(own(series, house.people.member))).toMatchObject(done);
    expect(must(await member.from('series_places').select('name, joined_on').eq('series_id', series))).toEqual([
      { name: 'Mo Member', joined_on: null }
    ]);
    expect(await member.from('series_places').delete().eq('series_id', series)).toMatchObject(done);
    expect(must(await lead.from('series_places').select('name').eq('series_id', series))).toEqual([{ name: 'Ann' }]);
  });

  it('not for another, not by name only, not twice, and not in another team', async () => {
    const series = await waiting('Ann');
    const member = await house.as('member');
    const wish = (row: object) => changingNothing(places, () => member.from('series_places').insert(row as never));
    must(await member.from('series_places').insert(own(series, house.people.member)).select());
    expect(await wish(own(series, house.people.colleague))).toMatchObject(refused());
    expect(await wish(named(series, 'Mo'))).toMatchObject(refused());
    expect(await wish(own(series, house.people.member))).toMatchObject(refused('23505'));
    expect(await wish({ ...own(series, house.people.member), team_id: house.otherTeam })).toMatchObject(refused());
  });

  it.each(outside)('the %s does not, and learns nothing of who is in the team', async (part) => {
    const series = await waiting('Ann');
    const client = await cast.as(part);
    for (const who of [part, 'member', 'stranger'] as const)
      expect(
        await changingNothing(places, () => client.from('series_places').insert(own(series, cast.id(who))))
      ).toMatchObject(refused());
  });

  it('nobody sets when they asked, or that they are in', async () => {
    const series = await waiting('Ann');
    const [{ id } = { id: '' }] = must(await lead.from('series_places').select('id').eq('series_id', series));
    for (const forged of [{ joined_on: '2026-01-01' }, { asked_at: '2020-01-01T00:00:00Z' }]) {
      for (const client of [lead, await house.as('member')])
        expect(
          await changingNothing(places, () =>
            client.from('series_places').insert({ ...own(series, house.people.member), ...forged })
          )
        ).toMatchObject(refused());
      expect(await changingNothing(places, () => lead.from('series_places').update(forged).eq('id', id))).toMatchObject(
        refused()
      );
    }
  });

  it('a lead adds people of the team, and names; nobody from another team', async () => {
    const series = await waiting('Ann');
    must(await lead.from('series_places').insert(own(series, house.people.colleague)).select());
    expect(
      await changingNothing(places, () => lead.from('series_places').insert(own(series, house.people.outsider)))
    ).toMatchObject(refused('22023', 'not_in_team'));
    const rename = (name: string) =>
      lead.from('series_places').update({ name: 'Anne' }).eq('series_id', series).eq('name', name).select('name');
    expect(must(await rename('Ann'))).toEqual([{ name: 'Anne' }]);
    expect(must(await rename('Cleo Colleague'))).toEqual([{ name: 'Cleo Colleague' }]);
  });
});

describe('seeing the places', () => {
  let series: string;
  beforeAll(async () => {
    series = await waiting('Ann', 'Ben');
    must(await lead.from('series_places').insert(own(series, house.people.member)).select());
    must(
      await lead.rpc('set_series_roles', {
        p_series: series,
        p_roles: [
          { person_id: cast.id('coFacilitator'), role: 'co_facilitator' },
          { person_id: cast.id('observer'), role: 'observer' }
        ]
      })
    );
  });

  it.each([
    ['lead', 3],
    ['secondLead', 3],
    ['coFacilitator', 3],
    ['member', 1],
    ['observer', 0],
    ['colleague', 0],
    ...outside.map((part) => [part, 0] as const)
  ] as const)('the %s sees %i of three', async (part, count) => {
    const client = await cast.as(part);
    expect(must(await client.from('series_places').select('id').eq('series_id', series))).toHaveLength(count);
  });

  it('one who waits is told how many are before them, and how many places are free; outside nobody is told', async () => {
    const line = async (part: 'member' | 'colleague') =>
      must(await (await house.as(part)).rpc('my_place_in_line', { p_series: series }));
    expect(await line('member')).toEqual([{ before_me: 2, free_places: 2 }]);
    expect(await line('colleague')).toEqual([{ before_me: 3, free_places: 2 }]);
    for (const part of outside)
      expect(await (await cast.as(part)).rpc('my_place_in_line', { p_series: series })).toMatchObject(nothing);
  });
});

describe('letting people join', () => {
  it('those who waited longest join together on a day, as many as there are places', async () => {
    const series = await waiting('Ann', 'Ben', 'Cy');
    expect(await admit(lead, series)).toMatchObject({ data: 2, error: null });
    expect(await inside(series)).toEqual(['Ann', 'Ben']);
    expect(await admit(lead, series)).toMatchObject({ data: 0, error: null });
  });

  it.each(['coFacilitator', 'observer', 'member', ...outside] as const)(
    'the %s lets nobody in or out',
    async (part) => {
      const series = await waiting('Ann');
      const client = await cast.as(part);
      expect(await changingNothing(places, () => admit(client, series))).toMatchObject(refused());
      must(await admit(lead, series));
      const [{ id } = { id: '' }] = must(await lead.from('series_places').select('id').eq('series_id', series));
      expect(
        await changingNothing(places, () => client.from('series_places').update({ name: 'x' }).eq('id', id).select())
      ).toMatchObject(nothing);
      expect(await changingNothing(places, () => client.rpc('back_in_line', { p_place: id }))).toMatchObject({
        data: false
      });
    }
  );

  it('a day must be said', async () => {
    const series = await waiting('Ann');
    expect(await changingNothing(places, () => admit(lead, series, null))).toMatchObject(refused('22023'));
  });

  it('two leads who do so at the same time never let in more than there are places', async () => {
    const second = await cast.as('secondLead');
    for (let round = 0; round < 5; round++) {
      const series = await waiting('Ann', 'Ben', 'Cy', 'Di', 'Ed');
      const answers = await Promise.all([lead, second, lead, second].map((one) => admit(one, series)));
      const joined = answers.map(({ data, error }) => data ?? error?.code).sort();
      expect(joined).toEqual([0, 0, 0, 2]);
      expect(await inside(series)).toEqual(['Ann', 'Ben']);
    }
  });

  it('who left gives a place free, and comes back only while one is', async () => {
    const series = await waiting('Ann', 'Ben', 'Cy');
    must(await admit(lead, series, '2026-01-06'));
    const left = (name: string, left_on: string | null) =>
      lead.from('series_places').update({ left_on }).eq('series_id', series).eq('name', name);
    expect(await left('Ann', '2026-01-13')).toMatchObject(done);
    expect(await left('Ann', null)).toMatchObject(done);
    expect(await left('Ann', '2026-01-13')).toMatchObject(done);
    expect(await admit(lead, series, '2026-01-20')).toMatchObject({ data: 1 });

    expect(await changingNothing(places, () => left('Ann', null))).toMatchObject(refused('PT409', 'series_full'));
    expect(await changingNothing(places, () => left('Ben', '2026-01-01'))).toMatchObject(refused('23514'));
    expect(await changingNothing(places, () => left('Ben', '2100-01-01'))).toMatchObject(refused('22023'));
  });

  it('one who was let in by mistake goes back to where they were in line, unless they attended', async () => {
    const {
      series,
      circles: [circle = '']
    } = await holdSeries(lead, house.team);
    for (const name of ['Ann', 'Ben', 'Cy'])
      must(await lead.from('series_places').insert(named(series, name)).select());
    must(await admit(lead, series));
    const rows = must(await lead.from('series_places').select('id').eq('series_id', series).order('asked_at'));
    const [ann = '', ben = '', cy = ''] = rows.map(({ id }) => id);
    const came = { circle_id: circle, team_id: house.team, place_id: ben, name: 'x', status: 'present' };
    must(await lead.from('attendance').insert(came).select());

    const back = (p_place: string) => lead.rpc('back_in_line', { p_place });
    for (const place of [ben, cy])
      expect(await changingNothing(places, () => back(place))).toMatchObject({ data: false });
    expect(await back(ann)).toMatchObject({ data: true, error: null });
    expect(await inside(series)).toEqual(['Ben']);
    must(await admit(lead, series));
    expect(await inside(series)).toEqual(['Ann', 'Ben']);
  });

  it('one who is in is not taken off the list, neither by themselves nor by a lead', async () => {
    const { series } = await holdSeries(lead, house.team);
    const member = await house.as('member');
    must(await member.from('series_places').insert(own(series, house.people.member)).select());
    must(await admit(lead, series));
    for (const client of [member, lead])
      expect(
        await changingNothing(places, () => client.from('series_places').delete().eq('series_id', series).select())
      ).toMatchObject(nothing);
  });
});

describe('who leaves the team', () => {
  it.each([
    ['waiting', null, []],
    ['let in for a day to come', '2100-01-01', []],
    ['in it', '2026-01-06', ['Nina Newcomer']]
  ] as const)('%s: neither waits nor keeps a place', async (_, on, stays) => {
    const { series } = await holdSeries(lead, house.team);
    const guest: Guest = await house.newcomer('member');
    must(await guest.client.from('series_places').insert(own(series, guest.id)).select());
    if (on) must(await admit(lead, series, on));

    expect(await guest.client.from('team_members').delete().eq('person_id', guest.id)).toMatchObject(done);

    const rows = must(await lead.from('series_places').select('name, left_on').eq('series_id', series));
    expect(rows).toEqual(stays.map((name) => ({ name, left_on: expect.any(String) })));
    expect(await guest.client.from('series_places').select('*')).toMatchObject(nothing);
  });
});
