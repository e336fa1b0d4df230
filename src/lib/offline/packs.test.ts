import { expect, test } from 'vitest';
import { packsOf } from './packs.ts';

const now = Date.parse('2026-11-22T23:30:00Z');
const circle = (id: string, startsAt: string | null) => ({ id, title: `Circle ${id}`, startsAt });
const untils = (timeZone: string, startsAt: string | null) =>
  packsOf('ana', [{ timeZone, open: [], next: circle('c', startsAt) }], now).map(({ until }) =>
    new Date(until).toISOString()
  );

test('the next circle’s pack, and those of circles that are open, of every team', () => {
  const teams = [
    { timeZone: 'Europe/London', open: [circle('a', null)], next: circle('b', '2026-12-01T09:00:00Z') },
    { timeZone: 'Europe/London', open: [], next: null }
  ];
  expect(packsOf('ana', teams, now).map(({ path, kind, person, title }) => [path, kind, person, title])).toEqual([
    ['/circles/a/pack', 'pack', 'ana', 'Circle a'],
    ['/circles/b/pack', 'pack', 'ana', 'Circle b']
  ]);
});

test('a pack goes when the second day after its circle ends, where the team is', () => {
  expect(untils('Europe/London', '2026-12-01T23:30:00Z')).toEqual(['2026-12-04T00:00:00.000Z']);
  expect(untils('Pacific/Auckland', '2026-12-01T23:30:00Z')).toEqual(['2026-12-04T11:00:00.000Z']);
  // Over the night of the clock change.
  expect(untils('Europe/London', '2027-03-27T10:00:00Z')).toEqual(['2027-03-29T23:00:00.000Z']);
});

test('without a day, or open for longer, the days count from today', () => {
  expect(untils('Europe/London', null)).toEqual(['2026-11-25T00:00:00.000Z']);
  expect(untils('Europe/London', '2026-11-01T10:00:00Z')).toEqual(['2026-11-25T00:00:00.000Z']);
});
