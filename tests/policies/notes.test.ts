import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, nothing, refused } from './answers.ts';
import { must, type Client } from './furnish.ts';
import { holdGathering, moveTo, type Gathering } from './gathering.ts';

let house: House;
let lead: Client;
let gathering: Gathering;
beforeAll(async () => {
  house = await openHouse();
  lead = await house.as('lead');
  gathering = await holdGathering(house, lead, house.team);
});
afterAll(() => house.close());

const notes = () => house.service.from('notes').select('*').order('id');
const documents = () => house.service.from('note_documents').select('*').order('note_id');

describe('notes', () => {
  it.each(['lead', 'member', 'colleague'] as const)('the %s reads the notes of the team', async (actor) => {
    const client = await house.as(actor);
    const { data } = await client.from('notes').select('body, body_items').eq('id', gathering.note).single();
    expect(data?.body).toBe('Tea with the team\nA walk at noon');
    expect(data?.body_items).toMatchObject([{ itemId: 'tea', said: 3 }, { itemId: 'walk' }]);
  });

  it.each(['outsider', 'trainer', 'admin', 'stranger'] as const)('the %s does not, by no way in', async (actor) => {
    const client = await house.as(actor);
    expect(await client.from('notes').select('*')).toMatchObject(nothing);
    expect(await client.from('teams').select('circles(notes(body))').eq('id', house.team)).not.toMatchObject({
      data: [{ circles: [{}] }]
    });
  });

  it.each(['lead', 'member', 'admin', 'stranger', 'visitor'] as const)('the %s writes none by hand', async (actor) => {
    const client = await house.as(actor);
    const { circle, questions, groups, note } = gathering;
    const row = { circle_id: circle, team_id: house.team, question_id: questions[0], group_id: groups[1] };

    const answers = [
      await changingNothing(notes, () => client.from('notes').insert({ ...row, body: 'Mine' })),
      await changingNothing(notes, () => client.from('notes').update({ body: 'Mine' }).eq('id', note)),
      await changingNothing(notes, () => client.from('notes').upsert({ ...row, id: note, body: 'Mine' })),
      await changingNothing(notes, () => client.from('notes').delete().eq('id', note))
    ];

    for (const answer of answers) expect(answer).toMatchObject(refused());
  });
});

describe('the live document of a note', () => {
  it.each(['lead', 'member', 'admin', 'outsider', 'stranger', 'visitor'] as const)(
    'the %s neither reads nor writes it',
    async (actor) => {
      const client = await house.as(actor);
      const table = () => client.from('note_documents');
      const own = { note_id: gathering.note, state: 'BBB=' };

      const answers = [
        await table().select('*'),
        await client.from('notes').select('id, note_documents(state)'),
        await client.rpc('load_note', { p_note: gathering.note }),
        await changingNothing(documents, () => table().insert(own)),
        await changingNothing(documents, () => table().upsert(own)),
        await changingNothing(documents, () => table().update({ state: '' }).eq('note_id', gathering.note)),
        await changingNothing(documents, () => table().delete().eq('note_id', gathering.note))
      ];

      for (const answer of answers) expect(answer).toMatchObject(refused());
    }
  );

  it('the server’s store loads it', async () => {
    expect(await house.service.rpc('load_note', { p_note: gathering.note })).toMatchObject({
      data: 'AAA=',
      error: null
    });
  });
});

describe('what one may do with a note', () => {
  const access = async (client: Client, note = gathering.note) => client.rpc('note_access', { p_note: note });

  it('a member may write while the circle is open, under the name they chose', async () => {
    expect(must(await access(await house.as('member')))).toMatchObject([
      {
        circle_id: gathering.circle,
        team_id: house.team,
        can_write: true,
        circle_state: 'open',
        display_name: 'Mo Member'
      }
    ]);
  });

  it('the recorder is named', async () => {
    await lead.from('groups').update({ recorder_id: house.people.colleague }).eq('id', gathering.groups[0]);
    expect(must(await access(lead))).toMatchObject([{ recorder_id: house.people.colleague }]);
  });

  it.each(['outsider', 'trainer', 'admin', 'stranger'] as const)('the %s is told nothing', async (actor) => {
    expect(await access(await house.as(actor))).toMatchObject(nothing);
  });

  it('a visitor is refused', async () => {
    expect(await access(await house.as('visitor'))).toMatchObject(refused());
  });

  it('a note that is not there looks like one of another team', async () => {
    expect(await access(lead, crypto.randomUUID())).toMatchObject(nothing);
  });

  it('someone who was removed is told nothing from then on', async () => {
    const { client, id } = await house.newcomer('member');
    expect(must(await access(client))).toHaveLength(1);
    await lead.from('team_members').delete().match({ team_id: house.team, person_id: id });
    expect(await access(client)).toMatchObject(nothing);
  });

  it('nobody may write once the circle is closed', async () => {
    const closed = await holdGathering(house, lead, house.team);
    await moveTo(lead, closed.circle, 'closed');
    expect(must(await access(lead, closed.note))).toMatchObject([{ can_write: false, circle_state: 'closed' }]);
  });
});
