import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder } from '../timetable/edits.ts';
import type { HeldSlot } from '../timetable/slot.ts';
import { runningDay, whichDay } from './running.ts';

const zone = 'Europe/London';
const day = {
  day: 2,
  heldOn: '2027-01-12',
  audience: 'cohort' as const,
  title: '',
  morningStarts: '09:30',
  afternoonStarts: '13:15'
};
// In January the clock of London is that of UTC.
const at = (clock: string, date = '2027-01-12') => Date.parse(`${date}T${clock}:00Z`);
const iso = (clock: string, date?: string) => new Date(at(clock, date)).toISOString();
const clockOf = (instant: number | null) => instant && new Date(instant).toISOString().slice(11, 16);

const slot = (id: string, half: 1 | 2, minutes: number, more: Partial<HeldSlot> = {}): HeldSlot => ({
  id,
  day: 2,
  half,
  sessionKey: null,
  title: id,
  subject: 'risk',
  format: 'talk',
  minutes,
  trainers: '',
  startedAt: null,
  endedAt: null,
  actualMinutes: null,
  ...more
});
/** 09:30 opening, 10:00 talk, 11:20 to 12:20 practice, lunch, 13:15 film, 14:15 to 14:45 closing. */
const planned = [
  slot('opening', 1, 30),
  slot('talk', 1, 80),
  slot('practice', 1, 60),
  slot('film', 2, 60),
  slot('closing', 2, 30)
];
const withNotes = (notes: Record<string, Partial<HeldSlot>>) => planned.map((each) => ({ ...each, ...notes[each.id] }));
const took = (from: string, until: string, minutes: number) => ({
  startedAt: iso(from),
  endedAt: iso(until),
  actualMinutes: minutes
});
const run = (slots: HeldSlot[], clock: string, date?: string) => runningDay(day, slots, zone, at(clock, date));

describe('a day that runs', () => {
  it('before it began: the first is next, and the end is the planned one', () => {
    const running = run(planned, '09:00');
    expect([running.now, running.next?.slot.id, running.projectedEnd]).toEqual([null, 'opening', null]);
    expect(clockOf(running.plannedEnd)).toBe('14:45');
  });

  it('counts the minutes of what runs, and says how far it is over', () => {
    const slots = withNotes({ opening: { startedAt: iso('09:30') } });
    expect(run(slots, '09:45')).toMatchObject({ elapsed: 15, over: -15, late: 0 });
    expect(run(slots, '10:12')).toMatchObject({ elapsed: 42, over: 12 });
  });

  it('a late morning is caught up by lunch until the afternoon would begin late', () => {
    const running = withNotes({ practice: { startedAt: iso('11:50') } });
    expect(run(running, '12:00')).toMatchObject({ late: 0 });
    const late = run(withNotes({ practice: { startedAt: iso('12:30') } }), '12:40');
    expect([clockOf(late.projectedEnd), late.late]).toEqual(['15:00', 15]);
  });

  it('in the afternoon every minute counts, early ones too', () => {
    const late = run(withNotes({ film: { startedAt: iso('13:35') } }), '13:50');
    expect([clockOf(late.projectedEnd), late.late]).toEqual(['15:05', 20]);
    const early = run(withNotes({ film: took('13:15', '13:55', 40) }), '13:55');
    expect([early.next?.slot.id, early.late]).toEqual(['closing', -20]);
  });

  it('what was left out or forgotten is passed, and nothing is left after the last', () => {
    const running = run(withNotes({ practice: { startedAt: iso('11:00') } }), '11:10');
    expect(running.rows.map(({ stage }) => stage)).toEqual(['passed', 'passed', 'now', 'coming', 'coming']);
    const over = run(withNotes({ closing: took('14:15', '14:45', 30) }), '14:50');
    expect([over.now, over.next, over.projectedEnd]).toEqual([null, null, null]);
  });

  it('minutes typed in without a clock count as done', () => {
    expect(run(withNotes({ opening: { actualMinutes: 35 } }), '10:00').rows[0]?.stage).toBe('done');
  });
});

describe('which day it is', () => {
  const running = withNotes({ closing: { startedAt: iso('23:50') } });
  const which = (slots: HeldSlot[], clock: string, date: string) =>
    whichDay(day, run(slots, clock, date), zone, at(clock, date));

  it('says today, before, after, and past midnight', () => {
    expect(which(planned, '09:00', '2027-01-12')).toBe('today');
    expect(which(planned, '09:00', '2027-01-11')).toBe('before');
    expect(which(planned, '09:00', '2027-01-13')).toBe('after');
    expect(which(running, '00:10', '2027-01-13')).toBe('midnight');
    expect(which(running, '22:00', '2027-01-13')).toBe('after');
  });

  it('past midnight the minutes go on, and a day held on another date runs by that date', () => {
    expect(run(running, '00:10', '2027-01-13')).toMatchObject({ elapsed: 20, over: -10 });
    const moved = withNotes({ opening: { startedAt: iso('09:30', '2027-01-14') } });
    expect(run(moved, '09:40', '2027-01-14')).toMatchObject({ late: 0, elapsed: 10 });
  });
});

it('the end as it goes never lies before now, and never leaves out what is still ahead', () => {
  const rows = fc.array(
    fc.record({ half: fc.constantFrom(1 as const, 2 as const), minutes: fc.integer({ min: 1, max: 90 }) }),
    {
      minLength: 1,
      maxLength: 8
    }
  );
  fc.assert(
    fc.property(rows, fc.nat(7), fc.integer({ min: 0, max: 600 }), (some, begun, after) => {
      const slots = inOrder(some.map(({ half, minutes }, index) => slot(`s${index}`, half, minutes)));
      const index = begun % slots.length;
      slots[index] = { ...slots[index]!, startedAt: iso('09:30') };
      const now = at('09:30') + after * 60_000;
      const running = runningDay(day, slots, zone, now);
      const ahead = slots.slice(index + 1).reduce((sum, { minutes }) => sum + minutes, 0);
      const rest = Math.max(0, slots[index].minutes - after);
      expect(running.now?.slot.id).toBe(slots[index].id);
      expect(running.projectedEnd).toBeGreaterThanOrEqual(now + (ahead + rest) * 60_000);
    })
  );
});
