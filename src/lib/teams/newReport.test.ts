import { expect, test } from 'vitest';
import { newReports } from './newReport.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const report = (circleId: string, version: number, publishedAt: string) => ({
  circleId,
  circle: `Circle ${circleId}`,
  version,
  publishedAt
});

test('the newest version of each circle is told, the latest report first', () => {
  const reports = [
    report('a', 1, '2026-11-01T09:00:00Z'),
    report('a', 2, '2026-11-10T09:00:00Z'),
    report('b', 1, '2026-11-20T09:00:00Z')
  ];

  expect(newReports(reports, now).map(({ circleId, version }) => [circleId, version])).toEqual([
    ['b', 1],
    ['a', 2]
  ]);
});

test('after thirty days a report is no news', () => {
  expect(newReports([report('a', 1, '2026-10-23T11:59:59Z')], now)).toEqual([]);
  expect(newReports([report('a', 1, '2026-10-23T12:00:00Z')], now)).toHaveLength(1);
});
