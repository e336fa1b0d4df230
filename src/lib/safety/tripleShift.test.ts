import { describe, expect, test } from 'vitest';
import { countShift, TRIPLE_SHIFT_WITHIN } from './tripleShift.ts';

/** Presses keys one after the other; says at which of them the count was full. */
function press(counter: ReturnType<typeof countShift>, keys: [key: string, at: number][]): boolean[] {
  return keys.map(([key, at]) => {
    counter.down(key);
    return counter.up(key, at);
  });
}

describe('Shift three times', () => {
  test('leaves at the third press and not before', () => {
    const pressed = press(countShift(), [
      ['Shift', 0],
      ['Shift', 400],
      ['Shift', 800]
    ]);
    expect(pressed).toEqual([false, false, true]);
  });

  test('counts up to the very end of the time and no longer', () => {
    const times = (last: number): [string, number][] => [
      ['Shift', 0],
      ['Shift', 10],
      ['Shift', last]
    ];
    expect(press(countShift(), times(TRIPLE_SHIFT_WITHIN)).at(-1)).toBe(true);
    expect(press(countShift(), times(TRIPLE_SHIFT_WITHIN + 1)).at(-1)).toBe(false);
  });

  test('slow presses: only those near each other are counted', () => {
    const pressed = press(countShift(1000), [
      ['Shift', 0],
      ['Shift', 900],
      ['Shift', 1800],
      ['Shift', 1850]
    ]);
    expect(pressed).toEqual([false, false, false, true]);
  });

  test('another key between starts anew', () => {
    const pressed = press(countShift(), [
      ['Shift', 0],
      ['Shift', 100],
      ['a', 150],
      ['Shift', 200],
      ['Shift', 300],
      ['Shift', 400]
    ]);
    expect(pressed).toEqual([false, false, false, false, false, true]);
  });

  test('capital letters never count', () => {
    const counter = countShift();
    for (let at = 0; at < 500; at += 100) {
      counter.down('Shift');
      counter.down('A');
      counter.up('A', at);
      expect(counter.up('Shift', at + 10)).toBe(false);
    }
  });

  test('holding Shift is one press, and a click with Shift is none', () => {
    const counter = countShift();
    counter.down('Shift');
    for (let i = 0; i < 5; i++) counter.down('Shift', true);
    expect(counter.up('Shift', 0)).toBe(false);
    for (const at of [10, 20, 30]) {
      counter.down('Shift');
      counter.reset();
      expect(counter.up('Shift', at)).toBe(false);
    }
  });

  test('after leaving the count starts anew', () => {
    const counter = countShift();
    const three: [string, number][] = [
      ['Shift', 0],
      ['Shift', 1],
      ['Shift', 2]
    ];
    expect(press(counter, three).at(-1)).toBe(true);
    expect(press(counter, three.slice(0, 2))).toEqual([false, false]);
  });
});
