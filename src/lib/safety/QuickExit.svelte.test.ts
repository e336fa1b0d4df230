import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { NEUTRAL_ADDRESS } from './exit.ts';
import type * as exit from './exit.ts';
import QuickExit from './QuickExit.svelte';

const leaveQuickly = vi.hoisted(() => vi.fn());
vi.mock('./exit.ts', async (original) => ({ ...(await original<typeof exit>()), leaveQuickly }));
beforeEach(() => leaveQuickly.mockClear());

/** Events carry their own times, so that a slow machine changes nothing. */
async function press(key: string, at = 0) {
  for (const name of ['keydown', 'keyup']) {
    const event = new KeyboardEvent(name, { key });
    Object.defineProperty(event, 'timeStamp', { value: at });
    await fireEvent(window, event);
  }
}

test('without scripts it is a link to a neutral site that learns nothing of this one', () => {
  render(QuickExit);
  const link = screen.getByRole('link', { name: 'Leave quickly' });
  expect(link.getAttribute('href')).toBe(NEUTRAL_ADDRESS);
  expect(link.getAttribute('rel')).toContain('noreferrer');
  const hint = document.getElementById(link.getAttribute('aria-describedby')!);
  expect(hint?.textContent).toContain('Your browsing history is not erased.');
});

test('a click leaves in the fast way instead of following the link', async () => {
  render(QuickExit);
  const followed = await fireEvent.click(screen.getByRole('link'));
  expect(followed).toBe(false);
  expect(leaveQuickly).toHaveBeenCalledExactlyOnceWith(window);
});

test('Shift three times leaves, twice does not', async () => {
  render(QuickExit);
  await press('Shift');
  await press('Shift');
  expect(leaveQuickly).not.toHaveBeenCalled();
  await press('Shift');
  expect(leaveQuickly).toHaveBeenCalledTimes(1);
});

test('once the button is gone, the keys do nothing', async () => {
  const { unmount } = render(QuickExit);
  unmount();
  for (let i = 0; i < 3; i++) await press('Shift');
  expect(leaveQuickly).not.toHaveBeenCalled();
});
