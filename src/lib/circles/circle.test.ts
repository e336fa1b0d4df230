import { describe, expect, it } from 'vitest';
import { byState, dayOf, plannedForOtherDay, type CircleSummary } from './circle.ts';
import type { CircleState } from './state.ts';

const circle = (title: string, state: CircleState, startsAt: string | null, heldOn: string[] = []): CircleSummary => ({
  id: title,
  title,
  kind: 'staff',
  state,
  startsAt,
  timeZone: 'UTC',
  plannedMinutes: 45,
  heldOn
});
const titles = (circles: CircleSummary[]) => circles.map(({ title }) => title);

describe("a team's circles", () => {
  const planned = [
    circle('later', 'planned', '2026-12-01T10:00:00Z'),
    circle('undated', 'planned', null),
    circle('sooner', 'planned', '2026-11-24T10:00:00Z')
  ];

  it('put the soonest planned one in front and keep the rest in order of time', () => {
    const sorted = byState(planned);
    expect(sorted.next?.title).toBe('sooner');
    expect(titles(sorted.planned)).toEqual(['later', 'undated']);
  });

  it('put an open one before any planned one', () => {
    const sorted = byState([...planned, circle('now', 'open', '2026-12-05T10:00:00Z')]);
    expect(sorted.next?.title).toBe('now');
    expect(sorted.open).toEqual([]);
    expect(titles(sorted.planned)).toEqual(['sooner', 'later', 'undated']);
  });

  it('show what is past latest first, records by the day they were held', () => {
    const sorted = byState([
      circle('old record', 'closed', null, ['2007-11-05']),
      circle('last week', 'closed', '2026-11-17T10:00:00Z')
    ]);
    expect(titles(sorted.closed)).toEqual(['last week', 'old record']);
    expect(sorted.next).toBeNull();
  });
});

describe('a day in words', () => {
  it('belongs to the calendar, not to a zone', () => {
    expect(dayOf('2007-11-05')).toBe('5 November 2007');
    expect(dayOf('whenever')).toBe('whenever');
  });
});

describe('the day a circle is planned for', () => {
  const at = { startsAt: '2026-11-30T02:00:00Z', timeZone: 'America/Toronto' };

  it('is named when it is not today where the circle is', () => {
    expect(plannedForOtherDay(at, Date.parse('2026-11-30T12:00:00Z'))).toBe('Sunday 29 November 2026');
  });

  it('is not named on the day itself, or without a date', () => {
    expect(plannedForOtherDay(at, Date.parse('2026-11-29T12:00:00Z'))).toBeNull();
    expect(plannedForOtherDay({ ...at, startsAt: null }, 0)).toBeNull();
  });
});
