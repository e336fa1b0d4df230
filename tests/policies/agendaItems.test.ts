import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { must, type Client } from './furnish.ts';
import { moveTo, planCircle } from './gathering.ts';

let house: House;
let lead: Client;
let circle: string;
beforeAll(async () => {
  house = await openHouse();
  lead = await house.as('lead');
});
afterAll(() => house.close());
beforeEach(async () => {
  ({ circle } = await planCircle(lead, house.team));
});

const agenda = () => lead.from('agenda_items').select('*').eq('circle_id', circle).order('position');
const item = (title: string) => ({ kind: 'round', title, minutes: 10 });
const row = (position: number) => ({ ...item('By hand'), circle_id: circle, team_id: house.team, position });
const save = (client: Client, version: number, items: object[]) =>
  client.rpc('save_agenda', { p_circle: circle, p_version: version, p_items: items as never });
const notLeads = ['member', 'outsider', 'trainer', 'admin', 'stranger'] as const;

describe('reading an agenda', () => {
  it.each(['lead', 'member'] as const)('the %s sees it', async (actor) => {
    const client = await house.as(actor);
    const { data } = await client.from('agenda_items').select('title').eq('circle_id', circle).order('position');
    expect(data?.map(({ title }) => title)).toEqual(['The opening', 'The round', 'The closing']);
  });

  it.each(['outsider', 'trainer', 'admin', 'stranger'] as const)('the %s does not', async (actor) => {
    const client = await house.as(actor);
    expect(await client.from('agenda_items').select('*')).toMatchObject(nothing);
  });
});

describe('saving an agenda', () => {
  it('a lead replaces it: what stays keeps its id, what is left out goes', async () => {
    const before = must(await agenda());

    expect(await save(lead, 1, [item('New'), { ...item('Kept'), id: before[2]?.id }])).toMatchObject({
      data: 2,
      error: null
    });

    const after = must(await agenda());
    expect(after.map(({ title }) => title)).toEqual(['New', 'Kept']);
    expect(after[1]?.id).toBe(before[2]?.id);
  });

  it('a screen that had not seen the newest is refused and loses nothing', async () => {
    await save(lead, 1, [item('Newest')]);
    expect(await changingNothing(agenda, () => save(lead, 1, [item('Stale')]))).toMatchObject(
      refused('PT409', 'stale_agenda')
    );
  });

  it('of two who save at once one is told to look again', async () => {
    const answers = await Promise.all([save(lead, 1, [item('One')]), save(lead, 1, [item('Other')])]);
    expect(answers.filter(({ error }) => error === null)).toHaveLength(1);
    expect(answers.find(({ error }) => error)).toMatchObject(refused('PT409', 'stale_agenda'));
    expect(must(await agenda())).toHaveLength(1);
  });

  it.each(notLeads)('the %s cannot', async (actor) => {
    const client = await house.as(actor);
    expect(await changingNothing(agenda, () => save(client, 1, [item('Mine')]))).toMatchObject(refused());
  });

  it.each(['closed', 'archived'])('nobody can when the circle is %s', async (state) => {
    await moveTo(lead, circle, 'open', 'closed', ...(state === 'archived' ? ['archived'] : []));
    expect(await changingNothing(agenda, () => save(lead, 1, [item('Late')]))).toMatchObject(refused());
  });

  it.each([
    ['no minutes', { ...item('x'), minutes: 0 }],
    ['a shortest time above its minutes', { ...item('x'), min_minutes: 11 }],
    ['a priority of twelve', { ...item('x'), priority: 12 }],
    ['a kind of its own', { ...item('x'), kind: 'lunch' }],
    ['no title', { ...item(' ') }],
    ['a note like a novel', { ...item('x'), note: 'n'.repeat(4001) }]
  ])('an item with %s is refused and the agenda stays', async (_, wrong) => {
    expect(await changingNothing(agenda, () => save(lead, 1, [item('Fine'), wrong]))).toMatchObject(refused('23514'));
  });

  it('an item of another team’s circle is not taken over by naming its id', async () => {
    const outsider = await house.as('outsider');
    const theirs = await planCircle(outsider, house.otherTeam);
    const ofTheirs = () => outsider.from('agenda_items').select('*').eq('circle_id', theirs.circle).order('position');
    const stolen = must(await ofTheirs())[0]?.id;

    const answer = await changingNothing(ofTheirs, () =>
      changingNothing(agenda, () => save(lead, 1, [{ ...item('Stolen'), id: stolen }]))
    );

    expect(answer).toMatchObject(refused('22023'));
  });
});

describe('agenda items by hand', () => {
  it('a lead adds, changes and removes one', async () => {
    expect(await lead.from('agenda_items').insert(row(3))).toMatchObject(done);
    expect(
      await lead.from('agenda_items').update({ minutes: 9 }).eq('circle_id', circle).eq('position', 3)
    ).toMatchObject(done);
    expect(must(await agenda())[3]).toMatchObject({ title: 'By hand', minutes: 9 });
    expect(await lead.from('agenda_items').delete().eq('circle_id', circle).eq('position', 3)).toMatchObject(done);
    expect(must(await agenda())).toHaveLength(3);
  });

  it.each(notLeads)('the %s adds, changes and removes none', async (actor) => {
    const client = await house.as(actor);
    const table = () => client.from('agenda_items');

    expect(await changingNothing(agenda, () => table().insert(row(3)))).toMatchObject(refused());
    expect(
      await changingNothing(agenda, () => table().update({ minutes: 1 }).eq('circle_id', circle).select())
    ).toMatchObject(nothing);
    expect(await changingNothing(agenda, () => table().delete().eq('circle_id', circle).select())).toMatchObject(
      nothing
    );
  });

  it('a lead slips none into another team’s circle, whatever team the row names', async () => {
    const outsider = await house.as('outsider');
    const into = (team_id: string) => () => outsider.from('agenda_items').insert({ ...row(3), team_id });
    const own = await planCircle(outsider, house.otherTeam);
    const move = () =>
      outsider.from('agenda_items').update({ circle_id: circle, team_id: house.team }).eq('circle_id', own.circle);

    expect(await changingNothing(agenda, into(house.team))).toMatchObject(refused());
    expect(await changingNothing(agenda, into(house.otherTeam))).toMatchObject(refused());
    expect(await changingNothing(agenda, move)).toMatchObject(refused());
  });

  it('a row whose team is not its circle’s is refused even to a lead of the circle', async () => {
    const answer = await changingNothing(agenda, () =>
      lead.from('agenda_items').insert({ ...row(3), team_id: house.otherTeam })
    );
    expect(answer).toMatchObject(refused('23503'));
  });
});
