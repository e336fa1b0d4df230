import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import StatementField from './StatementField.svelte';

const choices = ['Very', 'Satisfied', 'Quite', 'Not'];
const show = (over = {}) => render(StatementField, { at: 3, text: 'The pace suited me.', choices, choice: 0, ...over });

it('names the statement, and gives the four choices in their order, none of them chosen', () => {
  show();
  expect(screen.getByRole('group', { name: '3. The pace suited me.' })).toBeTruthy();
  const radios = screen.getAllByRole<HTMLInputElement>('radio');
  expect(radios.map(({ labels }) => labels?.[0]?.textContent.trim())).toEqual(choices);
  expect(radios.map(({ value }) => value)).toEqual(['1', '2', '3', '4']);
  expect(radios.some(({ checked }) => checked)).toBe(false);
});

it('takes a choice back, and stays at the statement', async () => {
  const onchoose = vi.fn();
  show({ onchoose });
  const leaveOut = screen.getByText('Leave this one out');
  expect(leaveOut.className).toContain('invisible');
  await fireEvent.click(screen.getByLabelText('Quite'));
  expect(onchoose).toHaveBeenCalledOnce();
  expect(leaveOut.className).not.toContain('invisible');

  await fireEvent.click(leaveOut);
  expect(screen.getAllByRole<HTMLInputElement>('radio').some(({ checked }) => checked)).toBe(false);
  expect(document.activeElement).toBe(screen.getByLabelText('Very'));
  expect(leaveOut.className).toContain('invisible');
});
