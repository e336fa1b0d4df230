import { describe, expect, it } from 'vitest';
import { dayInWords } from './dayTimes.ts';
import { ownCalendar } from './ownCalendar.ts';

const id = '6f1c1c9e-0000-4000-8000-000000000001';
const training = {
  id,
  title: 'Canary title',
  organisationId: id,
  organisation: 'Canary House',
  venue: 'The long room, 4 Quay Street',
  link: '',
  online: false,
  contact: '',
  timeZone: 'Europe/London',
  trainers: ['Tara'],
  daysNeeded: 2,
  makeUpsCount: true,
  mostMissed: 30
};
const day = (number: number, heldOn: string) => ({
  day: number,
  heldOn,
  audience: 'cohort' as const,
  title: '',
  morningStarts: '09:30',
  afternoonStarts: '13:15'
});
const row = (number: number, half: 1 | 2, minutes: number) => ({
  day: number,
  half,
  title: 'Canary session',
  format: 'talk',
  minutes
});
// The clocks go forward on 25 March 2035.
const days = [day(1, '2035-03-24'), day(2, '2035-03-26')];
const sessions = [row(1, 1, 120), row(1, 2, 90), row(2, 1, 240), row(2, 2, 60)];
const now = Date.parse('2035-01-02T08:00:00Z');
const place = { state: 'placed' as const, training, days, sessions };
const values = (file: string, name: string) =>
  file
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1));

describe('the days of one’s own training in a calendar', () => {
  it('are at their own instants across a clock change; a long morning pushes the afternoon on', () => {
    const file = ownCalendar(place, now);
    expect(values(file, 'DTSTART')).toEqual(['20350324T093000Z', '20350326T083000Z']);
    expect(values(file, 'DTEND')).toEqual(['20350324T144500Z', '20350326T133000Z']);
    expect(values(file, 'LOCATION')).toEqual(Array(2).fill('The long room\\, 4 Quay Street'));
  });

  it('keep their id when they move, and a later file is newer', () => {
    const before = ownCalendar(place, now);
    const after = ownCalendar({ ...place, days: [days[0]!, day(2, '2035-04-02')] }, now + 60_000);
    expect(values(after, 'UID')).toEqual([`${id}-1@circlewell`, `${id}-2@circlewell`]);
    expect(values(after, 'UID')).toEqual(values(before, 'UID'));
    const [first, second] = [before, after].map((file) => Number(values(file, 'SEQUENCE')[0]));
    expect(second! - first!).toBe(1);
  });

  it('say neither what the training is about nor whose it is', () => {
    expect(ownCalendar(place, now)).not.toMatch(/canary/i);
  });

  it.each([
    ['placed', 'CONFIRMED'],
    ['waiting', 'TENTATIVE'],
    ['withdrawn', 'CANCELLED']
  ] as const)('a place that is %s is %s', (state, status) => {
    expect(values(ownCalendar({ ...place, state }, now), 'STATUS')).toEqual([status, status]);
  });

  it('a day without a timetable lasts until an hour after its afternoon began', () => {
    expect(values(ownCalendar({ ...place, sessions: [] }, now), 'DTEND')[0]).toBe('20350324T141500Z');
  });

  it('a day with an afternoon only begins with it, in words too', () => {
    const afternoon = [row(1, 2, 90)];
    expect(values(ownCalendar({ ...place, sessions: afternoon }, now), 'DTSTART')[0]).toBe('20350324T131500Z');
    expect(dayInWords(days[0]!, afternoon)).toBe('Saturday 24 March 2035, 13:15 to 14:45');
    expect(dayInWords(days[0]!, [])).toBe('Saturday 24 March 2035, from 09:30');
  });
});
