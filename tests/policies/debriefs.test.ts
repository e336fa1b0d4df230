import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { castParts, outside, type Cast, type Part } from './cast.ts';
import { invite, must, type Client } from './furnish.ts';
import { moveTo, planCircle } from './gathering.ts';

let house: House;
let cast: Cast;
let lead: Client;
let circle: string;
beforeAll(async () => {
  house = await openHouse();
  cast = await castParts(house);
  lead = await house.as('lead');
  ({ circle } = await cast.plan());
  await moveTo(lead, circle, 'open');
  for (const part of ['observer', 'coFacilitator'] as const) expect(await write(part, circle, 'break')).toEqual('done');
  await moveTo(lead, circle, 'closed');
  expect(await write('observer', circle, 'debrief')).toEqual('done');
});
afterAll(() => house.close());

const words = (part: Part) => `What the ${part} saw`;
const row = (part: Part, of: string, moment: string) => ({
  circle_id: of,
  team_id: house.team,
  moment,
  text: words(part)
});
async function write(part: Part, of: string, moment: string): Promise<string> {
  const { error } = await (await cast.as(part)).from('debriefs').insert(row(part, of, moment));
  return error?.code ?? 'done';
}
const all = () => lead.from('debriefs').select('*').order('circle_id').order('person_id').order('moment');
const inRoom = ['lead', 'coFacilitator', 'observer'] as const;
const notInRoom = ['secondLead', 'member', 'colleague', ...outside] as const;

describe('the observers’ debrief', () => {
  it.each(inRoom)('the %s reads it: they facilitated or observed', async (part) => {
    const client = await cast.as(part);
    const read = must(await client.from('debriefs').select('text, moment').eq('circle_id', circle));
    expect(read).toHaveLength(3);
    expect(read).toContainEqual({ text: words('observer'), moment: 'debrief' });
  });

  it.each(notInRoom)('the %s does not: also not a lead without a part in the circle', async (part) => {
    const client = await cast.as(part);
    expect(await client.from('debriefs').select('*')).toMatchObject(nothing);
    expect(await client.from('debriefs').select('text', { count: 'exact' })).toMatchObject({ data: [], count: 0 });
    const around = await client.from('circle_roles').select('person_id, debriefs(text)').eq('circle_id', circle);
    expect(JSON.stringify(around.data ?? [])).not.toContain('What the');
  });

  it('a visitor is refused', async () => {
    expect(await (await house.as('visitor')).from('debriefs').select('*')).toMatchObject(refused());
  });

  it('the observer of one circle reads nothing of another', async () => {
    const other = await planCircle(lead, house.team);
    expect(await write('lead', other.circle, 'debrief')).toBe('done');
    for (const part of ['observer', 'coFacilitator'] as const) {
      const client = await cast.as(part);
      expect(await client.from('debriefs').select('*').eq('circle_id', other.circle)).toMatchObject(nothing);
    }
  });

  it('after the circle closed no lead lets themselves in, by role, by series or by planning anew', async () => {
    const second = await cast.as('secondLead');
    const person_id = cast.id('secondLead');
    const given = await second
      .from('circle_roles')
      .insert({ circle_id: circle, team_id: house.team, person_id, role: 'observer' });
    expect(given).toMatchObject(refused());
    await second.from('circles').update({ title: 'x', created_by: person_id }).eq('id', circle);

    expect(await second.from('debriefs').select('*').eq('circle_id', circle)).toMatchObject(nothing);
  });
});

describe('writing it', () => {
  it.each(notInRoom)('the %s writes none', async (part) => {
    const client = await cast.as(part);
    expect(
      await changingNothing(all, () => client.from('debriefs').insert(row(part, circle, 'debrief')))
    ).toMatchObject(refused());
  });

  it('nobody writes in another’s name, at another moment, or in no words', async () => {
    const client = await cast.as('coFacilitator');
    const good = row('coFacilitator', circle, 'debrief');
    for (const [forged, code] of [
      [{ person_id: cast.id('observer') }, '42501'],
      [{ updated_at: '2020-01-01T00:00:00Z' }, '42501'],
      [{ moment: 'before' }, '23514'],
      [{ text: ' ' }, '23514'],
      [{ text: 'w'.repeat(4001) }, '23514'],
      [{ team_id: house.otherTeam }, '23503']
    ] as const)
      expect(await changingNothing(all, () => client.from('debriefs').insert({ ...good, ...forged }))).toMatchObject(
        refused(code)
      );
  });

  it('people change and remove their own words, and nobody else’s, not even the facilitator', async () => {
    const observer = await cast.as('observer');
    const written = must(
      await observer
        .from('debriefs')
        .select('updated_at')
        .eq('moment', 'break')
        .eq('person_id', cast.id('observer'))
        .single()
    );
    const mine = must(
      await observer.from('debriefs').update({ text: 'Calmer' }).eq('moment', 'break').select('text, updated_at')
    );
    expect(mine).toMatchObject([{ text: 'Calmer' }]);
    expect(Date.parse(mine[0]?.updated_at ?? '')).toBeGreaterThan(Date.parse(written.updated_at));

    const others = () => lead.from('debriefs');
    for (const wish of [
      () => others().update({ text: 'Mine' }).eq('person_id', cast.id('observer')).select(),
      () => others().delete().eq('person_id', cast.id('observer')).select()
    ])
      expect(await changingNothing(all, wish)).toMatchObject(nothing);

    expect(await observer.from('debriefs').delete().eq('moment', 'break')).toMatchObject(done);
    expect(must(await lead.from('debriefs').select('moment').eq('person_id', cast.id('observer')))).toEqual([
      { moment: 'debrief' }
    ]);
  });
});

describe('who leaves the team', () => {
  it('reads it no more, and takes their own words along; coming back changes nothing', async () => {
    const { circle: held } = await cast.plan();
    const guest = await house.newcomer('member');
    const given = { circle_id: held, team_id: house.team, person_id: guest.id, role: 'observer' };
    must(await lead.from('circle_roles').insert(given).select());
    must(
      await guest.client
        .from('debriefs')
        .insert(row('observer', held, 'debrief'))
        .select()
    );
    expect(await write('lead', held, 'debrief')).toBe('done');
    await moveTo(lead, held, 'open', 'closed');
    const read = () => guest.client.from('debriefs').select('text').eq('circle_id', held);
    expect(must(await read())).toHaveLength(2);

    await lead.from('team_members').delete().eq('person_id', guest.id);
    expect(await read()).toMatchObject(nothing);
    await invite(lead, guest.client, { organisation: house.organisation, team: house.team, role: 'lead' });
    expect(await read()).toMatchObject(nothing);

    expect(must(await lead.from('debriefs').select('text').eq('circle_id', held))).toEqual([{ text: words('lead') }]);
  });
});
