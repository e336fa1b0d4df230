import { describe, expect, it } from 'vitest';
import { calendarFile, type CalendarMeeting } from './calendar.ts';
import { meetingsOf } from './recurrence.ts';

const words = {
  calendar: 'Meetings',
  meeting: 'Meeting',
  meetingOf: (number: number, length: number) => `Meeting ${number} of ${length}`
};
const meeting = (more: Partial<CalendarMeeting> = {}): CalendarMeeting => ({
  id: '6f1c1c9e-0000-4000-8000-000000000001',
  title: 'After a heavy month',
  startsAt: '2027-01-12T10:00:00.000Z',
  minutes: 90,
  changes: 2,
  changedAt: '2026-12-01T08:30:00.000Z',
  number: null,
  length: null,
  ...more
});
/** Lines as RFC 5545 means them: folded ones put together again. */
const lines = (file: string) => file.replace(/\r\n[ \t]/g, '').split('\r\n');
const values = (file: string, name: string) =>
  lines(file)
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1));

describe('a calendar file', () => {
  it('has the instant in UTC, the length, a lasting id and what tells newer from older', () => {
    const file = calendarFile([meeting()], words, false);
    expect(lines(file)).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'BEGIN:VEVENT',
        'UID:6f1c1c9e-0000-4000-8000-000000000001@circlewell',
        'SEQUENCE:2',
        'DTSTAMP:20261201T083000Z',
        'LAST-MODIFIED:20261201T083000Z',
        'DTSTART:20270112T100000Z',
        'DTEND:20270112T113000Z',
        'CLASS:PRIVATE',
        'END:VCALENDAR'
      ])
    );
    expect(file).not.toMatch(/ATTENDEE|ORGANIZER|METHOD|RRULE|TZID/);
  });

  it('is the same file while nothing changes', () => {
    expect(calendarFile([meeting()], words, false)).toBe(calendarFile([meeting()], words, false));
  });

  it('keeps the clock time over a clock change', () => {
    const series = { firstOn: '2027-03-18', startsAt: '10:00', timeZone: 'Europe/London', everyWeeks: 1, length: 3 };
    const meetings = meetingsOf(series)!.map(({ startsAt, number }) => meeting({ id: String(number), startsAt }));
    expect(values(calendarFile(meetings, words, false), 'DTSTART')).toEqual([
      '20270318T100000Z',
      '20270325T100000Z',
      '20270401T090000Z'
    ]);
  });

  it('says nothing of what a meeting is about unless asked to', () => {
    const some = [meeting(), meeting({ id: 'b', number: 7, length: 36 })];
    const neutral = calendarFile(some, words, false);
    expect(values(neutral, 'SUMMARY')).toEqual(['Meeting', 'Meeting 7 of 36']);
    expect(neutral).not.toContain('heavy');
    expect(values(calendarFile(some, words, true), 'SUMMARY')).toEqual(['After a heavy month', 'After a heavy month']);
  });

  it('escapes commas, semicolons, backslashes and line ends, and folds long lines', () => {
    const title = `Grief, anger; and \\ rest\nnext line ${'é'.repeat(80)}\r\nBEGIN:VALARM`;
    const file = calendarFile([meeting({ title })], words, true);
    expect(values(file, 'SUMMARY')[0]).toBe(
      `Grief\\, anger\\; and \\\\ rest\\nnext line ${'é'.repeat(80)}\\nBEGIN:VALARM`
    );
    expect(lines(file)).not.toContain('BEGIN:VALARM');
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });

  it('is a calendar without events when nothing is planned', () => {
    expect(values(calendarFile([], words, false), 'BEGIN')).toEqual(['VCALENDAR']);
  });
});
