import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import AgendaEditor from './AgendaEditor.svelte';
import { newId, newItem, type ItemKind } from './item.ts';

vi.mock('$app/forms', () => ({ enhance: () => ({ destroy: () => {} }) }));

const kinds: ItemKind[] = ['opening', 'check_in', 'core', 'closing'];
const items = kinds.map((kind, index) => ({ ...newItem(kind, newId(), `Part ${index + 1}`), minutes: 10 }));
const show = (more: object = {}) =>
  render(AgendaEditor, {
    items,
    version: 3,
    planned: 40,
    startsAt: '2026-11-24T10:00:00Z',
    zone: 'UTC',
    viewHref: '/circles/1',
    ...more
  });
const titles = () => screen.getAllByLabelText<HTMLInputElement>('What this part is called').map((input) => input.value);
const told = () => screen.getByRole('status').textContent;
const button = (name: string) => screen.getByRole('button', { name });

test('the arrow buttons move an item and say its new place and clock time', async () => {
  show();
  await fireEvent.click(button('Move Part 3 up'));
  expect(titles()).toEqual(['Part 1', 'Part 3', 'Part 2', 'Part 4']);
  expect(told()).toBe('Part 3 is now item 2 of 4, starting at 10:10.');
  expect(button('Move Part 3 up').getAttribute('aria-disabled')).toBe('true');
});

test('Alt with an arrow moves the item whose field has the keyboard, and focus goes along', async () => {
  show();
  const title = screen.getAllByLabelText('What this part is called')[1]!;
  title.focus();
  await fireEvent.keyDown(title, { key: 'ArrowDown', altKey: true });
  expect(titles()).toEqual(['Part 1', 'Part 3', 'Part 2', 'Part 4']);
  expect(document.activeElement).toBe(title);
  await fireEvent.keyDown(title, { key: 'ArrowDown', altKey: true });
  expect(told()).toBe('Part 2 stays where it is.');
});

test('in the notes Alt with an arrow belongs to the text', async () => {
  show();
  const notes = screen.getAllByLabelText('Notes for whoever leads this part')[1]!;
  await fireEvent.keyDown(notes, { key: 'ArrowDown', altKey: true });
  expect(titles()).toEqual(['Part 1', 'Part 2', 'Part 3', 'Part 4']);
});

test('minutes move the clock times after them and the total', async () => {
  show();
  await fireEvent.click(button('One minute more for Part 2'));
  const rows = screen.getAllByRole('listitem', { name: /^Item/ });
  expect(within(rows[2]!).getByText('10:21 to 10:31')).toBeTruthy();
  expect(screen.getByText('41 of 40 minutes: 1 over.')).toBeTruthy();
});

test('over time, an even cut is proposed and made', async () => {
  show({ planned: 36 });
  expect(screen.getByText('Part 2: 10 to 8 minutes')).toBeTruthy();
  await fireEvent.click(button('Shorten these'));
  expect(screen.getByText('36 of 36 minutes: it fits exactly.')).toBeTruthy();
});

test('shortening leaves alone what was just set, and the bar at the foot counts along', async () => {
  show();
  for (let minute = 0; minute < 3; minute++) await fireEvent.click(button('One minute more for Part 2'));
  expect(screen.getByText('43 of 40 · 3 over')).toBeTruthy();
  await fireEvent.click(button('Shorten to 40'));
  expect(screen.getAllByLabelText<HTMLInputElement>('Minutes').map(({ value }) => value)).toEqual([
    '10',
    '13',
    '7',
    '10'
  ]);
});

test('removing can be undone and done again; typing in one field is one step', async () => {
  show();
  await fireEvent.click(button('Remove Part 2'));
  expect(titles()).toEqual(['Part 1', 'Part 3', 'Part 4']);
  await fireEvent.click(button('Undo'));
  expect(titles()).toEqual(['Part 1', 'Part 2', 'Part 3', 'Part 4']);
  await fireEvent.click(button('Redo'));
  expect(titles()).toHaveLength(3);
  const title = screen.getAllByLabelText<HTMLInputElement>('What this part is called')[1]!;
  for (const typed of ['N', 'Ne', 'New']) await fireEvent.input(title, { target: { value: typed } });
  expect(titles()[1]).toBe('New');
  await fireEvent.click(button('Undo'));
  expect(titles()[1]).toBe('Part 3');
});

test('an added item gets the keyboard and takes its usual place', async () => {
  show();
  await fireEvent.change(screen.getByLabelText('Add an item'), { target: { value: 'practice' } });
  await fireEvent.click(button('Add'));
  expect(titles()).toEqual(['Part 1', 'Part 2', 'Practice', 'Part 3', 'Part 4']);
  expect((document.activeElement as HTMLInputElement).value).toBe('Practice');
});

test('opening and closing have no arrows and cannot be removed', () => {
  show();
  expect(screen.queryByRole('button', { name: 'Remove Part 1' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Move Part 4 up' })).toBeNull();
});

test('a stale screen keeps what was typed and offers the newer version', () => {
  const { container } = show({ refused: { stale: 5 } });
  expect(screen.getByRole('alert').textContent).toContain('Someone changed this agenda');
  const mine = button('Save mine instead') as HTMLButtonElement;
  expect([mine.name, mine.value]).toEqual(['over', '5']);
  expect(titles()).toHaveLength(4);
  expect(container.querySelector<HTMLInputElement>('input[name="version"]')!.value).toBe('3');
});

test('a problem is shown at its row, also after the row has moved', async () => {
  show({ refused: { problems: { rows: { 2: { title: 'Give this part a name.' } }, whole: null } } });
  await fireEvent.click(button('Move Part 3 up'));
  const rows = screen.getAllByRole('listitem', { name: /^Item/ });
  expect(within(rows[1]!).getByText('Give this part a name.')).toBeTruthy();
});
