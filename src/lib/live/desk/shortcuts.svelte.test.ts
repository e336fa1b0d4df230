import { describe, expect, it } from 'vitest';
import { shortcutOf } from './shortcuts.ts';

function press(key: string, on: string, init: KeyboardEventInit = {}) {
  document.body.innerHTML = on;
  let found: ReturnType<typeof shortcutOf> = null;
  document.body.addEventListener('keydown', (event) => (found = shortcutOf(event)), { once: true });
  document.body.firstElementChild!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...init }));
  return found;
}

describe('keys on the laptop', () => {
  it('go on and pause', () => {
    expect(press('ArrowRight', '<p></p>')).toBe('next');
    expect(press('n', '<p></p>')).toBe('next');
    expect(press(' ', '<p></p>')).toBe('pause');
  });

  it('stay with whoever types, chooses, or presses a button', () => {
    expect(press('n', '<input>')).toBeNull();
    expect(press('n', '<textarea></textarea>')).toBeNull();
    expect(press('ArrowRight', '<select></select>')).toBeNull();
    expect(press(' ', '<button></button>')).toBeNull();
  });

  it('are not held keys or the browser’s own', () => {
    expect(press('n', '<p></p>', { repeat: true })).toBeNull();
    expect(press('n', '<p></p>', { ctrlKey: true })).toBeNull();
    expect(press('ArrowRight', '<p></p>', { altKey: true })).toBeNull();
  });
});
