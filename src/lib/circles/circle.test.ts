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
  heldOn,
  series: null
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

describe('planned circles of one series', () => {
  const meeting = (number: number, id = 'evenings'): CircleSummary => ({
    ...circle(`${id} ${number}`, 'planned', new Date(Date.UTC(2026, 10, 24 + 7 * number)).toISOString()),
    series: { id, title: `The ${id}`, number, length: 36 }
  });
  const all = Array.from({ length: 36 }, (_, at) => meeting(at + 1));
  const lines = (circles: CircleSummary[]) =>
    byState(circles).plannedLines.map((line) =>
      line.is === 'circle' ? line.circle.title : `${line.title}: ${line.next.title} and ${line.more}`
    );

  it('are one line, the next circle among them, where the soonest would stand', () => {
    const others = [circle('before', 'planned', '2026-11-25T10:00:00Z'), circle('undated', 'planned', null)];
    expect(lines(all.toReversed())).toEqual(['The evenings: evenings 1 and 35']);
    expect(lines([...others, ...all, circle('between', 'planned', '2026-12-03T10:00:00Z')])).toEqual([
      'The evenings: evenings 1 and 35',
      'between',
      'undated'
    ]);
  });

  it('are told apart by series, and one left over is a circle like any other', () => {
    expect(lines([circle('now', 'open', null), ...all.slice(0, 2), meeting(1, 'mornings')])).toEqual([
      'The evenings: evenings 1 and 1',
      'mornings 1'
    ]);
    expect(lines([all[35]!])).toEqual([]);
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
