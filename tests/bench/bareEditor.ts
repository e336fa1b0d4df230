// What a browser must run to write a shared list at all: Tiptap, Yjs and the connection, and nothing of ours. Bundled by
// `bareEditorScript` and served by bareHocuspocus.ts.
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { Document } from '@tiptap/extension-document';
import { BulletList } from '@tiptap/extension-list/bullet-list';
import { ListItem } from '@tiptap/extension-list/item';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import * as Y from 'yjs';

const document_ = new Y.Doc();
const provider = new HocuspocusProvider({
  websocketProvider: new HocuspocusProviderWebsocket({ url: `ws://${location.host}/` }),
  name: new URLSearchParams(location.search).get('note') ?? '',
  document: document_,
  onSynced: () => open()
});
provider.attach();

let editor: Editor | undefined;
function open(): void {
  if (editor) return;
  editor = new Editor({
    element: document.querySelector('main'),
    extensions: [
      Document.extend({ content: 'bulletList+' }),
      BulletList,
      ListItem,
      Paragraph,
      Text,
      Collaboration.configure({ document: document_, field: 'default', provider }),
      CollaborationCaret.configure({ provider, user: { name: 'Phone', color: '#345678' } })
    ]
  });
  editor.commands.focus('end', { scrollIntoView: false });
  performance.mark('editor-ready');
}
