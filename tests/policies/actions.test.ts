import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { castParts, outside, type Cast } from './cast.ts';
import { must, type Client } from './furnish.ts';

let house: House;
let cast: Cast;
let lead: Client;
let circle: string;
beforeAll(async () => {
  house = await openHouse();
  cast = await castParts(house);
  lead = await house.as('lead');
  ({ circle } = await cast.plan());
  await note({ text: 'The first' });
});
afterAll(() => house.close());

const row = (over: object = {}) => ({
  team_id: house.team,
  circle_id: circle as string | null,
  text: 'Ask Liz',
  ...over
});
async function note(over: object = {}): Promise<string> {
  return must(await lead.from('actions').insert(row(over)).select('id').single()).id;
}
const all = () => lead.from('actions').select('*').order('id');
const close = (client: Client, action: string, outcome: string | null = 'Asked', let_go = false) =>
  client.rpc('close_action', { p_action: action, p_outcome: outcome as string, p_let_go: let_go });
const reopen = (client: Client, action: string) => client.rpc('reopen_action', { p_action: action });
const one = async (action: string) => must(await lead.from('actions').select('*').eq('id', action).single());
const notInTeam = refused('22023', 'not_in_team');

describe('noting actions', () => {
  it.each(['lead', 'secondLead', 'coFacilitator'] as const)('the %s notes one in the circle', async (part) => {
    const client = await cast.as(part);
    const owner_id = house.people.member;
    const made = await client.from('actions').insert(row({ owner_id })).select('owner_name, closed_at').single();
    expect(made).toMatchObject({ data: { owner_name: 'Mo Member', closed_at: null }, error: null });
  });

  it('only a lead notes one that belongs to no circle', async () => {
    expect(await lead.from('actions').insert(row({ circle_id: null }))).toMatchObject(done);
    const client = await cast.as('coFacilitator');
    expect(await changingNothing(all, () => client.from('actions').insert(row({ circle_id: null })))).toMatchObject(
      refused()
    );
  });

  it.each(['observer', 'member', ...outside] as const)('the %s notes none', async (part) => {
    const client = await cast.as(part);
    for (const over of [{}, { circle_id: null }, { owner_id: cast.id(part) }, { owner_id: house.people.colleague }])
      expect(await changingNothing(all, () => client.from('actions').insert(row(over)))).toMatchObject(refused());
  });

  it('an owner is somebody of the team, under their own name, also when it is changed', async () => {
    const owner_id = house.people.member;
    const action = await note({ owner_id, owner_name: 'The director' });
    expect((await one(action)).owner_name).toBe('Mo Member');

    must(await lead.from('actions').update({ owner_name: 'The director' }).eq('id', action).select());
    expect((await one(action)).owner_name).toBe('Mo Member');

    const stranger = { owner_id: house.people.outsider };
    expect(await changingNothing(all, () => lead.from('actions').insert(row(stranger)))).toMatchObject(notInTeam);
    expect(await changingNothing(all, () => lead.from('actions').update(stranger).eq('id', action))).toMatchObject(
      notInTeam
    );

    must(await lead.from('actions').update({ owner_id: null, owner_name: 'Liz' }).eq('id', action).select());
    expect(await one(action)).toMatchObject({ owner_id: null, owner_name: 'Liz' });
  });

  it('from outside, the answer does not tell who is in the team', async () => {
    const outsider = await house.as('outsider');
    for (const owner_id of [house.people.member, house.people.stranger])
      for (const circle_id of [circle, null])
        expect(await outsider.from('actions').insert(row({ circle_id, owner_id }))).toMatchObject(refused());
  });

  it('nobody begins one as closed, in another’s circle or without words', async () => {
    for (const [wrong, code] of [
      [{ closed_at: '2026-01-01T00:00:00Z', outcome: 'x' }, '42501'],
      [{ closed_by: house.people.member }, '42501'],
      [{ let_go: true }, '42501'],
      [{ team_id: house.otherTeam }, '23503'],
      [{ text: ' ' }, '23514'],
      [{ text: 't'.repeat(501) }, '23514']
    ] as const)
      expect(await changingNothing(all, () => lead.from('actions').insert(row(wrong)))).toMatchObject(refused(code));
  });

  it('the same form sent twice notes it once', async () => {
    const request_key = crypto.randomUUID();
    await note({ request_key });
    expect(await changingNothing(all, () => lead.from('actions').insert(row({ request_key })))).toMatchObject(
      refused('23505')
    );
  });
});

describe('reading actions', () => {
  it.each(['lead', 'coFacilitator', 'observer', 'member'] as const)('the %s does: “you said, we did”', async (part) => {
    const client = await cast.as(part);
    expect(must(await client.from('actions').select('id').eq('text', 'The first'))).toHaveLength(1);
  });
  it.each(outside)('the %s does not', async (part) => {
    const client = await cast.as(part);
    expect(await client.from('actions').select('*')).toMatchObject(nothing);
  });
});

describe('closing an action', () => {
  it.each(['lead', 'secondLead', 'coFacilitator', 'member'] as const)(
    'the %s closes one of the member’s with what was done, once, and opens it again',
    async (part) => {
      const client = await cast.as(part);
      const action = await note({ owner_id: house.people.member });
      expect(await close(client, action, ' Asked ')).toMatchObject({ data: true, error: null });
      expect(await one(action)).toMatchObject({ outcome: 'Asked', closed_by: cast.id(part), let_go: false });
      expect(await close(client, action, 'Again')).toMatchObject({ data: false, error: null });
      expect((await one(action)).outcome).toBe('Asked');

      expect(await reopen(client, action)).toMatchObject({ data: true, error: null });
      expect(await one(action)).toMatchObject({ outcome: '', closed_at: null, closed_by: null, let_go: false });
      expect(await reopen(client, action)).toMatchObject({ data: false, error: null });
    }
  );

  it.each(['colleague', 'observer', ...outside] as const)('the %s neither closes nor opens it', async (part) => {
    const client = await cast.as(part);
    const [open, closed] = [await note({ owner_id: house.people.member }), await note()];
    must(await close(lead, closed));
    expect(await changingNothing(all, () => close(client, open))).toMatchObject(refused());
    expect(await changingNothing(all, () => reopen(client, closed))).toMatchObject(refused());
  });

  it.each(['', '  ', null, 'w'.repeat(1001)])('it takes words: %#', async (words) => {
    const member = await house.as('member');
    const action = await note({ owner_id: house.people.member });
    expect(await changingNothing(all, () => close(member, action, words))).toMatchObject(
      refused('22023', 'no_outcome')
    );
  });

  it('one that is let go says why', async () => {
    const action = await note();
    must(await close(lead, action, 'Not ours to do', true));
    expect(await one(action)).toMatchObject({ let_go: true, outcome: 'Not ours to do' });
  });

  it('is not done by hand, and what was closed is not told differently', async () => {
    const [open, closed] = [await note(), await note()];
    must(await close(lead, closed));
    const table = () => lead.from('actions');
    for (const wish of [
      () => table().update({ closed_at: '2026-01-01T00:00:00Z', outcome: 'x' }).eq('id', open),
      () => table().update({ outcome: 'Better' }).eq('id', closed)
    ])
      expect(await changingNothing(all, wish)).toMatchObject(refused());
    for (const wish of [
      () => table().update({ text: 'Other' }).eq('id', closed).select(),
      () => table().delete().eq('id', closed).select()
    ])
      expect(await changingNothing(all, wish)).toMatchObject(nothing);
  });

  it('an owner changes nothing else of it, and nothing any more once they left the team', async () => {
    const guest = await house.newcomer('member');
    const action = await note({ owner_id: guest.id });
    const table = () => guest.client.from('actions');
    for (const wish of [
      () => table().update({ text: 'Less' }).eq('id', action).select(),
      () => table().update({ owner_id: null }).eq('id', action).select(),
      () => table().delete().eq('id', action).select()
    ])
      expect(await changingNothing(all, wish)).toMatchObject(nothing);

    await lead.from('team_members').delete().eq('person_id', guest.id);

    expect(await table().select('*')).toMatchObject(nothing);
    expect(await changingNothing(all, () => close(guest.client, action))).toMatchObject(refused());
    expect((await one(action)).owner_name).toBe('Nina Newcomer');
  });
});
