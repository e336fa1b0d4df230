import { describe, expect, test } from 'vitest';
import { commandOf, goOn, goTo } from './codingKeys.ts';

const press = (key: string, held: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {}) =>
  commandOf({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...held });

describe('keys', () => {
  test.each([
    ['j', { does: 'go', to: 'next' }],
    ['ArrowUp', { does: 'go', to: 'previous' }],
    ['Home', { does: 'go', to: 'first' }],
    ['1', { does: 'code', theme: 0 }],
    ['9', { does: 'code', theme: 8 }],
    ['Enter', { does: 'choose' }],
    ['n', { does: 'new' }],
    ['u', { does: 'uncode' }],
    ['f', { does: 'fits' }],
    ['z', { does: 'undo' }]
  ])('%s', (key, command) => {
    expect(press(key)).toEqual(command);
  });

  test('shift turns undo into redo, and ? needs it on many keyboards', () => {
    expect(press('Z', { shiftKey: true })).toEqual({ does: 'redo' });
    expect(press('?', { shiftKey: true })).toEqual({ does: 'help' });
    expect(press('J', { shiftKey: true })).toBeNull();
  });

  test('caps lock changes nothing', () => {
    expect(press('J')).toEqual({ does: 'go', to: 'next' });
    expect(press('Z')).toEqual({ does: 'undo' });
  });

  test('keys of the browser and other keys are left alone', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const) expect(press('z', { [held]: true })).toBeNull();
    for (const key of ['0', 'x', 'Tab', ' ', 'Escape', 'constructor']) expect(press(key)).toBeNull();
  });
});

describe('going through the list', () => {
  const ids = ['a', 'b', 'c'];

  test('stops at both ends', () => {
    expect([goTo(ids, 'a', 'next'), goTo(ids, 'c', 'next'), goTo(ids, 'a', 'previous')]).toEqual(['b', 'c', 'a']);
    expect([goTo(ids, 'b', 'first'), goTo(ids, 'b', 'last')]).toEqual(['a', 'c']);
  });

  test('begins at the first, and nowhere when there is nothing', () => {
    expect(goTo(ids, null, 'next')).toBe('a');
    expect(goTo([], null, 'next')).toBeNull();
  });

  test('a decision leads to the next comment, whether or not the decided one stays in the list', () => {
    expect(goOn(ids, ids, 'a')).toBe('b');
    expect(goOn(ids, ['b', 'c'], 'a')).toBe('b');
    expect(goOn(ids, ['a', 'c'], 'b')).toBe('c');
  });

  test('at the end it stays, or goes to what is left', () => {
    expect(goOn(ids, ids, 'c')).toBe('c');
    expect(goOn(ids, ['a', 'b'], 'c')).toBe('b');
    expect(goOn(['a'], [], 'a')).toBeNull();
  });
});
