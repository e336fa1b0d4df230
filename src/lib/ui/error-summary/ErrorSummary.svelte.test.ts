import { render, screen } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import ErrorSummary from './ErrorSummary.svelte';

afterEach(() => document.getElementById('title')?.remove());

test('nothing is there while nothing is wrong', () => {
  render(ErrorSummary, { errors: {} });
  expect(screen.queryByRole('alert')).toBeNull();
});

test('it takes the focus and links each sentence to its field', () => {
  render(ErrorSummary, { errors: { title: 'Give the circle a title.', team: 'Choose a team.' } });
  expect(document.activeElement).toBe(screen.getByRole('alert'));
  const links = screen.getAllByRole('link').map((link) => [link.textContent?.trim(), link.getAttribute('href')]);
  expect(links).toEqual([
    ['Give the circle a title.', '#title'],
    ['Choose a team.', '#team']
  ]);
});

test('a link brings people into the field itself', () => {
  const field = Object.assign(document.createElement('input'), { id: 'title' });
  field.scrollIntoView = () => {};
  document.body.append(field);
  render(ErrorSummary, { errors: { title: 'Give the circle a title.' } });
  screen.getByRole('link').click();
  expect(document.activeElement).toBe(field);
});

test('the same mistake made again takes the focus again', async () => {
  const { rerender } = render(ErrorSummary, { errors: { title: 'Give the circle a title.' } });
  (document.activeElement as HTMLElement).blur();
  await rerender({ errors: { title: 'Give the circle a title.' } });
  expect(document.activeElement).toBe(screen.getByRole('alert'));
});

test('a complaint about the whole form has no link', () => {
  render(ErrorSummary, { errors: { '': 'End after you begin.' }, message: 'Nothing was saved.' });
  expect(screen.queryByRole('link')).toBeNull();
  expect(screen.getByRole('alert').textContent).toMatch(/Nothing was saved\.[\s\S]*End after you begin\./);
});
