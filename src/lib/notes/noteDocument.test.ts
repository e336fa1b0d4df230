import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import { noteSchema } from './editorSchema.ts';
import { firstContent, isItemId, itemsOf, nameItems, NOTE_FIELD, noteDocumentName, noteIdOf } from './noteDocument.ts';

const noteId = '5f0c1c9e-6a52-4a3e-9f0f-3f6a52d7a001';
const ids = (doc: Y.Doc) => [...itemsOf(doc.getXmlFragment(NOTE_FIELD))].map((item) => item.getAttribute('id'));

function started(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, firstContent(noteId));
  return doc;
}

function addItem(doc: Y.Doc, id?: string) {
  const item = new Y.XmlElement('listItem');
  if (id) item.setAttribute('id', id);
  item.insert(0, [new Y.XmlElement('paragraph')]);
  const list = doc.getXmlFragment(NOTE_FIELD).get(0) as Y.XmlElement;
  list.insert(list.length, [item]);
}

describe('a new note', () => {
  it('has one empty item, however many servers start it', () => {
    const doc = started();
    Y.applyUpdate(doc, firstContent(noteId));
    expect(ids(doc)).toEqual([noteId]);
  });

  it('is what the editor expects', () => {
    const root = yXmlFragmentToProseMirrorRootNode(started().getXmlFragment(NOTE_FIELD), noteSchema());
    expect(() => root.check()).not.toThrow();
    expect(root.firstChild?.firstChild?.attrs).toMatchObject({ id: noteId, said: 1 });
  });
});

describe('naming items', () => {
  it('gives an id to items without one and to doubles, and keeps the others', () => {
    const doc = started();
    addItem(doc);
    addItem(doc, noteId);
    addItem(doc, 'not-an-id');
    expect(nameItems(doc)).toBe(3);
    expect(ids(doc)[0]).toBe(noteId);
    expect(new Set(ids(doc)).size).toBe(4);
    expect(ids(doc).every(isItemId)).toBe(true);
  });

  it('does nothing the second time, not even an empty change', () => {
    const doc = started();
    addItem(doc);
    nameItems(doc);
    let changes = 0;
    doc.on('update', () => changes++);
    expect(nameItems(doc)).toBe(0);
    expect(changes).toBe(0);
  });

  it('carries its origin, so that the server knows its own change', () => {
    const doc = started();
    addItem(doc);
    const origins: unknown[] = [];
    doc.on('update', (_update, origin) => origins.push(origin));
    nameItems(doc, 'server');
    expect(origins).toEqual(['server']);
  });
});

describe('document names', () => {
  it('are the note’s id and nothing else', () => {
    expect(noteIdOf(noteDocumentName(noteId))).toBe(noteId);
    for (const name of ['', 'note:', 'note:1', `circle:${noteId}`, `note:${noteId}x`, `note:${noteId.toUpperCase()}`])
      expect(noteIdOf(name)).toBeNull();
  });
});
