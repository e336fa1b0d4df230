import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { castParts, type Cast } from './cast.ts';
import { invite, must, type Client } from './furnish.ts';
import { planTraining, smallCurriculum } from './trainingGround.ts';

let house: House;
let cast: Cast;
let trainer: Client;
let published: string;
let draft: string;
beforeAll(async () => {
  house = await openHouse();
  cast = await castParts(house);
  trainer = await house.as('trainer');
  published = await add({ published_at: '2001-01-01' });
  draft = await add();
});
afterAll(() => house.close());

const row = (over: object = {}) =>
  ({ organisation_id: house.organisation, title: 'Small', document: smallCurriculum, ...over }) as never;
const add = async (over: object = {}) =>
  must(await trainer.from('curricula').insert(row(over)).select('id').single()).id as string;
const all = () => trainer.from('curricula').select('*').order('version');
const change = (client: Client, id: string, over: object) =>
  client
    .from('curricula')
    .update(over as never)
    .eq('id', id)
    .select('id');
const versionOf = async (id: string) =>
  must(await trainer.from('curricula').select('version').eq('id', id).single()).version;

const others = ['member', 'lead', 'observer', 'admin', 'outsider', 'stranger'] as const;

describe('who reads and writes curricula', () => {
  it('the trainer reads every version of the organisation', async () => {
    expect(must(await all()).map(({ id }) => id)).toEqual([published, draft]);
  });

  it.each([...others, 'visitor'] as const)('the %s reads none', async (part) => {
    const answer = await (await cast.as(part)).from('curricula').select('*');
    expect(answer).toMatchObject(part === 'visitor' ? refused() : nothing);
  });

  it.each(others)('the %s writes, changes and removes nothing', async (part) => {
    const client = await cast.as(part);
    expect(await changingNothing(all, () => client.from('curricula').insert(row()))).toMatchObject(refused());
    expect(await changingNothing(all, () => change(client, draft, { title: 'Mine' }))).toMatchObject(nothing);
    const removed = () => client.from('curricula').delete().eq('id', draft).select();
    expect(await changingNothing(all, removed)).toMatchObject(nothing);
  });

  it('a trainer of another organisation finds none of it', async () => {
    const stranger = await house.as('stranger');
    const elsewhere = (await house.newcomer()).client;
    const { organisation_id } = must(
      await stranger.from('teams').select('organisation_id').eq('id', house.strangersTeam).single()
    );
    await invite(stranger, elsewhere, { organisation: organisation_id, team: null, role: 'trainer' });
    const theirs = row({ organisation_id });
    expect(await elsewhere.from('curricula').select('*').eq('organisation_id', house.organisation)).toMatchObject(
      nothing
    );
    expect(await changingNothing(all, () => change(elsewhere, draft, { title: 'Theirs' }))).toMatchObject(nothing);
    expect(await changingNothing(all, () => elsewhere.from('curricula').insert(row()))).toMatchObject(refused());
    expect(await elsewhere.from('curricula').insert(theirs)).toMatchObject(done);
  });
});

describe('versions', () => {
  it('are counted from 1, whatever is asked for, and published now', async () => {
    expect(await versionOf(published)).toBe(1);
    expect(await versionOf(draft)).toBe(2);
    expect(await trainer.from('curricula').insert(row({ version: 9 }))).toMatchObject(refused());
    const { published_at } = must(
      await trainer.from('curricula').select('published_at').eq('id', published).single()
    ) as { published_at: string };
    expect(Date.parse(published_at)).toBeGreaterThan(Date.parse('2020-01-01'));
  });

  it('there is one draft, and once of each built-in version', async () => {
    expect(await changingNothing(all, () => trainer.from('curricula').insert(row()))).toMatchObject(refused('23505'));
    const shipped = row({ built_in_version: 77, published_at: '2026-01-01' });
    expect(await trainer.from('curricula').insert(shipped)).toMatchObject(done);
    expect(await changingNothing(all, () => trainer.from('curricula').insert(shipped))).toMatchObject(refused('23505'));
  });

  it('a draft is changed only as it was when it was read', async () => {
    const saved = (version: number) => ({ document: { ...smallCurriculum, version } });
    const ifSaved = (version: number) =>
      change(trainer, draft, saved(version + 1)).eq('document->>version', String(version));
    expect(must(await ifSaved(1))).toHaveLength(1);
    expect(await changingNothing(all, () => ifSaved(1))).toMatchObject(nothing);
  });

  it('a published one is not changed, not made a draft again and not removed', async () => {
    const fixed = refused('PT409', 'curriculum_published');
    for (const over of [{ title: 'Other' }, { published_at: null }, { notes: 'Other' }])
      expect(await changingNothing(all, () => change(trainer, published, over))).toMatchObject(fixed);
    const removed = () => trainer.from('curricula').delete().eq('id', published).select();
    expect(await changingNothing(all, removed)).toMatchObject(nothing);
  });

  it('one that a training uses is removed by nobody, the service neither', async () => {
    const { curriculum } = await planTraining(house, trainer);
    const removed = (client: Client) => client.from('curricula').delete().eq('id', curriculum).select();
    expect(await changingNothing(all, () => removed(trainer))).toMatchObject(nothing);
    expect(await changingNothing(all, () => removed(house.service))).toMatchObject(refused());
  });

  it('a draft begins no training, goes when it is thrown away, and stays once it is published', async () => {
    const planned = await trainer.rpc('plan_training', {
      p_organisation: house.organisation,
      p_key: crypto.randomUUID(),
      p_curriculum: draft,
      p_training: { title: 'Too early' },
      p_days: [{ day: 1, held_on: '2027-01-01', audience: 'open' }],
      p_sessions: []
    });
    expect(planned).toMatchObject(refused('22023', 'curriculum_draft'));
    expect(must(await change(trainer, draft, { published_at: '2001-01-01', notes: 'First.' }))).toHaveLength(1);
    expect(await change(trainer, draft, { notes: 'Second.' })).toMatchObject(refused('PT409', 'curriculum_published'));
    const another = await add();
    expect(must(await trainer.from('curricula').delete().eq('id', another).select())).toHaveLength(1);
  });
});
