import { expect, test } from 'vitest';
import { instantInWords } from './instant.ts';

test('the same instant is told in the time of the team, half hours and other days included', () => {
  const iso = '2026-03-03T23:45:00Z';
  expect(instantInWords(iso, 'America/St_Johns')).toBe('Tuesday 3 March 2026, 20:15');
  expect(instantInWords(iso, 'Asia/Kathmandu')).toBe('Wednesday 4 March 2026, 05:30');
});

test('midnight is 00, and summer time counts', () => {
  expect(instantInWords('2026-07-01T23:00:00Z', 'Europe/London', 'time')).toBe('00:00');
  expect(instantInWords('2026-01-01T23:00:00Z', 'Europe/London', 'time')).toBe('23:00');
});

test('shapes', () => {
  const tell = (shape: Parameters<typeof instantInWords>[2]) =>
    instantInWords('2026-09-05T08:05:00+02:00', 'UTC', shape);
  expect(tell('day')).toBe('5 September 2026');
  expect(tell('weekday')).toBe('Saturday 5 September 2026');
  expect(tell('short')).toBe('5 Sep, 06:05');
});

test('a wrong zone is read as UTC and a wrong instant is shown as it came', () => {
  expect(instantInWords('2026-03-03T10:00:00Z', 'Mars/Base', 'time')).toBe('10:00');
  expect(instantInWords('soon', 'UTC')).toBe('soon');
});
