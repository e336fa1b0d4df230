import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { castParts, outside, type Cast } from './cast.ts';
import { must, type Client } from './furnish.ts';

let house: House;
let cast: Cast;
let lead: Client;
let first: string;
beforeAll(async () => {
  house = await openHouse();
  cast = await castParts(house);
  lead = await house.as('lead');
  first = await take(lead, 'a-quiet-minute');
});
afterAll(() => house.close());

const text = (slug: string, title = 'A text') => ({ kind: 'practice', slug, title });
const row = (slug: string, over: object = {}) =>
  ({
    team_id: house.team,
    kind: 'practice',
    slug,
    document: text(slug),
    original: text(slug),
    ...over
  }) as never;
const take = async (client: Client, slug: string) =>
  must(await client.from('library_copies').insert(row(slug)).select('id').single()).id as string;
const all = () => lead.from('library_copies').select('*').order('slug');
const change = (client: Client, over: object) =>
  client
    .from('library_copies')
    .update(over as never)
    .eq('id', first)
    .select('id');

describe('a team’s own library', () => {
  it.each(['member', 'colleague', 'observer', 'secondLead'] as const)('the %s reads it', async (part) => {
    const { data } = await (await cast.as(part)).from('library_copies').select('slug');
    expect(data).toContainEqual({ slug: 'a-quiet-minute' });
  });

  it.each([...outside, 'visitor'] as const)('the %s reads none of it', async (part) => {
    const answer = await (await cast.as(part)).from('library_copies').select('*');
    expect(answer).toMatchObject(part === 'visitor' ? refused() : nothing);
  });

  it.each(['member', 'coFacilitator', ...outside] as const)(
    'the %s takes, changes and removes nothing',
    async (part) => {
      const client = await cast.as(part);
      const table = () => client.from('library_copies');
      expect(await changingNothing(all, () => table().insert(row('another')))).toMatchObject(refused());
      expect(
        await changingNothing(all, () => change(client, { document: text('a-quiet-minute', 'Mine') }))
      ).toMatchObject(nothing);
      expect(await changingNothing(all, () => table().delete().eq('id', first).select())).toMatchObject(nothing);
    }
  );

  it('any lead of it takes a text, changes it and removes it', async () => {
    const second = await cast.as('secondLead');
    const id = await take(second, 'passing');
    const table = second.from('library_copies');
    const document = text('passing', 'Ours');
    expect(
      must(await table.update({ document }).eq('id', id).select('document, original, version, changed_by').single())
    ).toEqual({
      document,
      original: text('passing'),
      version: 2,
      changed_by: cast.id('secondLead')
    });
    expect(await second.from('library_copies').delete().eq('id', id)).toMatchObject(done);
    expect(must(await all())).toHaveLength(1);
  });

  it('has each text once, however often it is taken', async () => {
    expect(await changingNothing(all, () => lead.from('library_copies').insert(row('a-quiet-minute')))).toMatchObject(
      refused('23505')
    );
  });

  it('a lead does not put one into another team, write another’s name under it, or count its version', async () => {
    for (const over of [{ team_id: house.otherTeam }, { changed_by: house.people.member }, { version: 9 }])
      expect(await changingNothing(all, () => lead.from('library_copies').insert(row('forged', over)))).toMatchObject(
        refused()
      );
    for (const over of [{ team_id: house.otherTeam }, { slug: 'other' }, { version: 9 }])
      expect(await changingNothing(all, () => change(lead, over))).toMatchObject(refused());
  });

  it('holds texts that are what they say, and not whole books', async () => {
    const unfit = [
      { document: [] },
      { document: text('another-slug') },
      { document: { ...text('unfit'), kind: 'section' } },
      { document: { ...text('unfit'), title: ' ' } },
      { original: { ...text('unfit'), slug: 'x' } },
      { document: { ...text('unfit'), text: 'x'.repeat(120_000) } },
      { kind: 'visual' },
      { slug: '../etc' }
    ];
    for (const over of unfit)
      expect(await changingNothing(all, () => lead.from('library_copies').insert(row('unfit', over)))).toMatchObject(
        refused('23514')
      );
  });
});
