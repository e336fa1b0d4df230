import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, refused } from './answers.ts';
import { must, type Client } from './furnish.ts';
import { holdGathering, moveTo, noteOf, planCircle, storeNote, type Gathering, type Item } from './gathering.ts';

let house: House;
let lead: Client;
let gathering: Gathering;
beforeAll(async () => {
  house = await openHouse();
  lead = await house.as('lead');
});
afterAll(() => house.close());
beforeEach(async () => {
  gathering = await holdGathering(house, lead, house.team);
});

const store = (...items: Item[]) => storeNote(house.service, gathering.note, items);
// All columns: the embedded backend takes a bare "count" for the number of rows.
const comments = () => lead.from('comments').select('*').eq('note_id', gathering.note).order('item_id');
const whole = () =>
  lead
    .from('questions')
    .select('*, notes(*), comments(*)')
    .eq('id', gathering.questions[0])
    .order('id', { referencedTable: 'notes' })
    .order('id', { referencedTable: 'comments' });
const tea: Item = { itemId: 'tea', text: 'Tea with the team', said: 3 };
const walk: Item = { itemId: 'walk', text: 'A walk at noon' };
const closed = refused('PT409', 'circle_closed');

describe('storing a note', () => {
  it('the server stores document, text and comments in one step', async () => {
    expect(await store(walk, { itemId: 'sun', text: 'Sun 🌞 \u202Eابجد', said: 2 })).toMatchObject(done);

    const { data } = await lead.from('notes').select('body, updated_at').eq('id', gathering.note).single();
    expect(data).toMatchObject({ body: 'A walk at noon\nSun 🌞 \u202Eابجد', updated_at: expect.anything() });
    expect(must(await comments())).toMatchObject([
      { item_id: 'sun', text: 'Sun 🌞 \u202Eابجد', count: 2, position: 1 },
      { item_id: 'tea' },
      { item_id: 'walk', position: 0 }
    ]);
  });

  it('a comment of 10,000 characters is kept whole', async () => {
    const text = 'ä'.repeat(9999) + '🌞';
    expect(await store({ itemId: 'long', text })).toMatchObject(done);
    expect(must(await comments())[0]?.text).toBe(text);
  });

  it('a deleted item withdraws its comment, and its return brings it back with its coding', async () => {
    await store(walk);
    const [withdrawn] = must(await comments());
    expect(withdrawn).toMatchObject({ item_id: 'tea', withdrawn_at: expect.anything() });

    await store(tea, walk);
    const [back] = must(await comments());

    expect(back).toMatchObject({ id: withdrawn?.id, withdrawn_at: null, changed_at: null });
    expect(
      must(
        await lead
          .from('codings')
          .select('theme_id')
          .eq('comment_id', back?.id ?? '')
      )
    ).toEqual([{ theme_id: gathering.theme }]);
  });

  it('a coded comment that changes is flagged and stays coded; one that was not coded is not flagged', async () => {
    await store({ ...tea, text: 'Tea with friends' }, { ...walk, text: 'A walk at one' });

    expect(must(await comments())).toMatchObject([
      { text: 'Tea with friends', changed_at: expect.anything() },
      { text: 'A walk at one', changed_at: null }
    ]);
    expect(must(await lead.from('codings').select('comment_id').eq('theme_id', gathering.theme))).toHaveLength(1);
  });

  it('more people who said it is no change of the words', async () => {
    await store({ ...tea, said: 5 }, walk);
    expect(must(await comments())[0]).toMatchObject({ count: 5, changed_at: null });
  });

  it.each([
    ['without words', { itemId: 'x', text: '' }],
    ['said by nobody', { itemId: 'x', text: 'x', said: 0 }],
    ['said by a stadium', { itemId: 'x', text: 'x', said: 10_001 }]
  ])('a comment %s is refused, and all stays as it was', async (_, wrong) => {
    expect(await changingNothing(whole, () => store(tea, wrong))).toMatchObject(refused('23514'));
  });

  it('a list that is missing does not withdraw everything', async () => {
    const answer = await changingNothing(whole, () =>
      house.service.rpc('store_note', { p_note: gathering.note, p_state: 'A', p_body: '', p_items: null as never })
    );
    expect(answer.error).not.toBeNull();
  });
});

describe('a note is not stored', () => {
  it.each(['lead', 'member', 'outsider', 'admin', 'visitor'] as const)('by the %s', async (actor) => {
    const client = await house.as(actor);
    expect(await changingNothing(whole, () => storeNote(client, gathering.note, [tea]))).toMatchObject(refused());
  });

  it.each(['closed', 'archived'])('when the circle is %s', async (state) => {
    await moveTo(lead, gathering.circle, 'closed', ...(state === 'archived' ? ['archived'] : []));
    expect(await changingNothing(whole, () => store(walk))).toMatchObject(closed);
  });

  it('before the circle is open', async () => {
    const plan = await planCircle(lead, house.team);
    const note = await noteOf(lead, plan.questions[0], plan.groups[0]);
    expect(await storeNote(house.service, note, [tea])).toMatchObject(closed);
    expect(must(await lead.from('comments').select('id').eq('note_id', note))).toEqual([]);
  });

  it('when there is no such note', async () => {
    expect(await storeNote(house.service, crypto.randomUUID(), [tea])).toMatchObject(refused('PT404'));
  });

  it('half, when the circle closes at the same moment', async () => {
    const [, stored] = await Promise.all([
      lead.from('circles').update({ state: 'closed' }).eq('id', gathering.circle),
      store({ itemId: 'late', text: 'Just in time?' })
    ]);
    const late = must(await comments()).some(({ item_id }) => item_id === 'late');
    expect(late).toBe(stored.error === null);
  });
});
