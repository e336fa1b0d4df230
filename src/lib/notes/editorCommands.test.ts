// @vitest-environment jsdom
import { Editor, type JSONContent } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { COMMENT_LIMIT } from './comments.ts';
import { currentComment, linesAsComments, SaidKeys, saidBy } from './editorCommands.ts';
import { noteExtensions, noteSchema } from './editorSchema.ts';

let editor: Editor;
afterEach(() => editor?.destroy());

function note(...texts: string[]): Editor {
  const items = texts.map((text) => ({
    type: 'listItem',
    content: [{ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] }]
  }));
  editor = new Editor({
    element: document.createElement('div'),
    extensions: [...noteExtensions(), SaidKeys],
    injectCSS: false,
    content: { type: 'doc', content: [{ type: 'bulletList', content: items }] }
  });
  return editor;
}

const items = (editor: Editor) => ((editor.getJSON() as JSONContent).content?.[0]?.content ?? []) as JSONContent[];
const texts = (editor: Editor) => items(editor).map((item) => item.content?.[0]?.content?.[0]?.text ?? '');
const said = (editor: Editor) => items(editor).map((item) => item.attrs?.said);

describe('a note in the editor', () => {
  it('begins the next comment with Enter, said once and with an id of its own', () => {
    const editor = note('Time to talk');
    editor.commands.focus('end');
    saidBy(editor, 1);
    editor.commands.splitListItem('listItem');
    expect(texts(editor)).toEqual(['Time to talk', '']);
    expect(said(editor)).toEqual([2, 1]);
    expect(new Set(items(editor).map((item) => item.attrs?.id)).size).toBe(2);
  });

  it('stays a list, whatever is deleted', () => {
    const editor = note('One', 'Two');
    editor.commands.selectAll();
    editor.commands.deleteSelection();
    editor.commands.liftListItem('listItem');
    expect(editor.getJSON().content?.map((node) => node.type)).toEqual(['bulletList']);
  });
});

describe('how many said it', () => {
  it('is counted up and down on the comment the cursor is in', () => {
    const editor = note('One', 'Two');
    editor.commands.focus('end');
    saidBy(editor, 1);
    saidBy(editor, 1);
    saidBy(editor, -1);
    expect(said(editor)).toEqual([1, 2]);
    expect(currentComment(editor.state)?.said).toBe(2);
  });

  it('stays between 1 and 999, and does not change in a note that is read only', () => {
    const editor = note('One');
    expect(saidBy(editor, -1)).toBe(false);
    editor.commands.updateAttributes('listItem', { said: 999 });
    expect(saidBy(editor, 1)).toBe(false);
    editor.setEditable(false);
    expect(saidBy(editor, -1)).toBe(false);
    expect(said(editor)).toEqual([999]);
  });
});

describe('a long comment', () => {
  it('is noticed when it is more than a report carries', () => {
    expect(currentComment(note('x'.repeat(COMMENT_LIMIT)).state)?.tooLong).toBe(false);
    expect(currentComment(note('x'.repeat(COMMENT_LIMIT + 1)).state)?.tooLong).toBe(true);
  });
});

describe('pasted text', () => {
  it('becomes a comment a line, without the dashes in front', () => {
    const editor = note('');
    const lines = '- Quiet room\r\n\r\n• Time to talk\nA walk - at noon';
    editor.view.dispatch(editor.state.tr.replaceSelection(linesAsComments(lines, editor.schema)));
    expect(texts(editor)).toEqual(['Quiet room', 'Time to talk', 'A walk - at noon']);
  });

  it('of one line goes into the comment at the cursor', () => {
    const editor = note('Rest');
    editor.commands.focus('end');
    editor.view.dispatch(editor.state.tr.replaceSelection(linesAsComments(' and food', editor.schema)));
    expect(texts(editor)).toEqual(['Rest and food']);
  });

  it('with nothing in it changes nothing', () => {
    expect(linesAsComments(' \n ', noteSchema()).size).toBe(0);
  });
});
