import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { must, type Client } from './furnish.ts';

let house: House;
let admin: Client;
beforeAll(async () => {
  house = await openHouse();
  admin = await house.as('admin');
  const contact = { organisation_id: house.organisation, position: 0, name: 'Night line', reach: '555 0100' };
  const added = await admin.from('support_contacts').insert(contact);
  if (added.error) throw new Error(added.error.message);
});
afterAll(() => house.close());

const all = () => admin.from('support_contacts').select('*').order('position');

describe('support contacts', () => {
  it.each(['lead', 'member', 'outsider', 'trainer', 'admin'] as const)('the %s reads them', async (actor) => {
    const client = await house.as(actor);
    expect(must(await client.from('support_contacts').select('name, reach'))).toEqual([
      { name: 'Night line', reach: '555 0100' }
    ]);
  });

  it('a stranger reads none and a visitor is refused', async () => {
    expect(await (await house.as('stranger')).from('support_contacts').select('*')).toMatchObject(nothing);
    expect(await (await house.as('visitor')).from('support_contacts').select('*')).toMatchObject(refused());
  });

  it('the admin changes and removes one', async () => {
    const organisation_id = house.organisation;
    await admin.from('support_contacts').insert({ organisation_id, position: 1, name: 'Old line', reach: '1' });
    const second = () => admin.from('support_contacts').select('name').eq('position', 1);

    expect(await admin.from('support_contacts').update({ name: 'Day line' }).eq('position', 1)).toMatchObject(done);
    expect(must(await second())).toEqual([{ name: 'Day line' }]);
    expect(await admin.from('support_contacts').delete().eq('position', 1)).toMatchObject(done);
    expect(must(await second())).toEqual([]);
  });

  it.each(['lead', 'member', 'trainer', 'stranger'] as const)(
    'the %s cannot add, change or remove one',
    async (actor) => {
      const client = await house.as(actor);
      const theirs = { organisation_id: house.organisation, position: 2, name: 'Me', reach: 'Here' };

      const added = await changingNothing(all, () => client.from('support_contacts').insert(theirs));
      const changed = await changingNothing(all, () =>
        client.from('support_contacts').update({ reach: '555 6666' }).gte('position', 0).select()
      );
      const removed = await changingNothing(all, () =>
        client.from('support_contacts').delete().gte('position', 0).select()
      );

      expect(added).toMatchObject(refused());
      expect(changed).toMatchObject(nothing);
      expect(removed).toMatchObject(nothing);
    }
  );

  it('an admin puts none into another organisation, by adding or by moving', async () => {
    const stranger = await house.as('stranger');
    const own = { name: 'Ours', reach: '1', position: 0 };
    const { organisation_id } = must(await stranger.from('teams').select('organisation_id').single());
    await stranger.from('support_contacts').insert({ ...own, organisation_id });

    const moved = await changingNothing(all, () =>
      stranger.from('support_contacts').update({ organisation_id: house.organisation, position: 5 }).eq('position', 0)
    );

    expect(moved).toMatchObject(refused());
  });
});
