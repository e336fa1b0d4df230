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
});
afterAll(() => house.close());

const scenario = { kind: 'scenario', title: 'The joke', note: 'Told here', minutes: 15, min_minutes: 10, priority: 5 };
const asked = [
  { prompt: 'What did you notice?', table_title: '' },
  { prompt: 'What will you do?', table_title: '' }
];
const use = (client: Client, circle: string, item: object = scenario) =>
  client.rpc('use_in_circle', { p_circle: circle, p_item: item as never, p_questions: asked });

/** A planned circle whose agenda has parts of these kinds, and one question. */
async function circleWith(...kinds: string[]): Promise<string> {
  return must(
    await lead.rpc('plan_circle', {
      p_team: house.team,
      p_key: crypto.randomUUID(),
      p_circle: { kind: 'staff', title: 'Weekly', planned_minutes: 45, time_zone: 'UTC' },
      p_items: kinds.map((kind) => ({ kind, title: kind, minutes: 5 })),
      p_questions: [{ prompt: 'How are we?' }],
      p_groups: [{ name: 'Everybody' }]
    })
  );
}
const agenda = (circle: string) => () =>
  lead
    .from('circles')
    .select('agenda_version, agenda_items(position, kind, title, minutes), questions(number, prompt), notes(id)')
    .eq('id', circle)
    .order('position', { referencedTable: 'agenda_items' })
    .order('number', { referencedTable: 'questions' })
    .single();
const kindsOf = async (circle: string) => must(await agenda(circle)()).agenda_items.map(({ kind }) => kind);

describe('a text of the library in a circle', () => {
  it('comes before the actions, with its questions after those that are there, and a note for each', async () => {
    const circle = await circleWith('opening', 'round', 'actions', 'closing');
    const { agenda_version } = must(await agenda(circle)());
    expect(must(await use(lead, circle))).toBe(true);
    const after = must(await agenda(circle)());
    expect(after.agenda_items.map(({ kind, position }) => `${position} ${kind}`)).toEqual([
      '0 opening',
      '1 round',
      '2 scenario',
      '3 actions',
      '4 closing'
    ]);
    expect(after.questions.map(({ number, prompt }) => `${number} ${prompt}`)).toEqual([
      '1 How are we?',
      '2 What did you notice?',
      '3 What will you do?'
    ]);
    expect(after.notes).toHaveLength(3);
    expect(after.agenda_version).toBe(agenda_version + 1);
  });

  it('comes before the closing where there are no actions, and at the end where there is neither', async () => {
    const [closed, open] = [await circleWith('opening', 'closing'), await circleWith('opening')];
    await use(lead, closed);
    await use(lead, open);
    expect(await kindsOf(closed)).toEqual(['opening', 'scenario', 'closing']);
    expect(await kindsOf(open)).toEqual(['opening', 'scenario']);
  });

  it('is there once, however often and however fast it is put there', async () => {
    const circle = await circleWith('opening', 'closing');
    const answers = await Promise.all([use(lead, circle), use(lead, circle)]);
    expect(answers.map(must).sort()).toEqual([false, true]);
    expect(must(await changingNothing(agenda(circle), () => use(lead, circle)))).toBe(false);
    expect(await kindsOf(circle)).toEqual(['opening', 'scenario', 'closing']);
  });

  it.each(['member', 'coFacilitator', 'observer', ...outside] as const)('is not put there by the %s', async (part) => {
    const circle = await circleWith('opening', 'closing');
    await cast.giveRoles(circle);
    const client = await cast.as(part);
    expect(await changingNothing(agenda(circle), () => use(client, circle))).toMatchObject(refused());
  });

  it('is not put into a circle that is open or over, nor into none', async () => {
    const circle = await circleWith('opening', 'closing');
    for (const to of ['open', 'closed']) {
      must(
        await lead.rpc('open_or_close_circle', {
          p_circle: circle,
          p_to: to,
          ...(to === 'closed' && { p_held_on: ['2026-11-20'] })
        })
      );
      expect(await changingNothing(agenda(circle), () => use(lead, circle))).toMatchObject(refused());
    }
    expect(await use(lead, crypto.randomUUID())).toMatchObject(refused());
  });

  it('that is no part of an agenda is refused whole', async () => {
    const circle = await circleWith('opening', 'closing');
    for (const item of [
      { ...scenario, kind: 'song' },
      { ...scenario, title: ' ' },
      { ...scenario, minutes: 0 }
    ])
      expect((await changingNothing(agenda(circle), () => use(lead, circle, item))).error).not.toBeNull();
  });
});
