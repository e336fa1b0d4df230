import { expect, test } from 'vitest';
import { itemsOfRun, runTotals } from './run.ts';

const item = { id: 'a', kind: 'round', title: 'Round', planned: 10, minutes: 12, actual: 12.4, skipped: false };

test('planned against actual is read from a run, and added up', () => {
  const items = itemsOfRun({ phase: 'ended', items: [item, { ...item, actual: 0, skipped: true }], rounds: 2 });
  expect(items).toEqual([
    { title: 'Round', planned: 10, actual: 12.4, skipped: false },
    { title: 'Round', planned: 10, actual: 0, skipped: true }
  ]);
  expect(runTotals(items)).toEqual({ planned: 20, actual: 12 });
});

test.each([[null], [undefined], [{}], [{ items: [{ title: 'x' }] }]])(
  'a run of another shape is left out: %j',
  (run) => {
    expect(itemsOfRun(run)).toEqual([]);
  }
);
