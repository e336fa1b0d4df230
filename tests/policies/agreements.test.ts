import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { must, type Client } from './furnish.ts';

let house: House;
let lead: Client;
beforeAll(async () => {
  house = await openHouse();
  lead = await house.as('lead');
  const first = await lead.from('agreements').insert(version(1));
  if (first.error) throw new Error(first.error.message);
});
afterAll(() => house.close());

const line = { part: 'how', text: 'One speaks at a time' };
const version = (number: number, lines: unknown = [line]) => ({
  team_id: house.team,
  version: number,
  lines: lines as never
});
const all = () => lead.from('agreements').select('*').order('version');

describe('agreements', () => {
  it.each(['lead', 'member'] as const)('the %s reads them', async (actor) => {
    const client = await house.as(actor);
    const [first] = must(await client.from('agreements').select('lines, adopted_by').eq('version', 1));
    expect(first).toEqual({ lines: [line], adopted_by: house.people.lead });
  });

  it.each(['outsider', 'trainer', 'admin', 'stranger'] as const)('the %s does not', async (actor) => {
    const client = await house.as(actor);
    expect(await client.from('agreements').select('*')).toMatchObject(nothing);
  });

  it('a lead adopts the next version', async () => {
    expect(await lead.from('agreements').insert(version(2))).toMatchObject(done);
    expect(must(await all()).map((one) => one.version)).toEqual([1, 2]);
  });

  it('of two leads who adopt at once one is told that it is there already', async () => {
    const answers = await Promise.all([1, 2].map(() => lead.from('agreements').insert(version(3))));
    expect(answers.map(({ error }) => error?.code ?? 'adopted').sort()).toEqual(['23505', 'adopted']);
  });

  it('a version is not left out, or no next one could ever follow', async () => {
    for (const ahead of [9, 2_147_483_647])
      expect(await changingNothing(all, () => lead.from('agreements').insert(version(ahead)))).toMatchObject(
        refused('22023')
      );
  });

  it.each(['member', 'outsider', 'trainer', 'admin', 'stranger'] as const)('the %s adopts none', async (actor) => {
    const client = await house.as(actor);
    expect(await changingNothing(all, () => client.from('agreements').insert(version(4)))).toMatchObject(refused());
  });

  it('nobody adopts in another’s name or on another day', async () => {
    for (const forged of [{ adopted_by: house.people.member }, { adopted_at: '2020-01-01T00:00:00Z' }])
      expect(
        await changingNothing(all, () => lead.from('agreements').insert({ ...version(4), ...forged }))
      ).toMatchObject(refused());
  });

  it('a version that was adopted is never changed or removed, not even by the lead', async () => {
    const answers = [
      await changingNothing(all, () => lead.from('agreements').update({ lines: [] }).eq('version', 1)),
      await changingNothing(all, () =>
        lead.from('agreements').upsert(version(1), { onConflict: 'team_id,kind,version' })
      ),
      await changingNothing(all, () => lead.from('agreements').delete().eq('version', 1))
    ];
    for (const answer of answers) expect(answer).toMatchObject(refused());
  });

  it.each([
    ['none', []],
    ['more than forty', Array.from({ length: 41 }, () => line)],
    ['a whole book', [{ part: 'how', text: 'w'.repeat(40_000) }]],
    ['no list', line]
  ])('lines: %s — refused', async (_, lines) => {
    expect(await changingNothing(all, () => lead.from('agreements').insert(version(4, lines)))).toMatchObject(
      refused('23514')
    );
  });
});
