import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Field from './Field.svelte';
import TextArea from './TextArea.svelte';

test('label, hint and error are tied to the box', () => {
  render(Field, { name: 'title', label: 'Title', hint: 'Two or three words.', error: 'Give the circle a title.' });
  const box = screen.getByLabelText('Title');
  expect(box.id).toBe('title');
  expect(box.getAttribute('aria-invalid')).toBe('true');
  const described = box.getAttribute('aria-describedby')!.split(' ');
  expect(described.map((id) => document.getElementById(id)?.textContent?.trim())).toEqual([
    'Two or three words.',
    'Error: Give the circle a title.'
  ]);
});

test('without hint and error nothing is announced', () => {
  render(Field, { name: 'title', label: 'Title' });
  const box = screen.getByLabelText('Title');
  expect(box.hasAttribute('aria-describedby')).toBe(false);
  expect(box.hasAttribute('aria-invalid')).toBe(false);
});

test('what is given as default can be typed over, and comes back when the form is emptied', () => {
  render(Field, { name: 'title', label: 'Title', defaultValue: 'Tuesday' });
  const box = screen.getByLabelText<HTMLInputElement>('Title');
  expect(box.value).toBe('Tuesday');
  box.value = 'Wednesday';
  expect(box.defaultValue).toBe('Tuesday');
});

test('a text area shows its default, markup in it stays text', () => {
  render(TextArea, { name: 'purpose', label: 'Purpose', defaultValue: 'first\n<b>second</b>' });
  expect(screen.getByLabelText<HTMLTextAreaElement>('Purpose').value).toBe('first\n<b>second</b>');
});
