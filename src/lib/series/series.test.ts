import { describe, expect, it } from 'vitest';
import { placesOf, type Place } from './place.ts';
import { dayOfMeeting, intakeAhead, lastDayOf, progressOf, type SeriesMeeting } from './series.ts';

const meeting = (number: number, state: SeriesMeeting['state'], startsAt: string | null = null): SeriesMeeting => ({
  id: String(number),
  number,
  title: 'Group',
  state,
  startsAt,
  timeZone: 'America/Toronto',
  plannedMinutes: 60,
  heldOn: []
});
const numbers = (meetings: SeriesMeeting[]) => meetings.map(({ number }) => number);

describe('how far a series is', () => {
  it('keeps the order of the numbers, and the open meeting comes next before any planned one', () => {
    const progress = progressOf([
      meeting(10, 'planned'),
      meeting(2, 'closed'),
      meeting(3, 'planned'),
      meeting(4, 'open'),
      meeting(1, 'archived')
    ]);
    expect(numbers(progress.done)).toEqual([1, 2]);
    expect(progress.next?.number).toBe(4);
    expect(numbers(progress.coming)).toEqual([3, 10]);
  });

  it('has no next meeting once all were held', () => {
    expect(progressOf([meeting(1, 'closed')]).next).toBeNull();
  });

  it('counts days where the circle is', () => {
    expect(dayOfMeeting(meeting(1, 'planned', '2027-01-05T02:00:00Z'))).toBe('2027-01-04');
    expect(dayOfMeeting({ ...meeting(1, 'closed', '2027-01-05T02:00:00Z'), heldOn: ['2027-01-06'] })).toBe(
      '2027-01-06'
    );
    expect(dayOfMeeting(meeting(1, 'planned'))).toBeNull();
    const meetings = [meeting(2, 'planned', '2027-02-05T12:00:00Z'), meeting(3, 'planned')];
    expect(lastDayOf({ firstOn: '2027-01-04', meetings })).toBe('2027-02-05');
  });
});

describe('the next day with a chance to join', () => {
  const series = {
    firstOn: '2027-01-04',
    intakeWeeks: 1,
    meetings: ['2027-01-04', '2027-01-11', '2027-01-18'].map((day, at) =>
      meeting(at + 1, 'planned', `${day}T17:00:00Z`)
    )
  };
  const next = (today: string, joined: string[] = [], free = 1) => intakeAhead(series, today, joined, free);

  it('is an intake to come while a place is free, even when some joined for it already', () => {
    expect(next('2027-01-01', ['2027-01-04'])).toBe('2027-01-04');
    expect(next('2027-01-01', ['2027-01-04'], 0)).toBe('2027-01-11');
    expect(next('2027-01-01', [], 0)).toBe('2027-01-04');
  });

  it('is the following one after an intake on the day itself, or once its meeting was held', () => {
    expect(next('2027-01-04')).toBe('2027-01-04');
    expect(next('2027-01-04', ['2027-01-04'])).toBe('2027-01-11');
    const held = {
      ...series,
      meetings: series.meetings.map((each, at) => (at === 0 ? { ...each, state: 'closed' as const } : each))
    };
    expect(intakeAhead(held, '2027-01-04', [], 1)).toBe('2027-01-11');
  });

  it('is none after the last, or where there are no intakes', () => {
    expect(next('2027-01-18', ['2027-01-18'])).toBeNull();
    expect(intakeAhead({ ...series, intakeWeeks: null }, '2027-01-04', [], 1)).toBeNull();
  });
});

describe('the places of a series', () => {
  const place = (
    name: string,
    askedAt: string,
    joinedOn: string | null = null,
    leftOn: string | null = null
  ): Place => ({
    id: name,
    person: null,
    name,
    askedAt,
    joinedOn,
    leftOn
  });

  it('are taken, waited for in the order of asking, or left', () => {
    const all = [
      place('Second', '2027-01-02T10:00:00+00:00'),
      place('First', '2027-01-02T09:00:00.5+00:00'),
      place('In', '2027-01-01T09:00:00+00:00', '2027-01-04'),
      place('Gone', '2027-01-01T09:00:00+00:00', '2027-01-04', '2027-02-01')
    ];
    const { taken, waiting, left, free } = placesOf(all, 2);
    expect([taken, waiting, left].map((some) => some.map(({ name }) => name))).toEqual([
      ['In'],
      ['First', 'Second'],
      ['Gone']
    ]);
    expect(free).toBe(1);
    expect(placesOf(all, 0).free).toBe(0);
  });
});
