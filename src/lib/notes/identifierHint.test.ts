import { getSchema } from '@tiptap/core';
import { expect, it } from 'vitest';
import { noteExtensions } from './editorSchema.ts';
import { identifierIn } from './identifierHint.ts';
import { NOTE_NODES } from './noteDocument.ts';

const schema = getSchema(noteExtensions());
const { list, item, paragraph } = NOTE_NODES;
const note = (...lines: string[]) =>
  schema.node(schema.topNodeType, null, [
    schema.node(
      list,
      null,
      lines.map((line) => schema.node(item, null, schema.node(paragraph, null, line ? schema.text(line) : [])))
    )
  ]);

it('finds a telephone number or a name after a title in any comment of a note', () => {
  expect(identifierIn(note('Tea', 'Call 07700 900123', 'Rest'))).toMatchObject({
    kind: 'phone',
    text: '07700 900123'
  });
  expect(identifierIn(note('Ask Mrs Baker'))).toMatchObject({ kind: 'name', text: 'Mrs Baker' });
});

it('speaks of the last of several', () => {
  expect(identifierIn(note('Mrs Baker', 'Call 07700 900123'))?.kind).toBe('phone');
});

it('finds nothing in plain words and in an empty note', () => {
  expect(identifierIn(note('Ten quiet minutes', 'A walk at noon'))).toBeNull();
  expect(identifierIn(note(''))).toBeNull();
});
