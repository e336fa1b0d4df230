import { describe, expect, test } from 'vitest';
import type { AttendanceLine } from './attendance.ts';
import { leftOver, readAttendance, sentRow } from './attendanceForm.ts';

type Row = { name: string; was?: string; status?: string; on?: string };

/** The form of a tap list with these people, and what else was sent. */
function form(rows: Row[], rest: Record<string, string> = {}): FormData {
  const data = new FormData();
  rows.forEach(({ name, was = '', status = '', on = '' }, row) => {
    const sent = { id: '', person: name, place: '', name, was, status, on, note: '', 'was-on': '', 'was-note': '' };
    for (const [field, value] of Object.entries(sent)) data.set(`${field}-${row}`, value);
  });
  for (const [field, value] of Object.entries({ 'was-taken': 'no', taken: 'no', ...rest })) data.set(field, value);
  return data;
}
const noted = (data: FormData) =>
  readAttendance(data).changes.lines.map(({ name, status, madeUpOn }) => [name, status, madeUpOn]);
const taken = (data: FormData) => readAttendance(data).changes.taken;

describe('a tap list with a slip', () => {
  const slip = form(
    [
      { name: 'Mo', status: 'present' },
      { name: 'Ada', status: 'made_up' },
      { name: 'Kim', status: 'made_up', on: '2026-03-01' }
    ],
    { present: 'many', 'new-ids': crypto.randomUUID(), 'new-names': 'x'.repeat(121), taken: 'yes' }
  );

  test('notes everybody else, and says what is not saved', () => {
    expect(noted(slip)).toEqual([
      ['Mo', 'present', null],
      ['Kim', 'made_up', '2026-03-01']
    ]);
    const { errors, unsaved } = readAttendance(slip);
    expect(errors['on-1']).toBe('Say on which day Ada made it up.');
    expect(Object.keys(errors).toSorted()).toEqual(['new-names', 'on-1', 'present']);
    expect(unsaved).toEqual(['Ada', 'the names you added', 'the people counted']);
  });

  test('is not all of it', () => {
    expect(taken(slip)).toBeUndefined();
  });
});

describe('attendance is taken', () => {
  test('once this screen noted the last one, unless somebody says otherwise afterwards', () => {
    expect(
      taken(
        form([
          { name: 'Mo', was: 'late', status: 'late' },
          { name: 'Ada', status: 'apology' }
        ])
      )
    ).toBe(true);
    const all = [{ name: 'Mo', was: 'late', status: 'present' }];
    expect(taken(form(all, { 'was-taken': 'yes' }))).toBe(false);
    expect(taken(form(all))).toBeUndefined();
  });

  test('not by itself while somebody has no line, or there is nobody', () => {
    expect(taken(form([{ name: 'Mo', status: 'late' }, { name: 'Ada' }]))).toBeUndefined();
    expect(taken(form([{ name: 'Mo', status: 'late' }, { name: 'Ada' }], { taken: 'yes' }))).toBe(true);
    expect(taken(form([]))).toBeUndefined();
  });
});

test('what was typed finds its person again when lines have moved', () => {
  const values = Object.fromEntries(
    [...form([{ name: 'Mo' }, { name: 'Ada' }])].map(([name, text]) => [name, `${text}`])
  );
  const line = (personId: string | null, id: string | null): AttendanceLine => ({
    key: 'k',
    id,
    personId,
    placeId: null,
    name: '',
    status: null,
    madeUpOn: null,
    madeUpNote: ''
  });
  expect(sentRow(values, line('Ada', 'a row by now'))).toBe(1);
  expect(sentRow(values, line(null, 'saved just now'))).toBeNull();
});

test('names that are saved are not asked for again, those with a slip stay', () => {
  const values = { 'new-names': 'Robin', 'new-ids': 'x', 'status-0': 'late' };
  expect(leftOver(values, { 'on-1': 'When?' })).toEqual({ 'status-0': 'late' });
  expect(leftOver(values, { 'new-names': 'Too long' })).toEqual(values);
});
