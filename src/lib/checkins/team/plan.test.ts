import { describe, expect, it } from 'vitest';
import { plannableFrom, planOf, scaleChoices } from './plan.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 5, 3, 12);
const round = (opened: boolean, ago: number) => ({ opened, opensAt: new Date(now - ago * day).toISOString() });
const members = Array.from({ length: 6 }, (_, index) => ({
  person: String(index),
  role: 'member' as const,
  joinedAt: new Date(now - 20 * day)
}));
const organisation = { id: 'o', isAdmin: false, contacts: [{}] };
const plan = (rounds: ReturnType<typeof round>[], of = organisation) => planOf(rounds, members, of, 'UTC', now);

describe('what a lead sees before planning a round', () => {
  it('nothing in the way', () => {
    expect(plan([])).toEqual({
      ...{ hindered: null, contactsPage: null, mayOpenFrom: null, few: null },
      date: '2026-06-04'
    });
  });
  it('from the first morning 28 days after the round before', () => {
    // It began at noon, so the morning of the 28th day is too early.
    expect(plan([round(true, 10), round(true, 60)])).toMatchObject({
      mayOpenFrom: '2026-06-22T08:00:00.000Z',
      date: '2026-06-22'
    });
    expect(planOf([round(true, 10)], members, organisation, 'Pacific/Auckland', now).mayOpenFrom).toBe(
      '2026-06-21T20:00:00.000Z'
    );
    expect(plannableFrom([round(true, 28)], now)).toBeNull();
    expect(plannableFrom([round(true, 27.9)], now)).toBeGreaterThan(now);
  });
  it('one is planned already', () => {
    expect(plan([round(false, -3)]).hindered).toBe('planned');
  });
  it('no support contacts, and where an admin sets them', () => {
    expect(plan([], { ...organisation, contacts: [] })).toMatchObject({ hindered: 'no_contacts', contactsPage: null });
    expect(plan([], { ...organisation, isAdmin: true }).contactsPage).toBe('/organisation/o/contacts');
  });
  it('too few people', () => {
    expect(planOf([], members.slice(1), organisation, 'UTC', now).few).toBe('few_now');
  });
});

it('scales to choose from: our own first, then the newest version of each', () => {
  const scale = (key: string, version: number) => ({ key, version, definition: { title: key } });
  const choices = scaleChoices({ title: 'Own' }, [scale('a', 2), scale('a', 3), scale('b', 1)]);
  expect(choices.map(({ value }) => value)).toEqual(['built-in', 'a/3', 'b/1']);
});
