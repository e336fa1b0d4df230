import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clockChanges,
  clockTime,
  instantOf,
  isTimeZone,
  nextWeekday,
  runningTimes,
  timeZones,
  wallClock
} from './clock.ts';

const at = (iso: string) => Date.parse(iso);

describe('reading a date and time in a zone', () => {
  it('finds the instant', () => {
    expect(instantOf({ date: '2024-11-25', time: '10:00' }, 'America/Vancouver')).toBe(at('2024-11-25T18:00Z'));
    expect(instantOf({ date: '2026-07-01', time: '10:00' }, 'Europe/London')).toBe(at('2026-07-01T09:00Z'));
    expect(instantOf({ date: '2026-07-01', time: '00:15' }, 'Pacific/Auckland')).toBe(at('2026-06-30T12:15Z'));
    expect(instantOf({ date: '2026-07-01', time: '10:00' }, 'Asia/Kathmandu')).toBe(at('2026-07-01T04:15Z'));
  });

  it('moves a time that the clocks skip on by the gap, and takes the first of a time that comes twice', () => {
    // London 2026: 29 March 01:00 → 02:00, 25 October 02:00 → 01:00.
    expect(instantOf({ date: '2026-03-29', time: '01:30' }, 'Europe/London')).toBe(at('2026-03-29T01:30Z'));
    expect(wallClock(at('2026-03-29T01:30Z'), 'Europe/London').time).toBe('02:30');
    expect(instantOf({ date: '2026-10-25', time: '01:30' }, 'Europe/London')).toBe(at('2026-10-25T00:30Z'));
  });

  it('gives null for what is no date, time or zone', () => {
    expect(instantOf({ date: '2026-04-31', time: '10:00' }, 'UTC')).toBeNull();
    expect(instantOf({ date: 'soon', time: '10:00' }, 'UTC')).toBeNull();
    expect(instantOf({ date: '2026-04-30', time: '25:00' }, 'UTC')).toBeNull();
    expect(instantOf({ date: '2026-04-30', time: '10:00' }, 'Mars/Olympus')).toBeNull();
  });

  it('round-trips any minute except those a change doubles', () => {
    const zones = fc.constantFrom('Europe/London', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC');
    const minute = fc.integer({ min: at('2020-01-01T00:00Z') / 60_000, max: at('2035-01-01T00:00Z') / 60_000 });
    fc.assert(
      fc.property(minute, zones, (minutes, zone) => {
        const shown = wallClock(minutes * 60_000, zone);
        const found = instantOf(shown, zone)!;
        expect(wallClock(found, zone)).toEqual(shown);
        expect(found).toBeLessThanOrEqual(minutes * 60_000);
      })
    );
  });
});

describe('running clock times', () => {
  const items = [{ minutes: 20 }, { minutes: 30 }, { minutes: 40 }];

  it('follow one another from the start', () => {
    const times = runningTimes(at('2026-11-24T10:00Z'), items);
    expect(times.map(({ from }) => clockTime(from, 'UTC'))).toEqual(['10:00', '10:20', '10:50']);
    expect(clockTime(times.at(-1)!.until, 'UTC')).toBe('11:30');
    expect(runningTimes(0, [])).toEqual([]);
  });

  it('stay right when the clocks go forward', () => {
    const times = runningTimes(at('2026-03-29T00:30Z'), items);
    expect(times.map(({ from }) => clockTime(from, 'Europe/London'))).toEqual(['00:30', '00:50', '02:20']);
    expect(clockChanges(at('2026-03-29T00:30Z'), 90, 'Europe/London')).toBe(true);
    expect(clockChanges(at('2026-03-30T00:30Z'), 90, 'Europe/London')).toBe(false);
  });

  it('stay right when the clocks go back, and can say which clock they follow', () => {
    const times = runningTimes(at('2026-10-25T00:30Z'), items);
    expect(times.map(({ from }) => clockTime(from, 'Europe/London', true))).toEqual([
      '01:30 BST',
      '01:50 BST',
      '01:20 GMT'
    ]);
  });
});

describe('defaults and zones', () => {
  it('the next weekday skips the weekend, counted in the zone', () => {
    expect(nextWeekday(at('2026-11-19T12:00Z'), 'UTC')).toBe('2026-11-20');
    expect(nextWeekday(at('2026-11-20T12:00Z'), 'UTC')).toBe('2026-11-23');
    expect(nextWeekday(at('2026-11-22T23:30Z'), 'UTC')).toBe('2026-11-23');
    expect(nextWeekday(at('2026-11-22T23:30Z'), 'Pacific/Auckland')).toBe('2026-11-24');
  });

  it('knows real zones only', () => {
    expect(isTimeZone('Europe/London')).toBe(true);
    expect(isTimeZone('UTC')).toBe(true);
    expect(isTimeZone('')).toBe(false);
    expect(isTimeZone('Nowhere/Here')).toBe(false);
    expect(timeZones()).toContain('UTC');
    expect(timeZones().every(isTimeZone)).toBe(true);
  });
});
