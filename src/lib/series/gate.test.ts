import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attendanceStatuses, standingOf, type AttendanceStatus, type Mark } from './gate.ts';
import { daysAfter } from './recurrence.ts';
import type { SeriesMeeting } from './series.ts';

const first = '2027-01-04';
const meeting = (number: number, state: SeriesMeeting['state']): SeriesMeeting => ({
  id: `circle ${number}`,
  number,
  title: 'Group',
  state,
  startsAt: `${daysAfter(first, (number - 1) * 7)}T10:00:00Z`,
  timeZone: 'UTC',
  plannedMinutes: 120,
  heldOn: []
});
/** `held` closed meetings, the rest planned. */
const series = (held: number, length = 36) =>
  Array.from({ length }, (_, index) => meeting(index + 1, index < held ? 'closed' : 'planned'));
const marksAt = (numbers: number[], status: AttendanceStatus = 'present'): Mark[] =>
  numbers.map((number) => ({
    circle: `circle ${number}`,
    status,
    madeUpOn: status === 'made_up' ? '2027-02-01' : null
  }));
const to = (length: number, from = 1) => Array.from({ length }, (_, index) => from + index);
const all = new Set(series(36).map(({ id }) => id));
const always = { from: first, until: null };

describe('attendance over the meetings held', () => {
  it('counts present, late and made up, and not an apology', () => {
    const marks = [
      ...marksAt([1, 2, 3]),
      ...marksAt([4], 'late'),
      ...marksAt([5], 'made_up'),
      ...marksAt([6], 'apology'),
      ...marksAt([7], 'declined')
    ];
    expect(standingOf(series(7), all, marks, always, 24)).toMatchObject({
      held: 7,
      attended: 5,
      percent: 71,
      notTaken: 0,
      madeUp: [{ number: 5, on: '2027-02-01' }]
    });
  });

  it('counts meetings where attendance was not taken as held, and says how many', () => {
    const taken = new Set(to(34).map((number) => `circle ${number}`));
    expect(standingOf(series(36), taken, marksAt(to(24)), always, 24)).toMatchObject({
      held: 36,
      attended: 24,
      notTaken: 2,
      percent: 67,
      gate: { is: 'reached' }
    });
  });

  it('begins when somebody joins and ends when they leave, both days included', () => {
    const joinedAtThird = { from: daysAfter(first, 14), until: null };
    expect(standingOf(series(7), all, marksAt(to(7)), joinedAtThird, null)).toMatchObject({ held: 5, attended: 5 });
    const leftAtFourth = { from: first, until: daysAfter(first, 21) };
    expect(standingOf(series(7), all, marksAt(to(7)), leftAtFourth, 24)).toMatchObject({
      held: 4,
      attended: 4,
      left: 0,
      gate: { is: 'out', needed: 20 }
    });
  });

  it('has no percentage before the first meeting', () => {
    expect(standingOf(series(0), all, [], always, 24)).toMatchObject({ held: 0, percent: null, left: 36 });
  });
});

describe('the gate', () => {
  const gateAt = (held: number, attended: number) =>
    standingOf(series(held), all, marksAt(to(attended)), always, 24).gate;

  it('is still possible while enough meetings are left', () => {
    expect(gateAt(7, 5)).toEqual({ is: 'possible', needed: 19, left: 29 });
    expect(gateAt(30, 18)).toEqual({ is: 'possible', needed: 6, left: 6 });
  });

  it('is out of reach when fewer are left than needed, unless missed ones are made up', () => {
    expect(gateAt(30, 17)).toEqual({ is: 'out', needed: 7, left: 6, toMakeUp: 1 });
    const late = { from: daysAfter(first, 20 * 7), until: null };
    expect(standingOf(series(30), all, [], late, 24).gate).toEqual({ is: 'out', needed: 24, left: 6, toMakeUp: null });
  });

  const situations = fc
    .record({
      held: fc.integer({ min: 0, max: 36 }),
      statuses: fc.array(fc.constantFrom(null, ...attendanceStatuses), { minLength: 36, maxLength: 36 }),
      from: fc.integer({ min: -5, max: 40 }),
      stay: fc.option(fc.integer({ min: 0, max: 40 })),
      gate: fc.integer({ min: 1, max: 36 })
    })
    .map(({ held, statuses, from, stay, gate }) => {
      const start = daysAfter(first, from * 7);
      return {
        meetings: series(held),
        marks: statuses.flatMap((status, index) => (status === null ? [] : marksAt([index + 1], status))),
        span: { from: start, until: stay === null ? null : daysAfter(start, stay * 7) },
        gate
      };
    });

  it('never counts more attended than held, nor over a hundred per cent', () => {
    fc.assert(
      fc.property(situations, ({ meetings, marks, span, gate }) => {
        const standing = standingOf(meetings, new Set(), marks, span, gate);
        expect(standing.attended).toBeLessThanOrEqual(standing.held);
        expect(standing.percent ?? 0).toBeLessThanOrEqual(100);
        expect(standing.notTaken).toBe(standing.held);
        expect(standing.held + standing.left).toBeLessThanOrEqual(36);
      })
    );
  });

  it('is reached if and only if enough was attended', () => {
    fc.assert(
      fc.property(situations, ({ meetings, marks, span, gate }) => {
        const standing = standingOf(meetings, all, marks, span, gate);
        expect(standing.gate?.is === 'reached').toBe(standing.attended >= gate);
        if (standing.gate?.is === 'possible') expect(standing.attended + standing.left).toBeGreaterThanOrEqual(gate);
        if (standing.gate?.is === 'out') expect(standing.attended + standing.left).toBeLessThan(gate);
      })
    );
  });

  it('never moves further away by coming to one more', () => {
    const rank = { out: 0, possible: 1, reached: 2 };
    fc.assert(
      fc.property(situations, fc.integer({ min: 1, max: 36 }), ({ meetings, marks, span, gate }, number) => {
        const before = standingOf(meetings, all, marks, span, gate);
        const more = [...marks.filter(({ circle }) => circle !== `circle ${number}`), ...marksAt([number])];
        const after = standingOf(meetings, all, more, span, gate);
        expect(after.attended).toBeGreaterThanOrEqual(before.attended);
        expect(after.percent ?? 0).toBeGreaterThanOrEqual(before.percent ?? 0);
        expect(rank[after.gate!.is]).toBeGreaterThanOrEqual(rank[before.gate!.is]);
      })
    );
  });
});
