import { describe, expect, it } from 'vitest';
import { belongingsOf, type BelongingSeries } from './belonging.ts';
import type { SeriesMeeting } from './series.ts';

const meeting = (number: number, state: SeriesMeeting['state']): SeriesMeeting => ({
  id: `circle ${number}`,
  number,
  title: 'Group',
  state,
  startsAt: `2027-01-0${number}T10:00:00Z`,
  timeZone: 'America/Toronto',
  plannedMinutes: 60,
  heldOn: []
});
const series: BelongingSeries = {
  id: 'series',
  title: 'Group',
  everyWeeks: 1,
  firstOn: '2027-01-01',
  startsAt: '05:00',
  timeZone: 'America/Toronto',
  minutes: 60,
  length: 4,
  places: 2,
  intakeWeeks: null,
  gate: null,
  meetings: [meeting(1, 'closed'), meeting(2, 'closed'), meeting(3, 'closed'), meeting(4, 'planned')],
  members: [
    { id: 'zoe', name: 'Zoe', joinedAt: '2027-01-02T03:00:00Z' },
    { id: 'ann', name: 'Ann', joinedAt: '2026-01-01T00:00:00Z' }
  ],
  placed: [
    { id: 'p1', person: 'zoe', name: 'Zoe', askedAt: '2026-12-01T00:00:00Z', joinedOn: '2027-01-01', leftOn: null },
    {
      id: 'p2',
      person: null,
      name: 'Bo',
      askedAt: '2026-12-01T00:00:00Z',
      joinedOn: '2027-01-01',
      leftOn: '2027-01-02'
    },
    { id: 'p3', person: 'ann', name: 'Ann', askedAt: '2026-12-02T00:00:00Z', joinedOn: null, leftOn: null }
  ],
  attendance: [
    { circle: 'circle 1', person: 'zoe', place: null, status: 'present', madeUpOn: null },
    { circle: 'circle 2', person: 'zoe', place: 'p1', status: 'late', madeUpOn: null },
    { circle: 'circle 2', person: null, place: 'p2', status: 'present', madeUpOn: null },
    { circle: 'circle 3', person: 'ann', place: null, status: 'present', madeUpOn: null }
  ],
  taken: ['circle 1', 'circle 2', 'circle 3']
};
const figures = (of: BelongingSeries) =>
  belongingsOf(of).map(({ name, standing }) => [name, standing.attended, standing.held]);

describe('who belongs to a series', () => {
  it('are those with a place, who left last; those who wait do not', () => {
    expect(figures(series)).toEqual([
      ['Zoe', 2, 3],
      ['Bo', 1, 2]
    ]);
  });

  it('is the whole team where there are no places, each from the day they joined it where the circle is', () => {
    expect(figures({ ...series, places: null })).toEqual([
      ['Ann', 1, 3],
      ['Zoe', 2, 3]
    ]);
  });
});
