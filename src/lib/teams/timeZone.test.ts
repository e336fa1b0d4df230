import { expect, test } from 'vitest';
import { isTimeZone, ownTimeZone, timeZoneOptions, timeZones } from './timeZone.ts';

test('the list begins with UTC and has each zone once', () => {
  const zones = timeZones();
  expect(zones[0]).toBe('UTC');
  expect(zones).toContain('Europe/London');
  expect(new Set(zones).size).toBe(zones.length);
});

test('every listed zone can be read, and so can an old spelling', () => {
  for (const zone of [...timeZones(), 'US/Pacific', ownTimeZone()]) expect(isTimeZone(zone), zone).toBe(true);
});

test.each(['', 'Nowhere/Land', 'Europe/London; drop table', '+99:00', 'x'.repeat(80)])('refuses %j', (name) => {
  expect(isTimeZone(name)).toBe(false);
});

test('a zone in use is always among the options', () => {
  expect(timeZoneOptions('US/Pacific').some(({ value }) => value === 'US/Pacific')).toBe(true);
  expect(timeZoneOptions().some(({ value }) => value === 'US/Pacific')).toBe(false);
});
