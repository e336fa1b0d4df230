import { describe, expect, it } from 'vitest';
import { redo, startHistory, step, undo } from './history.ts';

describe('undo and redo', () => {
  it('goes back and forth', () => {
    const done = step(step(startHistory('a'), 'b'), 'c');
    expect(undo(done).present).toBe('b');
    expect(undo(undo(done)).present).toBe('a');
    expect(redo(undo(done)).present).toBe('c');
  });

  it('stays put at either end', () => {
    const start = startHistory('a');
    expect(undo(start)).toBe(start);
    expect(redo(start)).toBe(start);
  });

  it('joins typing in one field into one step', () => {
    const typed = ['h', 'he', 'hel'].reduce((now, text) => step(now, text, 'title-1'), startHistory(''));
    expect(undo(typed).present).toBe('');
    const two = step(typed, 'x', 'title-2');
    expect(undo(two).present).toBe('hel');
  });

  it('does not join typing with what was undone before it', () => {
    const typed = step(startHistory('a'), 'ab', 'title');
    const again = step(undo(typed), 'ac', 'title');
    expect(undo(again).present).toBe('a');
    expect(redo(again)).toBe(again);
  });

  it('forgets steps past the hundredth', () => {
    let now = startHistory(0);
    for (let number = 1; number <= 150; number++) now = step(now, number);
    for (let number = 0; number < 200; number++) now = undo(now);
    expect(now.present).toBe(50);
  });
});
