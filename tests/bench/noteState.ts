import * as Y from 'yjs';
import { NOTE_FIELD, NOTE_NODES } from '../../src/lib/notes/noteDocument.ts';

export type WrittenItem = { itemId: string; text: string; said: number; position: number };

const clauses = [
  'someone asks how the visit was before I write it up',
  'we go round the block in pairs after a hard call',
  'the rota is known a week ahead and then it stays',
  'nobody rings during the ten minutes in the car',
  'the night team has read what I wrote down',
  'my lead says out loud when the day is done'
];

/** Comments as people write them: a sentence or two, about 90 characters. */
export function writtenItems(count: number): WrittenItem[] {
  return Array.from({ length: count }, (_, position) => ({
    itemId: crypto.randomUUID(),
    text: `Comment ${position + 1}: it helps when ${clauses[position % clauses.length]}, most of all in winter.`,
    said: 1 + (position % 3),
    position
  }));
}

/** A list item with text in it, which is given back to be written into. */
export function addItem(doc: Y.Doc, id: string, said = 1): Y.XmlText {
  const fragment = doc.getXmlFragment(NOTE_FIELD);
  const text = new Y.XmlText();
  doc.transact(() => {
    let list = fragment.toArray().find((node) => node instanceof Y.XmlElement && node.nodeName === NOTE_NODES.list);
    if (!list) fragment.insert(0, [(list = new Y.XmlElement(NOTE_NODES.list))]);
    const item = new Y.XmlElement<{ id: string; said: number }>(NOTE_NODES.item);
    const paragraph = new Y.XmlElement(NOTE_NODES.paragraph);
    item.setAttribute('id', id);
    item.setAttribute('said', said);
    paragraph.insert(0, [text]);
    item.insert(0, [paragraph]);
    (list as Y.XmlElement).push([item as unknown as Y.XmlElement]);
  });
  return text;
}

/** The Yjs state of a note with these comments, written by eight people in turn. */
export function noteState(items: readonly WrittenItem[]): Uint8Array {
  const doc = new Y.Doc();
  items.forEach(({ itemId, text, said }, i) => {
    doc.clientID = 1000 + (i % 8);
    addItem(doc, itemId, said).insert(0, text);
  });
  return Y.encodeStateAsUpdate(doc);
}
