import * as Y from 'yjs';

/** The Yjs field that holds a note. Tiptap's own default, so that any Tiptap tool can open a note. */
export const NOTE_FIELD = 'default';

/** Node names of a note, the same in the editor's schema and in the Yjs document (Tiptap's names). */
export const NOTE_NODES = { list: 'bulletList', item: 'listItem', paragraph: 'paragraph' } as const;

/** A comment is said at least once; 999 is three figures on the stepper, and far more than any table seats. */
export const SAID = { least: 1, most: 999 } as const;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

// No person's Yjs client id: those are random 32-bit numbers, so 1 is free in practice.
const FIRST_CONTENT_CLIENT = 1;

/** The name under which a note is opened on the socket. */
export function noteDocumentName(noteId: string): string {
  return `note:${noteId}`;
}

/** The note id of a socket document name, or null when it is not the name of a note. */
export function noteIdOf(documentName: string): string | null {
  const id = documentName.startsWith('note:') ? documentName.slice(5) : '';
  return UUID.test(id) ? id : null;
}

/** Whether a value is an item id as notes use them: a lower-case UUID. */
export function isItemId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

/** How many people said it, from whatever the document holds: a whole number from 1 to 999, 1 when unclear. */
export function saidFrom(value: unknown): number {
  const said = Math.round(Number(value));
  return said >= SAID.least ? Math.min(said, SAID.most) : SAID.least;
}

/**
 * The Yjs update that turns an empty document into a note with one empty item.
 *
 * It is the same bytes for the same note every time, so that a server that restarts before anything was stored, or two
 * servers at once, give every writer the same first item instead of one each.
 */
export function firstContent(noteId: string): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = FIRST_CONTENT_CLIENT;
  const item = new Y.XmlElement(NOTE_NODES.item);
  item.setAttribute('id', noteId);
  item.insert(0, [new Y.XmlElement(NOTE_NODES.paragraph)]);
  const list = new Y.XmlElement(NOTE_NODES.list);
  list.insert(0, [item]);
  doc.getXmlFragment(NOTE_FIELD).insert(0, [list]);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

/** Every list item of a note in reading order: an item before the items nested in it. */
export function* itemsOf(parent: Y.XmlFragment | Y.XmlElement): Generator<Y.XmlElement> {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
    if (child.nodeName === NOTE_NODES.item) yield child;
    yield* itemsOf(child);
  }
}

/**
 * Gives every list item an id of its own, in one transaction, and leaves items that have one alone.
 *
 * The editor names its items itself; this is for items from elsewhere (tools, pasted or split content) and for doubles,
 * where the first in reading order keeps the id. Running it again changes nothing.
 *
 * @param origin the transaction's origin, so that the caller can tell its own change from a person's
 * @returns how many items were given an id
 */
export function nameItems(doc: Y.Doc, origin: unknown = null, newId: () => string = () => crypto.randomUUID()): number {
  const seen = new Set<string>();
  const nameless: Y.XmlElement[] = [];
  for (const item of itemsOf(doc.getXmlFragment(NOTE_FIELD))) {
    const id: unknown = item.getAttribute('id');
    if (!isItemId(id) || seen.has(id)) nameless.push(item);
    else seen.add(id);
  }
  if (nameless.length) doc.transact(() => nameless.forEach((item) => item.setAttribute('id', newId())), origin);
  return nameless.length;
}
