import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, refused } from './answers.ts';
import { castParts, outside, type Cast } from './cast.ts';
import { must, type Client } from './furnish.ts';

let house: House;
let cast: Cast;
let lead: Client;
beforeAll(async () => {
  house = await openHouse();
  cast = await castParts(house);
  lead = await house.as('lead');
  must(await bring(lead, record));
});
afterAll(() => house.close());

/** The shape and the figures of a peer-support meeting as it was kept on paper. */
const record = {
  format: 'meeting-record/1',
  circle: { title: 'Peer support', kind: 'peer_support', heldOn: ['2021-09-23'] },
  topic: 'Working before things go wrong',
  attended: 19,
  apologies: { declined: 7, apologies: 3 },
  wellbeingNote: 'Several said they were overwhelmed',
  comments: 4,
  outcomesDiscussed: 6,
  smallGroups: true,
  actions: [{ text: 'Find supervisors from outside', owner: 'Liz' }],
  suggestions: 2
};
const bring = (client: Client, what: unknown, key = crypto.randomUUID() as string, team = house.team) =>
  client.rpc('import_meeting_record', { p_team: team, p_key: key, p_record: what as never });
const all = () =>
  lead.from('circles').select('*, circle_records(*), wellbeing_notes(*), actions(*), circle_roles(*)').order('id');

describe('bringing in the record of a meeting', () => {
  it('a lead does, and every figure arrives, in a circle that is closed', async () => {
    const circle = must(await bring(lead, record));

    const { data } = await lead
      .from('circles')
      .select('state, kind, title, held_on, created_by, circle_records(*), wellbeing_notes(note), actions(*)')
      .eq('id', circle)
      .single();
    expect(data).toMatchObject({
      state: 'closed',
      kind: 'peer_support',
      title: 'Peer support',
      held_on: ['2021-09-23'],
      created_by: house.people.lead
    });
    expect([data?.circle_records].flat()).toMatchObject([
      {
        topic: record.topic,
        small_groups: true,
        present_unnamed: 19,
        apologies_unnamed: 3,
        declined_unnamed: 7,
        attendance_taken_at: expect.any(String),
        comments: [],
        comments_counted: 4,
        outcomes: [],
        outcomes_counted: 6,
        suggestions: [],
        suggestions_counted: 2
      }
    ]);
    expect([data?.wellbeing_notes].flat()).toEqual([{ note: record.wellbeingNote }]);
    expect(data?.actions).toMatchObject([
      { text: 'Find supervisors from outside', owner_name: 'Liz', owner_id: null, closed_at: null }
    ]);
  });

  it('lines that were written down arrive as lines, and what is not there is not made up', async () => {
    const circle = must(
      await bring(lead, {
        format: record.format,
        circle: record.circle,
        attended: null,
        comments: ['Tea helps'],
        suggestions: { count: 5, lines: ['A walk'] }
      })
    );
    const { data } = await lead.from('circle_records').select('*').eq('circle_id', circle).single();
    expect(data).toMatchObject({
      topic: '',
      present_unnamed: 0,
      attendance_taken_at: null,
      comments: ['Tea helps'],
      comments_counted: null,
      suggestions: ['A walk'],
      suggestions_counted: 5
    });
    for (const table of ['wellbeing_notes', 'actions'] as const)
      expect(must(await lead.from(table).select('circle_id').eq('circle_id', circle))).toEqual([]);
  });

  it('the same form sent twice, also at once, brings in one', async () => {
    const key = crypto.randomUUID();
    const twice = await Promise.all([bring(lead, record, key), bring(lead, record, key)]);
    const third = await changingNothing(all, () => bring(lead, record, key));
    expect(new Set([...twice, third].map(must)).size).toBe(1);
  });

  it('another team’s key gives no way to its circle', async () => {
    const key = crypto.randomUUID();
    const ours = must(await bring(lead, record, key));
    const outsider = await house.as('outsider');
    expect(must(await bring(outsider, record, key, house.otherTeam))).not.toBe(ours);
  });

  it.each(['coFacilitator', 'observer', 'member', ...outside, 'visitor'] as const)('the %s does not', async (part) => {
    const client = await cast.as(part);
    expect(await changingNothing(all, () => bring(client, record))).toMatchObject(refused());
  });

  it('a lead brings none into another team', async () => {
    expect(await changingNothing(all, () => bring(lead, record, crypto.randomUUID(), house.otherTeam))).toMatchObject(
      refused()
    );
  });

  it.each([
    ['of another format', { ...record, format: 'meeting-record/2' }, '22023'],
    ['of no format', {}, '22023'],
    ['of a kind we do not know', { ...record, circle: { ...record.circle, kind: 'party' } }, '23514'],
    ['with fewer than none attending', { ...record, attended: -1 }, '23514'],
    ['with an action without words', { ...record, actions: [{ text: ' ' }] }, '23514'],
    ['with more lines than it counts', { ...record, comments: { count: 1, lines: ['a', 'b'] } }, '23514'],
    ['with a note of a whole book', { ...record, wellbeingNote: 'w'.repeat(4001) }, '23514']
  ])('one %s leaves nothing behind', async (_, wrong, code) => {
    expect(await changingNothing(all, () => bring(lead, wrong))).toMatchObject(refused(code));
  });
});
