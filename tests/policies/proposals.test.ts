import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { castParts, outside, type Cast } from './cast.ts';
import { must, type Client } from './furnish.ts';

let house: House;
let cast: Cast;
let lead: Client;
let member: Client;
let first: string;
beforeAll(async () => {
  house = await openHouse();
  cast = await castParts(house);
  [lead, member] = [await house.as('lead'), await house.as('member')];
  first = await propose(member);
});
afterAll(() => house.close());

type Kind = 'agreement' | 'terms';
const line = (text: string) => ({ part: 'how', text });
const row = (over: object = {}) => ({
  team_id: house.team,
  based_on: 0,
  lines: [line('One speaks at a time')] as never,
  why: 'We talked over each other',
  ...over
});
async function propose(client: Client, over: object = {}): Promise<string> {
  return must(await client.from('agreement_proposals').insert(row(over)).select('id').single()).id;
}
/** Of this kind, on top of what is in force. */
const proposeNext = async (client: Client, kind: Kind) =>
  propose(client, { kind, based_on: (await versions(kind)).length });
const versions = async (kind: Kind) =>
  must(await lead.from('agreements').select('version').eq('kind', kind).order('version')).map(({ version }) => version);
const all = () => lead.from('agreement_proposals').select('*, agreement_remarks(*)').order('id');
const agreements = () => lead.from('agreements').select('*').order('id');
const adopt = (client: Client, proposal: string) =>
  client.rpc('adopt_proposal', { p_proposal: proposal, p_review_on: '2027-06-01' });
const withdraw = (client: Client, proposal: string) => client.rpc('withdraw_proposal', { p_proposal: proposal });
const stale = refused('PT409', 'stale_proposal');
const closed = refused('PT409', 'proposal_closed');

describe('proposing', () => {
  it.each(['lead', 'member', 'observer'] as const)(
    'the %s does, in their own name, and the team reads it',
    async (part) => {
      const client = await cast.as(part);
      const proposal = await propose(client);
      const { data } = await (
        await house.as('colleague')
      )
        .from('agreement_proposals')
        .select('*')
        .eq('id', proposal)
        .single();
      expect(data).toMatchObject({ proposed_by: cast.id(part), adopted_version: null, withdrawn_at: null });
    }
  );

  it.each(outside)('the %s neither proposes nor reads', async (part) => {
    const client = await cast.as(part);
    expect(await changingNothing(all, () => client.from('agreement_proposals').insert(row()))).toMatchObject(refused());
    for (const table of ['agreement_proposals', 'agreement_remarks'] as const)
      expect(await client.from(table).select('*')).toMatchObject(nothing);
  });

  it('nobody proposes in another’s name, on another day, or what is adopted already', async () => {
    for (const forged of [
      { proposed_by: house.people.lead },
      { proposed_at: '2020-01-01T00:00:00Z' },
      { adopted_version: 1 },
      { withdrawn_at: '2020-01-01T00:00:00Z' }
    ])
      expect(await changingNothing(all, () => member.from('agreement_proposals').insert(row(forged)))).toMatchObject(
        refused()
      );
  });

  it.each([
    ['no lines', { lines: [] }],
    ['forty-one lines', { lines: Array.from({ length: 41 }, () => line('x')) }],
    ['a reason of 1,001 characters', { why: 'w'.repeat(1001) }],
    ['of another kind', { kind: 'law' }],
    ['on top of a version before the first', { based_on: -1 }]
  ])('%s: refused', async (_, wrong) => {
    expect(await changingNothing(all, () => member.from('agreement_proposals').insert(row(wrong)))).toMatchObject(
      refused('23514')
    );
  });

  it('a proposal is changed or removed by nobody, neither its proposer nor a lead', async () => {
    for (const client of [member, lead])
      for (const wish of [
        () => client.from('agreement_proposals').update({ lines: [] }).eq('id', first),
        () => client.from('agreement_proposals').update({ adopted_version: 1 }).eq('id', first),
        () => client.from('agreement_proposals').upsert({ id: first, ...row({ why: 'Other' }) }),
        () => client.from('agreement_proposals').delete().eq('id', first)
      ])
        expect(await changingNothing(all, wish)).toMatchObject(refused());
  });

  it('the same form sent twice proposes once', async () => {
    const request_key = crypto.randomUUID();
    await propose(member, { request_key });
    expect(
      await changingNothing(all, () => member.from('agreement_proposals').insert(row({ request_key })))
    ).toMatchObject(refused('23505'));
  });
});

describe('talking about a proposal', () => {
  const remark = (over: object = {}) => ({ proposal_id: first, team_id: house.team, text: 'Yes, please', ...over });

  it('members do, with their names, and take their own words back, and nobody else’s', async () => {
    for (const client of [member, await house.as('colleague')])
      expect(await client.from('agreement_remarks').insert(remark())).toMatchObject(done);
    const mine = house.people.member;
    for (const client of [lead, await house.as('colleague')])
      expect(
        await changingNothing(all, () => client.from('agreement_remarks').delete().eq('person_id', mine).select())
      ).toMatchObject(nothing);
    expect(await member.from('agreement_remarks').delete().eq('person_id', mine)).toMatchObject(done);
    expect(must(await lead.from('agreement_remarks').select('person_id'))).toEqual([
      { person_id: house.people.colleague }
    ]);
  });

  it('nobody forges or changes one, or says one from outside the team', async () => {
    for (const forged of [{ person_id: house.people.lead }, { said_at: '2020-01-01T00:00:00Z' }])
      expect(await changingNothing(all, () => member.from('agreement_remarks').insert(remark(forged)))).toMatchObject(
        refused()
      );
    expect(
      await changingNothing(all, () => member.from('agreement_remarks').update({ text: 'No' }).eq('proposal_id', first))
    ).toMatchObject(refused());
    for (const part of outside) {
      const client = await cast.as(part);
      expect(await changingNothing(all, () => client.from('agreement_remarks').insert(remark()))).toMatchObject(
        refused()
      );
    }
    const outsider = await house.as('outsider');
    const theirs = remark({ team_id: house.otherTeam });
    expect(await changingNothing(all, () => outsider.from('agreement_remarks').insert(theirs))).toMatchObject(
      refused('23503')
    );
  });
});

describe('adopting', () => {
  it('a lead adopts a proposal as the next version; agreements and terms of reference count for themselves', async () => {
    for (const [kind, version] of [
      ['agreement', 1],
      ['terms', 1],
      ['agreement', 2],
      ['terms', 2]
    ] as const) {
      const proposal = await proposeNext(member, kind);
      expect(await adopt(lead, proposal)).toMatchObject({ data: version, error: null });
      const { data } = await lead.from('agreements').select('*').eq('kind', kind).eq('version', version).single();
      expect(data).toMatchObject({ lines: row().lines, review_on: '2027-06-01', adopted_by: house.people.lead });
      const after = await member.from('agreement_proposals').select('adopted_version').eq('id', proposal).single();
      expect(after.data).toEqual({ adopted_version: version });
    }
    expect([await versions('agreement'), await versions('terms')]).toEqual([
      [1, 2],
      [1, 2]
    ]);
  });

  it.each(['member', 'observer', ...outside] as const)('the %s adopts none', async (part) => {
    const client = await cast.as(part);
    const proposal = await proposeNext(member, 'agreement');
    const seen = part === 'member' || part === 'observer';
    expect(await changingNothing(agreements, () => adopt(client, proposal))).toMatchObject(
      refused(seen ? '42501' : 'PT404')
    );
    expect(must(await all()).find(({ id }) => id === proposal)?.adopted_version).toBeNull();
  });

  it('one that was made before the agreement changed is refused, and so is one that runs ahead', async () => {
    const [early, late] = [await proposeNext(member, 'agreement'), await proposeNext(lead, 'agreement')];
    must(await adopt(lead, late));
    expect(await changingNothing(agreements, () => adopt(lead, early))).toMatchObject(stale);
    const ahead = await propose(member, { based_on: 99 });
    expect(await changingNothing(agreements, () => adopt(lead, ahead))).toMatchObject(stale);
  });

  it('of two leads who adopt at once, one proposal or two, one version is made', async () => {
    const second = await cast.as('secondLead');
    for (const together of [1, 2]) {
      const before = await versions('terms');
      const one = await proposeNext(member, 'terms');
      const other = together === 1 ? one : await proposeNext(lead, 'terms');
      const answers = await Promise.all([adopt(lead, one), adopt(second, other)]);
      expect(answers.filter(({ error }) => error === null)).toHaveLength(1);
      expect(['PT409', '23505']).toContain(answers.find(({ error }) => error)?.error?.code);
      expect(await versions('terms')).toEqual([...before, before.length + 1]);
    }
  });
});

describe('withdrawing', () => {
  it('its proposer does, or a lead, once; then it is not adopted any more', async () => {
    for (const client of [member, lead]) {
      const proposal = await proposeNext(member, 'agreement');
      expect(await withdraw(client, proposal)).toMatchObject({ data: true, error: null });
      expect(await withdraw(client, proposal)).toMatchObject({ data: false, error: null });
      expect(await changingNothing(agreements, () => adopt(lead, proposal))).toMatchObject(closed);
    }
  });

  it('what is adopted is not withdrawn, and not adopted again', async () => {
    const proposal = await proposeNext(member, 'agreement');
    must(await adopt(lead, proposal));
    expect(await changingNothing(all, () => withdraw(member, proposal))).toMatchObject({ data: false });
    expect(await changingNothing(agreements, () => adopt(lead, proposal))).toMatchObject(closed);
  });

  it.each(['colleague', 'observer', ...outside] as const)('the %s does not withdraw another’s', async (part) => {
    const client = await cast.as(part);
    expect(await changingNothing(all, () => withdraw(client, first))).toMatchObject(refused());
  });
});
