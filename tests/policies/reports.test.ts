import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { must, type Client } from './furnish.ts';
import { gatheringTables, holdGathering, moveTo, publish, storeNote, type Gathering } from './gathering.ts';

let house: House;
let lead: Client;
let published: Gathering;
beforeAll(async () => {
  house = await openHouse();
  lead = await house.as('lead');
  published = await holdGathering(house, lead, house.team);
  must(await publish(lead, published.circle));
});
afterAll(() => house.close());

const reports = () => lead.from('reports').select('*').order('published_at').order('version');
const [table] = gatheringTables;

describe('publishing a report', () => {
  let gathering: Gathering;
  beforeEach(async () => {
    gathering = await holdGathering(house, lead, house.team);
  });

  it('a lead publishes while the circle is open, and a mended version once it is closed', async () => {
    expect(await publish(lead, gathering.circle)).toMatchObject({ data: 1, error: null });
    await moveTo(lead, gathering.circle, 'closed');
    expect(await publish(lead, gathering.circle, 2)).toMatchObject({ data: 2, error: null });

    const versions = must(
      await lead.from('reports').select('version, published_by').eq('circle_id', gathering.circle).order('version')
    );
    expect(versions).toEqual([1, 2].map((version) => ({ version, published_by: house.people.lead })));
  });

  it.each(['member', 'outsider', 'trainer', 'admin', 'stranger', 'visitor'] as const)(
    'the %s cannot',
    async (actor) => {
      const client = await house.as(actor);
      expect(await changingNothing(reports, () => publish(client, gathering.circle))).toMatchObject(refused());
    }
  );

  it.each([
    ['one comment too many', [{ ...table, total: 4 }]],
    ['a theme under another name', [{ ...table, themes: [{ name: 'Pauses', comments: 3 }] }]],
    ['a theme nobody named', [{ ...table, themes: [...(table?.themes ?? []), { name: 'More', comments: 0 }] }]],
    ['a question left out', []],
    ['no tables at all', null]
  ])('with %s is refused', async (_, tables) => {
    const answer = await changingNothing(reports, () => publish(lead, gathering.circle, 1, tables));
    expect(answer).toMatchObject(refused('PT409', 'report_counts'));
  });

  it('after a comment was withdrawn meanwhile is refused', async () => {
    await storeNote(house.service, gathering.note, [{ itemId: 'walk', text: 'A walk at noon' }]);
    expect(await changingNothing(reports, () => publish(lead, gathering.circle))).toMatchObject(
      refused('PT409', 'report_counts')
    );
  });

  it('a version that is there, or one ahead, is refused', async () => {
    must(await publish(lead, gathering.circle));
    for (const version of [1, 3, 0, null as never])
      expect(await changingNothing(reports, () => publish(lead, gathering.circle, version))).toMatchObject(
        refused('PT409', 'stale_report')
      );
  });

  it('twice at once makes one version', async () => {
    const answers = await Promise.all([publish(lead, gathering.circle), publish(lead, gathering.circle)]);
    expect(answers.filter(({ error }) => error === null)).toHaveLength(1);
    expect(answers.find(({ error }) => error)).toMatchObject(refused('PT409', 'stale_report'));
  });

  it('of an archived circle is refused', async () => {
    await moveTo(lead, gathering.circle, 'closed', 'archived');
    expect(await changingNothing(reports, () => publish(lead, gathering.circle))).toMatchObject(refused());
  });
});

describe('a published report', () => {
  const one = (client: Client) =>
    client.from('reports').select('version, content, quotes_agreed').eq('circle_id', published.circle);

  it.each(['lead', 'member', 'colleague'] as const)('the %s reads it', async (actor) => {
    expect(must(await one(await house.as(actor)))).toEqual([
      { version: 1, content: { title: 'A circle' }, quotes_agreed: false }
    ]);
  });

  it.each(['outsider', 'trainer', 'admin', 'stranger'] as const)('the %s does not', async (actor) => {
    expect(await one(await house.as(actor))).toMatchObject(nothing);
  });

  it.each(['lead', 'member', 'outsider', 'admin', 'visitor'] as const)(
    'the %s never changes, forges or removes one',
    async (actor) => {
      const client = await house.as(actor);
      const forged = { circle_id: published.circle, team_id: house.team, version: 2, content: {}, quotes_agreed: true };
      const mine = (row: object) => client.from('reports').update(row).eq('circle_id', published.circle);

      const answers = [
        await changingNothing(reports, () => client.from('reports').insert(forged)),
        await changingNothing(reports, () =>
          client.from('reports').upsert({ ...forged, version: 1 }, { onConflict: 'circle_id,version' })
        ),
        await changingNothing(reports, () => mine({ content: { title: 'Better' } })),
        await changingNothing(reports, () => mine({ quotes_agreed: true })),
        await changingNothing(reports, () => client.from('reports').delete().eq('circle_id', published.circle))
      ];

      for (const answer of answers) expect(answer).toMatchObject(refused());
    }
  );

  it('stays as it was when the coding goes on and the circle closes', async () => {
    const before = must(await one(lead));
    await storeNote(house.service, published.note, []);
    await moveTo(lead, published.circle, 'closed', 'archived');
    expect(await lead.from('circles').delete().eq('id', published.circle)).toMatchObject(done);
    expect(must(await one(lead))).toEqual(before);
  });
});
