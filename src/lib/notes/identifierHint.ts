import type { Node } from '@tiptap/pm/model';
import { type Identifier, scanForIdentifiers } from '../safety/identifierScan.ts';
import { NOTE_NODES } from './noteDocument.ts';

/** ProseMirror keeps the nodes of comments that did not change: of a long note only the one being typed is looked at again. */
const looked = new WeakMap<Node, Identifier | null>();

/** The last passage of a note that may identify someone, or null. It is found on the device and sent nowhere. */
export function identifierIn(note: Node): Identifier | null {
  let found: Identifier | null = null;
  note.descendants((node) => {
    if (node.type.name !== NOTE_NODES.paragraph) return true;
    let here = looked.get(node);
    if (here === undefined) looked.set(node, (here = scanForIdentifiers(node.textContent).at(-1) ?? null));
    found = here ?? found;
    return false;
  });
  return found;
}
