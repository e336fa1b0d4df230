import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cast, high, low, takeToken } from '../attacks/device.ts';
import { organisationCheckInRows, publishedElsewhere } from '../attacks/publications.ts';
import { gatherWorkers, openRoundNow, openStage, type Stage, type Worker } from '../attacks/stage.ts';
import { nullifierOf } from '../../src/lib/ballots/blind/token.ts';
import type { KeyStore } from '../../src/lib/ballots/server/keyStore.ts';
import { done, nothing, refused } from './answers.ts';
import { must, type Client } from './furnish.ts';

let stage: Stage;
let lead: Client;
let workers: Worker[];
let days = 0;
beforeAll(async () => {
  stage = await openStage();
  lead = await stage.as('lead');
  workers = await gatherWorkers(stage, 6);
});
afterAll(() => stage.close());

const publicationOf = async (round: string, client = lead) =>
  must(await client.from('check_in_publications').select('*').eq('round_id', round))[0];
const box = () => stage.rows('select round_id from ballot.ballots union all select round_id from ballot.tokens');
const setDays = (more: number) => stage.clock(`${(days += more)} days`);

/** A round that the first `voters` answer, over by the clock; its receipts. The next may begin after it. */
async function answered(voters: number, answer = high) {
  const round = await openRoundNow(stage);
  const receipts: string[] = [];
  for (const worker of workers.slice(0, voters)) {
    const token = await takeToken(stage, worker, round);
    expect(await cast(stage, round, token, answer)).toBe('counted');
    receipts.push(await nullifierOf(token.message));
  }
  await setDays(7.01);
  return { round, receipts };
}
const next = () => setDays(22);
const breaking = (part: keyof KeyStore): KeyStore => ({
  ...stage.keys,
  [part]: () => {
    throw new Error('the server stopped here');
  }
});
const padding = Array.from({ length: 64 }, (_, at) => at.toString(16).padStart(64, '0'));
const publishNow = (round: string, over = {}) =>
  stage.service.rpc('publish_round', {
    p_round: round,
    p_enough: false,
    p_levels: [],
    p_help: [],
    p_receipts: padding,
    ...over
  });
const oneLevel = { p_enough: true, p_levels: [{ scale: 'wears', level: { step: 1, of: 2 } }] };

describe('a round that is over', () => {
  it('says levels of six answers, once, and every device finds its receipt among 64', async () => {
    const { round, receipts } = await answered(6);
    expect(await publicationOf(round)).toBeUndefined();
    await stage.tend();

    const said = await publicationOf(round);
    expect(said).toMatchObject({ enough: true, key_lost: false });
    expect((said?.levels as { scale: string }[]).map(({ scale }) => scale)).toEqual(['sustains', 'wears', 'stays']);
    expect(said?.receipts).toHaveLength(64);
    expect(said?.receipts).toEqual(expect.arrayContaining(receipts));
    await stage.tend();
    expect(await publicationOf(round)).toEqual(said);
    expect(await publishNow(round)).toMatchObject({ data: 'already' });
    expect([await box(), stage.keys.list()]).toEqual([[], []]);
    await next();
  });

  it('says "not enough" of four, without a number, and their devices find their receipts too', async () => {
    const { round, receipts } = await answered(4, low);
    await stage.tend();

    const said = await publicationOf(round);
    expect(said).toMatchObject({ enough: false, levels: [], help: [] });
    expect(said?.receipts).toHaveLength(64);
    expect(said?.receipts).toEqual(expect.arrayContaining(receipts));
    expect([await box(), stage.keys.list()]).toEqual([[], []]);
    await next();
  });

  it('is closed at the next start, however the server stopped', async () => {
    const { round } = await answered(5);
    await stage.tend(breaking('read'));
    expect(await publicationOf(round)).toBeUndefined();
    await expect(stage.tend(breaking('destroy'))).rejects.toThrow();
    const said = await publicationOf(round);
    expect(said).toMatchObject({ enough: true });
    expect(stage.keys.list()).toEqual([round]);

    await stage.tend();

    expect(await publicationOf(round)).toEqual(said);
    expect([await box(), stage.keys.list()]).toEqual([[], []]);
    await next();
  });

  it('waits a week for a key that is missing, and then says so', async () => {
    const { round } = await answered(5);
    const nowhere: KeyStore = { ...stage.keys, read: () => null, list: () => [] };
    await stage.tend(nowhere);
    expect(await publicationOf(round)).toBeUndefined();
    await setDays(7);
    await stage.tend(nowhere);
    expect(await publicationOf(round)).toMatchObject({ enough: false, key_lost: true });
    await stage.tend();
    await setDays(15);
  });
});

describe('nobody', () => {
  it('publishes before the end, fewer than five, or without all receipts; nor what the server may, as a person', async () => {
    const round = await openRoundNow(stage);
    await cast(stage, round, await takeToken(stage, workers[0]!, round));
    expect(await publishNow(round)).toMatchObject({ data: 'not_due' });
    await setDays(8);
    expect(await publishNow(round, oneLevel)).toMatchObject({ data: 'not_enough' });
    expect(await publishNow(round)).toMatchObject({ data: 'no_receipt' });
    expect(await stage.service.rpc('ballots_of', { p_round: round })).toMatchObject({ data: [{ sealed: null }] });
    for (const client of [lead, workers[0]!.client, await stage.as('admin')]) {
      expect(
        await client.rpc('publish_round', { p_round: round, p_enough: false, p_levels: [], p_help: [], p_receipts: [] })
      ).toMatchObject(refused());
      expect(await client.rpc('ballots_of', { p_round: round })).toMatchObject(refused());
      expect(await client.rpc('cast_ballot', { p_round: round, p_nullifier: '', p_sealed: '' })).toMatchObject(
        refused()
      );
      expect(await client.rpc('due_rounds')).toMatchObject(refused());
      expect(await client.from('check_in_publications').insert({ round_id: round } as never)).toMatchObject(refused());
      expect(await client.from('check_in_publications').update({ enough: true }).eq('enough', false)).toMatchObject(
        refused()
      );
      expect(await client.from('check_in_publications').delete().eq('enough', false)).toMatchObject(refused());
    }
    await stage.tend();
    await expect(stage.run('update public.check_in_publications set enough = enough')).rejects.toThrow(
      'what was published is not changed'
    );
  });

  it.each(['admin', 'outsider', 'trainer', 'stranger'] as const)(
    'outside the team reads it: not the %s',
    async (actor) => {
      expect(await (await stage.as(actor)).from('check_in_publications').select('*')).toMatchObject(nothing);
      expect(await (await stage.as(actor)).from('level_answers').select('*')).toMatchObject(nothing);
    }
  );
});

describe('the view of the organisation', () => {
  it('is for its admin, once three teams have published levels of the same questions: without the teams', async () => {
    const { organisation: p_organisation } = stage;
    const rows = must(await lead.from('check_in_publications').select('round_id').eq('enough', true));
    const seen = () => organisationCheckInRows(stage);
    const more = (teams: number, over = {}) => publishedElsewhere(stage, rows[0]!.round_id, teams, over);

    // The house's own team had not enough answers in its newest round, and so is none of the three.
    await more(2);
    await more(1, { version: 2 });
    await more(3, { enough: false });
    expect(await seen()).toEqual([]);
    await more(1);
    const shown = await seen();
    expect(shown.filter(({ enough }) => enough)).toHaveLength(3);
    expect(shown.filter(({ enough }) => !enough)).toHaveLength(4);
    expect(new Set(shown.map(({ definition }) => definition))).toEqual(new Set(['circlewell-nine/1']));
    expect(Object.keys(shown[0]!).sort()).toEqual(['definition', 'enough', 'help', 'levels']);
    for (const actor of ['lead', 'member', 'trainer', 'stranger'] as const)
      expect(await (await stage.as(actor)).rpc('organisation_levels', { p_organisation })).toMatchObject(refused());
  });
});

describe('you said, we did', () => {
  it('a lead answers what was published; the team reads it', async () => {
    const rows = must(await lead.from('check_in_publications').select('round_id').eq('enough', true));
    const answer = {
      round_id: rows[0]!.round_id,
      team_id: stage.team,
      about: 'wears',
      text: 'Two free mornings a month.'
    };
    const [member] = workers;
    expect(await member!.client.from('level_answers').insert(answer)).toMatchObject(refused());
    expect(await (await stage.as('outsider')).from('level_answers').insert(answer)).toMatchObject(refused());
    expect(await lead.from('level_answers').insert({ ...answer, about: 'worker 3' })).toMatchObject(refused('22023'));
    expect(await lead.from('level_answers').insert({ ...answer, round_id: crypto.randomUUID() })).toMatchObject(
      refused('22023')
    );
    expect(await lead.from('level_answers').insert(answer)).toMatchObject(done);
    expect(must(await member!.client.from('level_answers').select('text'))).toEqual([{ text: answer.text }]);
    expect(
      await member!.client.from('level_answers').update({ text: 'No' }).eq('about', 'wears').select()
    ).toMatchObject(nothing);
    expect(await lead.from('level_answers').update({ text: 'Three.' }).eq('about', 'wears')).toMatchObject(done);
    expect(must(await lead.from('level_answers').delete().eq('about', 'wears').select('text'))).toEqual([
      { text: 'Three.' }
    ]);
  });
});

describe('scales of the organisation', () => {
  it('admins load them, members read them, nobody changes one', async () => {
    const admin = await stage.as('admin');
    const scale = { organisation_id: stage.organisation, key: 'ours', version: 1, definition: { id: 'ours' } };
    for (const actor of ['lead', 'member', 'trainer', 'stranger'] as const)
      expect(await (await stage.as(actor)).from('check_in_scales').insert(scale)).toMatchObject(refused());
    expect(await admin.from('check_in_scales').insert(scale)).toMatchObject(done);
    expect(must(await workers[0]!.client.from('check_in_scales').select('key'))).toEqual([{ key: 'ours' }]);
    expect(await (await stage.as('stranger')).from('check_in_scales').select('key')).toMatchObject(nothing);
    expect(await admin.from('check_in_scales').update({ version: 2 }).eq('key', 'ours')).toMatchObject(refused());
    expect(must(await admin.from('check_in_scales').delete().eq('key', 'ours').select('key'))).toEqual([
      { key: 'ours' }
    ]);
  });
});
