import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readJsonRecord } from '../../src/lib/themes/jsonRecord.ts';
import { openHouse, type House } from './actors.ts';
import { changingNothing, refused } from './answers.ts';
import { must, type Client } from './furnish.ts';
import { publish } from './gathering.ts';

let house: House;
let lead: Client;
beforeAll(async () => {
  house = await openHouse();
  lead = await house.as('lead');
  must(await bring(lead, record));
});
afterAll(() => house.close());

const fixtures = join(import.meta.dirname, '../fixtures');
const { record: openDay } = readJsonRecord(readFileSync(join(fixtures, 'open-day.json'), 'utf8'), 'Open day');
// As the import page sends it: how many groups answered is a number or nothing.
for (const one of openDay?.questions ?? []) one.groupsResponding = null;
const openDayTables = JSON.parse(readFileSync(join(fixtures, 'open-day.tables.json'), 'utf8')) as unknown;

const comment = (id: string, text: string, over: object = {}) => ({
  id,
  text,
  count: 1,
  theme: null,
  group: null,
  ...over
});
const question = {
  number: 1,
  prompt: 'What helps?',
  tableTitle: 'Help',
  groupsResponding: 20,
  summary: '',
  themes: [{ name: 'Rest', description: 'Time off' }],
  comments: [
    comment('a', 'Tea', { count: 3, theme: 'Rest', group: 'Table 1' }),
    comment('b', 'Walks', { theme: 'Air', group: ' Table 1 ' }),
    comment('c', 'Nobody knows')
  ]
};
const record = {
  format: 'circle-record/1',
  circle: { title: 'The day we met', kind: 'gathering', heldOn: ['2007-11-05', '2007-11-06'] },
  questions: [question]
};
const bring = (client: Client, what: unknown, team = house.team, key = crypto.randomUUID() as string) =>
  client.rpc('import_circle', { p_team: team, p_key: key, p_record: what as never });
const all = () => house.service.from('circles').select('*, questions(*), groups(*), comments(*)').order('id');

describe('bringing in a record', () => {
  it('a lead does, and it arrives closed with its days, groups, themes and comments', async () => {
    const circle = must(await bring(lead, record));

    const { data } = await lead
      .from('circles')
      .select(
        'state, held_on, created_by, groups(name), questions(stated_groups, themes(name, description)), comments(*, codings(*))'
      )
      .eq('id', circle)
      .order('position', { referencedTable: 'comments' })
      .single();

    expect(data).toMatchObject({
      state: 'closed',
      held_on: ['2007-11-05', '2007-11-06'],
      created_by: house.people.lead,
      groups: [{ name: 'Table 1' }],
      questions: [
        {
          stated_groups: 20,
          themes: expect.arrayContaining([
            { name: 'Rest', description: 'Time off' },
            { name: 'Air', description: '' }
          ])
        }
      ],
      comments: [{ text: 'Tea', count: 3 }, { text: 'Walks' }, { text: 'Nobody knows' }]
    });
    expect(JSON.stringify(data?.comments)).toMatch(/"origin":"imported"/);
    expect(
      must(await lead.rpc('theme_counts', { p_circle: circle })).map(({ name, comments }) => [name, comments])
    ).toEqual([
      ['Rest', 3],
      ['Air', 1]
    ]);
  });

  it('adds up to the tables that are known of a whole record, which can then be published', async () => {
    const circle = must(await bring(lead, openDay));
    expect(await publish(lead, circle, 1, openDayTables)).toMatchObject({ data: 1, error: null });
  });

  it('the same form sent twice, also at once, brings it in once', async () => {
    const key = crypto.randomUUID();
    const twice = await Promise.all([bring(lead, record, house.team, key), bring(lead, record, house.team, key)]);
    const third = await changingNothing(all, () => bring(lead, record, house.team, key));

    expect(new Set([...twice, third].map(must)).size).toBe(1);
  });

  it('another team’s key gives no way to its circle', async () => {
    const [key, outsider] = [crypto.randomUUID(), await house.as('outsider')];
    const ours = must(await bring(lead, record, house.team, key));
    expect(must(await bring(outsider, record, house.otherTeam, key))).not.toBe(ours);
  });

  it.each(['member', 'outsider', 'trainer', 'admin', 'stranger', 'visitor'] as const)(
    'the %s cannot',
    async (actor) => {
      const client = await house.as(actor);
      expect(await changingNothing(all, () => bring(client, record))).toMatchObject(refused());
    }
  );

  it.each([
    ['of another format', { ...record, format: 'circle-record/2' }, '22023'],
    ['of no format', {}, '22023'],
    [
      'with a comment without words',
      { ...record, questions: [{ ...question, comments: [comment('a', '')] }] },
      '23514'
    ],
    [
      'with a comment of 10,001 characters',
      { ...record, questions: [{ ...question, comments: [comment('a', 'x'.repeat(10_001))] }] },
      '23514'
    ],
    [
      'with a count of nothing',
      { ...record, questions: [{ ...question, comments: [comment('a', 'x', { count: 0 })] }] },
      '23514'
    ],
    ['with two questions of one number', { ...record, questions: [question, question] }, '23505'],
    ['of a kind we do not know', { ...record, circle: { ...record.circle, kind: 'party' } }, '23514']
  ])('a record %s leaves nothing behind', async (_, wrong, fault) => {
    expect(await changingNothing(all, () => bring(lead, wrong))).toMatchObject(refused(fault));
  });

  it('texts come back as they were: scripts, right-to-left, emoji, ten thousand characters', async () => {
    const texts = [
      '<script>alert(1)</script>',
      '\u202Eשלום',
      '👩‍👩‍👧 ok',
      'ü'.repeat(10_000),
      "'; drop table comments; --"
    ];
    const circle = must(
      await bring(lead, {
        ...record,
        questions: [{ ...question, comments: texts.map((text, at) => comment(`t${at}`, text)) }]
      })
    );

    const kept = must(await lead.from('comments').select('text').eq('circle_id', circle).order('position'));

    expect(kept.map(({ text }) => text)).toEqual(texts);
  });
});
