import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { must, type Client } from './furnish.ts';
import { moveTo, planCircle, type Plan } from './gathering.ts';

let house: House;
let lead: Client;
let plan: Plan;
beforeAll(async () => {
  house = await openHouse();
  lead = await house.as('lead');
});
afterAll(() => house.close());
beforeEach(async () => {
  plan = await planCircle(lead, house.team);
});

const groups = () => lead.from('groups').select('*').eq('circle_id', plan.circle).order('position');
const row = (position: number) => ({
  circle_id: plan.circle,
  team_id: house.team,
  position,
  name: `Table ${position + 1}`
});
const notLeads = ['member', 'outsider', 'trainer', 'admin', 'stranger'] as const;

describe('groups', () => {
  it.each(['lead', 'member'] as const)('the %s sees them', async (actor) => {
    const client = await house.as(actor);
    expect(must(await client.from('groups').select('id').eq('circle_id', plan.circle))).toHaveLength(2);
  });

  it.each(['outsider', 'trainer', 'admin', 'stranger'] as const)('the %s does not', async (actor) => {
    const client = await house.as(actor);
    expect(await client.from('groups').select('*')).toMatchObject(nothing);
  });

  it('a lead adds one, which has a note for every question, renames it and removes it', async () => {
    const { id } = must(await lead.from('groups').insert(row(2)).select('id').single());
    const notes = () => lead.from('notes').select('id').eq('group_id', id);
    expect(must(await notes())).toHaveLength(2);

    expect(await lead.from('groups').update({ name: 'Garden' }).eq('id', id)).toMatchObject(done);
    expect(must(await groups())[2]?.name).toBe('Garden');
    expect(await lead.from('groups').delete().eq('id', id)).toMatchObject(done);
    expect(must(await notes())).toEqual([]);
  });

  it.each(notLeads)('the %s adds, changes and removes none', async (actor) => {
    const client = await house.as(actor);
    const [id] = plan.groups;
    const table = () => client.from('groups');
    expect(await changingNothing(groups, () => table().insert(row(2)))).toMatchObject(refused());
    expect(await changingNothing(groups, () => table().update({ name: 'x' }).eq('id', id).select())).toMatchObject(
      nothing
    );
    expect(
      await changingNothing(groups, () => table().update({ recorder_id: house.people.member }).eq('id', id).select())
    ).toMatchObject(nothing);
    expect(await changingNothing(groups, () => table().delete().eq('id', id).select())).toMatchObject(nothing);
  });

  it('a lead of another team slips none in', async () => {
    const outsider = await house.as('outsider');
    for (const team_id of [house.team, house.otherTeam])
      expect(await changingNothing(groups, () => outsider.from('groups').insert({ ...row(2), team_id }))).toMatchObject(
        refused()
      );
  });

  it('nobody moves one to another circle or team', async () => {
    const own = await planCircle(lead, house.team);
    for (const change of [{ circle_id: own.circle }, { team_id: house.otherTeam }])
      expect(
        await changingNothing(groups, () => lead.from('groups').update(change).eq('id', plan.groups[0]))
      ).toMatchObject(refused());
  });

  it('a closed circle keeps its groups', async () => {
    await moveTo(lead, plan.circle, 'open', 'closed');
    const [id] = plan.groups;
    expect(await changingNothing(groups, () => lead.from('groups').insert(row(2)))).toMatchObject(refused());
    expect(
      await changingNothing(groups, () => lead.from('groups').update({ name: 'x' }).eq('id', id).select())
    ).toMatchObject(nothing);
    expect(await changingNothing(groups, () => lead.from('groups').delete().eq('id', id).select())).toMatchObject(
      nothing
    );
  });
});

describe('the recorder of a group', () => {
  const setRecorder = (recorder_id: string | null) =>
    lead.from('groups').update({ recorder_id }).eq('id', plan.groups[0]);

  it('is someone of the team', async () => {
    expect(await setRecorder(house.people.member)).toMatchObject(done);
    expect(must(await groups())[0]?.recorder_id).toBe(house.people.member);
    expect(await setRecorder(null)).toMatchObject(done);
  });

  it.each(['outsider', 'admin', 'trainer', 'stranger'] as const)('is not the %s', async (actor) => {
    const wrong = refused('22023', 'recorder');
    expect(await changingNothing(groups, () => setRecorder(house.people[actor]))).toMatchObject(wrong);
    const added = await changingNothing(groups, () =>
      lead.from('groups').insert({ ...row(2), recorder_id: house.people[actor] })
    );
    expect(added).toMatchObject(wrong);
  });
});
