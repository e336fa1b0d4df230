import { render, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import NoteTools from './NoteTools.svelte';
import NoteView from './NoteView.svelte';

const calls = () => ({ onundo: vi.fn(), onredo: vi.fn(), onsaid: vi.fn() });

it('counts how many said the current comment', () => {
  const on = calls();
  render(NoteTools, { said: 2, canUndo: true, canRedo: false, controls: 'paper', ...on });
  screen.getByRole('button', { name: 'One more person said this' }).click();
  screen.getByRole('button', { name: 'One person fewer said this' }).click();
  expect(on.onsaid.mock.calls).toEqual([[1], [-1]]);
  expect(screen.getByText('This comment was said by 2')).toBeTruthy();
});

it('says which tools do nothing just now', () => {
  render(NoteTools, { said: 1, canUndo: false, canRedo: true, controls: 'paper', ...calls() });
  const off = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-disabled');
  expect(['Undo', 'Redo', 'One person fewer said this'].map(off)).toEqual(['true', 'false', 'true']);
});

it('shows a stored note as text, with what was said more than once', () => {
  render(NoteView, {
    items: [
      { text: '<script>alert(1)</script>', said: 3 },
      { text: 'Rest', said: 1 }
    ]
  });
  const [first, second] = screen.getAllByRole('listitem');
  expect(first?.textContent).toBe('<script>alert(1)</script>said by 3');
  expect(second?.textContent).toBe('Rest');
});
