import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import TimetableEditor from './TimetableEditor.svelte';
import type { Slot } from './slot.ts';

vi.mock('$app/forms', () => ({ enhance: () => ({ destroy: () => {} }) }));

const id = (number: number) => `7a1c0000-0000-4000-8000-00000000000${number}`;
const slot = (number: number, more: Partial<Slot> = {}): Slot => ({
  id: id(number),
  day: 1,
  half: 1,
  sessionKey: null,
  title: `Part ${number}`,
  subject: 'risk',
  format: 'talk',
  minutes: 60,
  trainers: '',
  ...more
});
const slots = [slot(1), slot(2, { subject: 'culture' }), slot(3, { half: 2 })];
const day = (number: number) => ({
  day: number,
  heldOn: `2035-03-0${number}`,
  audience: 'cohort' as const,
  title: '',
  morningStarts: '09:30',
  afternoonStarts: '13:15'
});
const offer = {
  sessions: [
    { key: 'more', title: 'More', subject: 'culture', format: 'discussion' as const, minutes: 90, trainers: '' }
  ],
  subjects: [
    { key: 'risk', title: 'Risk' },
    { key: 'culture', title: 'Culture' }
  ],
  days: [day(1), day(2)]
};
const show = (more: object = {}) =>
  render(TimetableEditor, { slots, base: slots, version: 3, days: offer.days, offer, ...more });
const rows = (half: string) =>
  within(screen.getByLabelText(half))
    .queryAllByLabelText<HTMLTextAreaElement>('What this session is called')
    .map(({ value }) => value);
// By label: asking for roles is slow among so many lists of choices.
const labelled = (name: string) => screen.getByLabelText(name);
const told = () => screen.getByRole('status').textContent;

test('a row moves by buttons into the next half day, and its clock time is told', async () => {
  show();
  await fireEvent.click(labelled('Move Part 2 later'));
  expect([rows('Day 1, morning'), rows('Day 1, afternoon')]).toEqual([['Part 1'], ['Part 2', 'Part 3']]);
  expect(told()).toBe('Part 2 is now on Day 1, afternoon, starting at 13:15.');
  expect(labelled('Move Part 1 earlier').getAttribute('aria-disabled')).toBe('true');
});

test('a row goes to any half day by its list, and undo brings it back', async () => {
  show();
  await fireEvent.change(screen.getAllByLabelText('To another half day')[0]!, { target: { value: '2-1' } });
  expect(rows('Day 2, morning')).toEqual(['Part 1']);
  await fireEvent.click(screen.getByText('Undo'));
  expect(rows('Day 1, morning')).toEqual(['Part 1', 'Part 2']);
});

test('minutes per subject stay in view and follow what is typed', async () => {
  show();
  const bar = labelled('Minutes per subject');
  expect(bar.textContent).toContain('Risk 120');
  await fireEvent.input(screen.getAllByLabelText('Minutes')[1]!, { target: { value: '45' } });
  expect(bar.textContent).toContain('Culture 45');
  expect(bar.textContent).toContain('165 in all');
});

test('a morning that takes from lunch is said, against the saved timetable', async () => {
  show();
  expect(screen.getByText('Lunch from 11:30 to 13:15, 105 minutes')).toBeTruthy();
  const [first] = screen.getAllByLabelText('Minutes');
  await fireEvent.input(first!, { target: { value: '150' } });
  expect(screen.getByText('The morning ends at 13:00: lunch is 90 minutes shorter.')).toBeTruthy();
  expect(screen.getByText('Only 15 minutes for lunch, 13:00 to 13:15')).toBeTruthy();
  await fireEvent.input(first!, { target: { value: '180' } });
  expect(screen.getByText('No time is left for lunch.')).toBeTruthy();
});

test('a session of the curriculum is added where it is wanted, and gets the keyboard', async () => {
  show();
  await fireEvent.change(screen.getByLabelText('Add to the timetable'), { target: { value: 'more' } });
  await fireEvent.change(screen.getByLabelText('Where'), { target: { value: '2-2' } });
  await fireEvent.click(screen.getByText('Add'));
  expect(rows('Day 2, afternoon')).toEqual(['More']);
  expect((document.activeElement as HTMLTextAreaElement).value).toBe('More');
});

test('a stale screen says what the other did, keeps its rows, and offers both ways on', () => {
  const changes = [{ what: 'minutes' as const, title: 'Part 3', from: 60, to: 75 }];
  show({ slots: [slot(1, { title: 'Mine' })], refused: { stale: 5, changes } });
  const alert = screen.getByRole('alert');
  expect(within(alert).getByText('Part 3: 60 to 75 minutes')).toBeTruthy();
  const mine = screen.getByText('Save mine instead') as HTMLButtonElement;
  expect([mine.name, mine.value, rows('Day 1, morning')[0]]).toEqual(['over', '5', 'Mine']);
});

test('what is wrong is said at its row, also after the row has moved', async () => {
  show({ refused: { problems: { rows: { [id(2)]: { title: 'Give this session a name.' } }, whole: null } } });
  await fireEvent.click(labelled('Move Part 2 earlier'));
  const [first] = labelled('Day 1, morning').children;
  expect(within(first as HTMLElement).getByText('Give this session a name.')).toBeTruthy();
});
