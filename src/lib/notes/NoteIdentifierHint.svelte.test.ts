import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import NoteIdentifierHint from './NoteIdentifierHint.svelte';

it('says quietly what was found and what to do', async () => {
  const found = { kind: 'phone', start: 0, end: 12, text: '07700 900123' } as const;
  const { rerender } = render(NoteIdentifierHint, { found });
  expect(screen.getByRole('status').textContent).toContain('This looks like a phone number: “07700 900123”.');
  await rerender({ found: null });
  expect(screen.queryByText(/phone number/)).toBeNull();
});
