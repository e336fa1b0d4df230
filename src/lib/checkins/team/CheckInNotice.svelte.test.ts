import { render, screen } from '@testing-library/svelte';
import { fireEvent } from '@testing-library/dom';
import { afterEach, expect, it } from 'vitest';
import CheckInNotice from './CheckInNotice.svelte';

const rounds = ['a', 'b'].map((id) => ({
  id,
  closesAt: '2026-12-01T10:00:00Z',
  team: { name: `Team ${id}`, timeZone: 'UTC' }
}));
afterEach(() => localStorage.clear());

it('shows every open round, and says nothing of answering', () => {
  render(CheckInNotice, { rounds });
  expect(screen.getAllByText(/^A check-in is open in Team/)).toHaveLength(2);
  expect(screen.getAllByText(/whether they have answered or not/)).toHaveLength(2);
});

it('is hidden on this device only, for this round only', async () => {
  const { unmount } = render(CheckInNotice, { rounds });
  await fireEvent.click(screen.getAllByRole('button', { name: 'Hide this on this device' })[0]!);
  expect(screen.queryByText('A check-in is open in Team a')).toBeNull();
  expect(screen.getByText('A check-in is open in Team b')).toBeTruthy();
  unmount();
  render(CheckInNotice, { rounds });
  expect(screen.queryByText('A check-in is open in Team a')).toBeNull();
});
