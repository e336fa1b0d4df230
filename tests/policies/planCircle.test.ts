import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, refused } from './answers.ts';
import { must, type Client } from './furnish.ts';
import { planCircle } from './gathering.ts';

let house: House;
let lead: Client;
beforeAll(async () => {
  house = await openHouse();
  lead = await house.as('lead');
  await planCircle(lead, house.team);
});
afterAll(() => house.close());

const item = { kind: 'opening', title: 'Arrive', minutes: 5 };
const plan = (client: Client, team: string, key: string, over: object = {}) =>
  client.rpc('plan_circle', {
    p_team: team,
    p_key: key,
    p_circle: { kind: 'staff', title: 'Once', planned_minutes: 45, time_zone: 'UTC' },
    p_items: [item],
    p_questions: [{ prompt: 'What helps?' }],
    p_groups: [{ name: 'Everybody' }],
    ...over
  } as never);
const everything = () =>
  house.service
    .from('circles')
    .select('*, questions(*), groups(*)')
    .order('id')
    .order('number', { referencedTable: 'questions' });

describe('planning a whole circle', () => {
  it('a lead gets circle, agenda, questions, groups and a note for every pair', async () => {
    const circle = must(await plan(lead, house.team, crypto.randomUUID()));

    const whole = await lead
      .from('circles')
      .select('title, state, agenda_version, agenda_items(title), questions(number, prompt), groups(name), notes(id)')
      .eq('id', circle)
      .single();

    expect(whole.data).toMatchObject({
      title: 'Once',
      state: 'planned',
      agenda_version: 1,
      agenda_items: [{ title: 'Arrive' }],
      questions: [{ number: 1, prompt: 'What helps?' }],
      groups: [{ name: 'Everybody' }]
    });
    expect(whole.data?.notes).toHaveLength(1);
  });

  it('the same form sent twice makes one circle', async () => {
    const key = crypto.randomUUID();
    const first = must(await plan(lead, house.team, key));

    const second = await changingNothing(everything, () => plan(lead, house.team, key));

    expect(second.data).toBe(first);
  });

  it('and sent twice at once, too', async () => {
    const key = crypto.randomUUID();

    const [one, other] = await Promise.all([plan(lead, house.team, key), plan(lead, house.team, key)]);

    expect(must(one)).toBe(must(other));
    expect(must(await lead.from('questions').select('id').eq('circle_id', must(one)))).toHaveLength(1);
  });

  it('another team’s key gives no way to its circle: each team has keys of its own', async () => {
    const [key, outsider] = [crypto.randomUUID(), await house.as('outsider')];
    const ours = must(await plan(lead, house.team, key));

    const theirs = must(await plan(outsider, house.otherTeam, key));
    const asked = await changingNothing(everything, () => plan(outsider, house.team, key));

    expect(theirs).not.toBe(ours);
    expect(asked).toMatchObject(refused());
  });

  it.each(['member', 'outsider', 'trainer', 'admin', 'stranger', 'visitor'] as const)(
    'the %s cannot',
    async (actor) => {
      const client = await house.as(actor);
      expect(await changingNothing(everything, () => plan(client, house.team, crypto.randomUUID()))).toMatchObject(
        refused()
      );
    }
  );

  it.each([
    ['a question without words', { p_questions: [{ prompt: 'Fine?' }, { prompt: ' ' }] }],
    ['a group without a name', { p_groups: [{ name: '' }] }],
    ['an agenda item without minutes', { p_items: [item, { ...item, minutes: 0 }] }]
  ])('%s: nothing is left half made', async (_, wrong) => {
    const answer = await changingNothing(everything, () => plan(lead, house.team, crypto.randomUUID(), wrong));
    expect(answer).toMatchObject(refused('23514'));
  });
});
