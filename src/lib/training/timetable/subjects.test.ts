import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allMinutes, subjectMinutes } from './subjects.ts';
import { anyTimetable } from './timetable.arbitrary.ts';

const subjects = [
  { key: 'risk', title: 'Risk' },
  { key: 'culture', title: 'Culture' }
];
const slot = (subject: string | null, minutes: number, actualMinutes: number | null = null) => ({
  subject,
  minutes,
  actualMinutes
});

it('minutes per subject add up to all minutes, breaks aside', () => {
  fc.assert(
    fc.property(anyTimetable, fc.array(fc.option(fc.integer({ min: 0, max: 300 }))), (slots, taken) => {
      const held = slots.map((each, at) => ({ ...each, actualMinutes: taken[at] ?? null }));
      const rows = subjectMinutes(held, subjects);
      const sum = (of: 'planned' | 'plannedOfHeld' | 'actual') => rows.reduce((total, row) => total + row[of], 0);
      const all = allMinutes(held);
      expect(sum('planned')).toBe(all.planned);
      expect(sum('plannedOfHeld')).toBe(all.plannedOfHeld);
      expect(sum('actual')).toBe(all.actual);
      const sessions = slots.filter(({ subject }) => subject !== null);
      expect(all.planned).toBe(sessions.reduce((total, { minutes }) => total + minutes, 0));
    })
  );
});

it('compares what sessions took with what was planned for those sessions, not for all', () => {
  const [risk, culture] = subjectMinutes(
    [slot('risk', 60, 70), slot('risk', 60), slot('culture', 80, 100), slot(null, 15, 40)],
    subjects
  );
  expect(risk).toMatchObject({ planned: 120, plannedOfHeld: 60, actual: 70, difference: 10, overByQuarter: false });
  expect(culture).toMatchObject({ planned: 80, actual: 100, difference: 20, overByQuarter: true });
});

it('one that did not take place counts as nothing taken, and nothing known is not nothing taken', () => {
  expect(subjectMinutes([slot('risk', 60, 0)], subjects)[0]).toMatchObject({ actual: 0, difference: -60 });
  expect(subjectMinutes([slot('risk', 60)], subjects)[0]).toMatchObject({ difference: null, overByQuarter: false });
});

it('keeps the order of the curriculum; a subject it does not know comes last', () => {
  const rows = subjectMinutes([slot('our own', 30), slot('culture', 30), slot('risk', 30)], subjects);
  expect(rows.map(({ title }) => title)).toEqual(['Risk', 'Culture', 'our own']);
});
