import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { must, signUp } from './furnish.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const names = () => house.service.from('people').select('*').order('id');

describe('names of people', () => {
  it.each([
    ['lead', ['Cleo Colleague', 'Lena Lead', 'Mo Member']],
    ['member', ['Cleo Colleague', 'Lena Lead', 'Mo Member']],
    ['colleague', ['Cleo Colleague', 'Lena Lead', 'Mo Member']],
    ['outsider', ['Otto Outsider']],
    ['trainer', ['Tara Trainer']],
    ['stranger', ['Sam Stranger']],
    ['admin', ['Ada Admin', 'Cleo Colleague', 'Lena Lead', 'Mo Member', 'Otto Outsider', 'Tara Trainer']]
  ] as const)('the %s reads %j', async (actor, expected) => {
    const client = await house.as(actor);

    const read = must(await client.from('people').select('display_name').order('display_name'));

    expect(read.map(({ display_name }) => display_name)).toEqual(expected);
  });

  it('a visitor reads none', async () => {
    const visitor = await house.as('visitor');
    expect(await visitor.from('people').select('display_name')).toMatchObject(refused());
  });

  it('someone who has just signed up reads their own name, as they gave it', async () => {
    const { client, id } = await house.newcomer();
    expect(await client.from('people').select('id, display_name')).toMatchObject({
      data: [{ id, display_name: 'Nina Newcomer' }]
    });
  });

  it('a name too long for a badge is cut, and an empty one gets a friendly stand-in', async () => {
    const long = await signUp(house.backend, 'long', 'n'.repeat(200));
    const empty = await signUp(house.backend, 'empty', '   ');

    const { data } = await house.service.from('people').select('id, display_name').in('id', [long.id, empty.id]);

    expect(data?.find(({ id }) => id === long.id)?.display_name).toBe('n'.repeat(80));
    expect(data?.find(({ id }) => id === empty.id)?.display_name).toBe('New member');
  });

  it('an outsider does not reach names by asking for them inside something else', async () => {
    const outsider = await house.as('outsider');
    const { data } = await outsider
      .from('organisations')
      .select(
        'name, organisation_members(person_id, people(display_name)), teams(name, team_members(people(display_name)))'
      );

    expect(JSON.stringify(data)).toContain('Otto Outsider');
    expect(JSON.stringify(data)).not.toMatch(/Lead|Member|Colleague|Admin|Trainer|North/);
  });
});

describe('changing a name', () => {
  it('a member changes their own', async () => {
    const member = await house.as('member');
    const own = () => member.from('people').select('display_name').eq('id', house.people.member).single();

    expect(await member.from('people').update({ display_name: 'Mo M.' }).eq('id', house.people.member)).toMatchObject(
      done
    );
    expect(must(await own()).display_name).toBe('Mo M.');
    await member.from('people').update({ display_name: 'Mo Member' }).eq('id', house.people.member);
  });

  it.each(['lead', 'admin', 'colleague', 'stranger'] as const)(
    'the %s cannot change somebody else’s',
    async (actor) => {
      const client = await house.as(actor);

      const answer = await changingNothing(names, () =>
        client.from('people').update({ display_name: 'Fool' }).eq('id', house.people.member).select()
      );

      expect(answer).toMatchObject(nothing);
    }
  );

  it('nobody takes another’s account by changing the id, makes a person, or removes one', async () => {
    const member = await house.as('member');
    const { lead, member: me } = house.people;

    const answers = [
      await changingNothing(names, () => member.from('people').update({ id: lead }).eq('id', me)),
      await changingNothing(names, () => member.from('people').insert({ id: lead, display_name: 'Fool' })),
      await changingNothing(names, () => member.from('people').upsert({ id: lead, display_name: 'Fool' })),
      await changingNothing(names, () => member.from('people').delete().eq('id', lead)),
      await changingNothing(names, () => member.from('people').delete().eq('id', me))
    ];

    for (const answer of answers) expect(answer).toMatchObject(refused());
  });

  it.each(['', '   ', 'n'.repeat(81)])('the name %j is refused', async (display_name) => {
    const member = await house.as('member');

    const answer = await changingNothing(names, () =>
      member.from('people').update({ display_name }).eq('id', house.people.member)
    );

    expect(answer).toMatchObject(refused('23514'));
  });
});
