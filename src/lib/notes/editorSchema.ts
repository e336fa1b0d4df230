import { type Extensions, getSchema } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { Document } from '@tiptap/extension-document';
import { BulletList } from '@tiptap/extension-list/bullet-list';
import { ListItem } from '@tiptap/extension-list/item';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UniqueID } from '@tiptap/extension-unique-id';
import { NOTE_NODES, saidFrom } from './noteDocument.ts';

/** A note is nothing but lists of comments: there is no paragraph to fall out of the list into. */
const NoteDocument = Document.extend({ content: `${NOTE_NODES.list}+` });

/**
 * A list item that is a comment. Tab is left to the browser: a note is flat, and a keyboard must be able to leave it.
 * (Nested items that come in by pasting stay nested; each is a comment of its own.)
 */
const CommentItem = ListItem.extend({
  addAttributes() {
    return {
      said: {
        default: 1,
        // A comment split in two was not said twice as often: the new half starts at one again.
        keepOnSplit: false,
        parseHTML: (element) => saidFrom(element.getAttribute('data-said') ?? 1),
        renderHTML: (attributes) => ({ 'data-said': saidFrom(attributes.said) })
      }
    };
  },
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.splitListItem(this.name) };
  }
});

/** What a note is made of, without editor, view or connection: the one schema of the editor and of the tests' server side. */
export function noteExtensions(): Extensions {
  return [
    NoteDocument,
    Text,
    Paragraph,
    BulletList,
    CommentItem,
    // Ids made by others arrive with their changes: renaming those would give one comment two ids.
    UniqueID.configure({ types: [NOTE_NODES.item], filterTransaction: (transaction) => !isChangeOrigin(transaction) })
  ];
}

/** The ProseMirror schema of a note. */
export function noteSchema() {
  return getSchema(noteExtensions());
}
