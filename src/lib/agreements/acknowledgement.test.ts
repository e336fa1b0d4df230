import { expect, it } from 'vitest';
import { missingFrom, unreadOf } from './acknowledgement.ts';

const north = { id: 'n', name: 'North' };
const east = { id: 'e', name: 'East' };
const row = (version: number, acknowledged: boolean, team = north, kind: 'agreement' | 'terms' = 'agreement') => ({
  team,
  kind,
  version,
  acknowledged
});

it('asks for the version in force only, and again when a new one is adopted', () => {
  expect(unreadOf([row(1, false), row(2, true)])).toEqual([]);
  expect(unreadOf([row(2, false), row(1, true)])).toEqual([{ team: north, kind: 'agreement', version: 2 }]);
});

it('keeps teams and terms of reference apart', () => {
  const unread = unreadOf([row(1, false), row(1, false, north, 'terms'), row(3, false, east)]);
  expect(unread.map(({ team, kind }) => `${team.name} ${kind}`)).toEqual([
    'East agreement',
    'North agreement',
    'North terms'
  ]);
});

it('names who has not acknowledged', () => {
  const members = [
    { id: '1', name: 'Mo' },
    { id: '2', name: 'Ada' },
    { id: '3', name: 'Lena' }
  ];
  expect(missingFrom(members, ['3']).map(({ name }) => name)).toEqual(['Ada', 'Mo']);
});
