import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, refused } from './answers.ts';
import { must, type Client } from './furnish.ts';
import { moveTo, planCircle } from './gathering.ts';

let house: House;
let lead: Client;
beforeAll(async () => {
  house = await openHouse();
  lead = await house.as('lead');
});
afterAll(() => house.close());

const life = ['planned', 'open', 'closed', 'archived'];
const wrongStep = refused('PT409', 'circle_state');
const closed = refused('PT409', 'circle_closed');
const circles = () => lead.from('circles').select('*').order('id');

async function circleIn(state: string): Promise<string> {
  const { circle } = await planCircle(lead, house.team);
  await moveTo(lead, circle, ...life.slice(1, life.indexOf(state) + 1));
  return circle;
}

describe('the life of a circle', () => {
  it.each([
    ['planned', 'open'],
    ['open', 'closed'],
    ['closed', 'archived']
  ])('goes from %s to %s, and the time is noted', async (from, to) => {
    const circle = await circleIn(from);

    expect(await lead.from('circles').update({ state: to }).eq('id', circle)).toMatchObject(done);

    const after = must(
      await lead.from('circles').select('state, opened_at, closed_at, archived_at').eq('id', circle).single()
    );
    expect(after.state).toBe(to);
    expect([after.opened_at, after.closed_at, after.archived_at].filter(Boolean)).toHaveLength(life.indexOf(to));
  });

  const wrong = life.flatMap((from, at) => life.filter((_, to) => to !== at && to !== at + 1).map((to) => [from, to]));
  it.each(wrong)('does not go from %s to %s', async (from = '', to = '') => {
    const circle = await circleIn(from);
    expect(
      await changingNothing(circles, () => lead.from('circles').update({ state: to }).eq('id', circle))
    ).toMatchObject(wrongStep);
  });

  it('two leads who open it at once open it once', async () => {
    const circle = await circleIn('planned');

    const answers = await Promise.all(
      [1, 2].map(() =>
        lead.from('circles').update({ state: 'open' }).eq('id', circle).eq('state', 'planned').select('id')
      )
    );

    expect(answers.map(({ data }) => data?.length).sort()).toEqual([0, 1]);
  });

  it('the day it was held is the day where it was opened, not in London', async () => {
    const { circle } = await planCircle(lead, house.team);
    const time_zone = 'Pacific/Kiritimati';
    await lead.from('circles').update({ time_zone }).eq('id', circle);

    await moveTo(lead, circle, 'open', 'closed');

    const { held_on, opened_at } = must(
      await lead.from('circles').select('held_on, opened_at').eq('id', circle).single()
    );
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: time_zone }).format(new Date(opened_at ?? ''));
    expect(held_on).toEqual([day]);
  });

  it('a time zone that nobody knows does not keep it from closing', async () => {
    const { circle } = await planCircle(lead, house.team);
    await lead.from('circles').update({ time_zone: 'Middle/Earth' }).eq('id', circle);

    await moveTo(lead, circle, 'open', 'closed');

    const { held_on, opened_at } = must(
      await lead.from('circles').select('held_on, opened_at').eq('id', circle).single()
    );
    expect(held_on).toEqual([opened_at?.slice(0, 10)]);
  });
});

describe('a closed circle', () => {
  it.each([
    { title: 'Told differently' },
    { kind: 'staff' },
    { planned_minutes: 5 },
    { starts_at: '2020-01-01T00:00:00Z' },
    { time_zone: 'Asia/Tokyo' }
  ])('does not take %j, also not on its way to the archive', async (change) => {
    const circle = await circleIn('closed');

    const plain = await changingNothing(circles, () => lead.from('circles').update(change).eq('id', circle));
    const hidden = await changingNothing(circles, () =>
      lead
        .from('circles')
        .update({ ...change, state: 'archived' })
        .eq('id', circle)
    );

    expect([plain, hidden]).toMatchObject([closed, closed]);
  });

  it('has its days put right until it is archived', async () => {
    const circle = await circleIn('closed');
    const correct = (day: string) =>
      lead
        .from('circles')
        .update({ held_on: [day] })
        .eq('id', circle);

    expect(await correct('2026-03-30')).toMatchObject(done);
    await moveTo(lead, circle, 'archived');

    expect(await changingNothing(circles, () => correct('2026-03-31'))).toMatchObject(closed);
  });
});
