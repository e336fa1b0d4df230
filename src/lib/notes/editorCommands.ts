import type { Editor } from '@tiptap/core';
import { Extension } from '@tiptap/core';
import type { Node, Schema } from '@tiptap/pm/model';
import { Fragment, Slice } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { COMMENT_LIMIT } from './comments.ts';
import { NOTE_NODES, SAID } from './noteDocument.ts';

/** The comment the cursor is in. */
export interface CurrentComment {
  /** Where it begins in the document. */
  at: number;
  said: number;
  /** Its own text is longer than a report carries. */
  tooLong: boolean;
}

/** The innermost comment around the cursor, or null outside of any. */
export function currentComment({ selection }: EditorState): CurrentComment | null {
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type.name !== NOTE_NODES.item) continue;
    return { at: $from.before(depth), said: node.attrs.said, tooLong: ownLength(node) > COMMENT_LIMIT };
  }
  return null;
}

function ownLength(item: Node): number {
  let length = 0;
  item.forEach((child) => {
    if (child.type.name === NOTE_NODES.paragraph) length += child.textContent.length;
  });
  return length;
}

/** Sets how many people said the current comment, one more or one less. False at the ends of the range. */
export function saidBy(editor: Editor, by: 1 | -1): boolean {
  const comment = currentComment(editor.state);
  const said = (comment?.said ?? 0) + by;
  if (!comment || !editor.isEditable || said < SAID.least || said > SAID.most) return false;
  editor.view.dispatch(editor.state.tr.setNodeAttribute(comment.at, 'said', said));
  return true;
}

/** Alt with the arrow up or down counts how many said the current comment. */
export const SaidKeys = Extension.create({
  name: 'saidKeys',
  addKeyboardShortcuts() {
    return { 'Alt-ArrowUp': () => saidBy(this.editor, 1), 'Alt-ArrowDown': () => saidBy(this.editor, -1) };
  }
});

/** Pasted plain text: every line that is not blank becomes a comment; a single line stays part of the one it is put in. */
export function linesAsComments(text: string, schema: Schema): Slice {
  const { list, item, paragraph } = NOTE_NODES;
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim());
  const only = lines.length === 1 ? lines[0] : undefined;
  if (only) return new Slice(Fragment.from(schema.node(paragraph, null, schema.text(only))), 1, 1);
  const items = lines
    .map((line) => line.replace(/^\s*(?:[-*•·]\s+)?/, '').trimEnd())
    .filter(Boolean)
    .map((line) => schema.node(item, null, schema.node(paragraph, null, schema.text(line))));
  if (!items.length) return Slice.empty;
  return new Slice(Fragment.from(schema.node(list, null, items)), 3, 3);
}
