import { describe, expect, it } from 'vitest';
import { readRows, rowChanges } from './rows.ts';

function sent(button?: string): FormData {
  const form = new FormData();
  form.set('known', 'a b c');
  ['a', 'b', ''].forEach((id, row) => {
    form.set(`id-${row}`, id);
    form.set(`prompt-${row}`, ` Question ${row} `);
  });
  if (button) form.set(button, '');
  return form;
}
const prompts = (button?: string) => readRows(sent(button), ['prompt']).rows.map((row) => row.prompt);

describe('rows of a form', () => {
  it('are read in order, with what the screen knew', () => {
    expect(readRows(sent(), ['prompt'])).toEqual({
      rows: [
        { id: 'a', prompt: 'Question 0' },
        { id: 'b', prompt: 'Question 1' },
        { id: '', prompt: 'Question 2' }
      ],
      known: ['a', 'b', 'c']
    });
  });

  it('move and go by the pressed button', () => {
    expect(prompts('up-1')).toEqual(['Question 1', 'Question 0', 'Question 2']);
    expect(prompts('down-1')).toEqual(['Question 0', 'Question 2', 'Question 1']);
    expect(prompts('remove-0')).toEqual(['Question 1', 'Question 2']);
    expect(prompts('up-0')).toEqual(prompts());
    expect(prompts('remove-9')).toEqual(prompts());
  });
});

describe('what saving has to do', () => {
  const stored = [{ id: 'a' }, { id: 'b' }, { id: 'new-by-another' }];

  it('removes what was taken out here, keeps what another added, and adds the new', () => {
    const changes = rowChanges([{ id: 'b' }, { id: '' }], ['a', 'b'], stored);
    expect(changes.remove).toEqual(['a']);
    expect(changes.add).toEqual([{ row: { id: '' }, position: 1 }]);
    expect(changes.keep.map(({ id, position }) => [id, position])).toEqual([
      ['b', 0],
      ['new-by-another', 2]
    ]);
  });

  it('adds again what another removed while it was being changed here', () => {
    const changes = rowChanges([{ id: 'gone' }, { id: 'a' }], ['gone', 'a'], [{ id: 'a' }]);
    expect(changes.add).toEqual([{ row: { id: 'gone' }, position: 0 }]);
    expect(changes.remove).toEqual([]);
  });
});
