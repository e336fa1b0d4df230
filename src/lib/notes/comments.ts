import * as Y from 'yjs';
import { isItemId, itemsOf, NOTE_FIELD, NOTE_NODES, saidFrom } from './noteDocument.ts';

/** The most characters (Unicode code points, as PostgreSQL counts them) one comment carries out of its note. */
export const COMMENT_LIMIT = 10_000;

/** One unit of what was said: a list item of a note. It carries no author. */
export interface Comment {
  /** The item's id, stable while the item lives. */
  itemId: string;
  /** What was said, as plain text; several paragraphs are lines. */
  text: string;
  /** How many people said it, 1 to 999. */
  said: number;
  /** Place in the note, from 0 without gaps. */
  position: number;
}

/**
 * The comments of a note, in reading order.
 *
 * The rule: every list item is a comment, also one nested in another; its text is its own paragraphs, one a line,
 * without those of the items nested in it. An item with nothing but blanks is no comment. Text outside of list items does
 * not occur (the editor's schema has no place for it). Items without an id are passed over: name them first (`nameItems`).
 */
export function commentsOf(doc: Y.Doc): Comment[] {
  const comments: Comment[] = [];
  for (const item of itemsOf(doc.getXmlFragment(NOTE_FIELD))) {
    const itemId: unknown = item.getAttribute('id');
    const text = commentText(ownText(item));
    if (isItemId(itemId) && text) {
      comments.push({ itemId, text, said: saidFrom(item.getAttribute('said') ?? 1), position: comments.length });
    }
  }
  return comments;
}

/** The note as plain text: a line per comment, a comment's own further lines set in. Derived once, when it is stored. */
export function plainText(comments: Comment[]): string {
  return comments.map((comment) => `- ${comment.text.replaceAll('\n', '\n  ')}`).join('\n');
}

/**
 * What a comment keeps of an item's text: everything, but for blanks around it, the two things PostgreSQL can't hold
 * (the zero character, halves of a surrogate pair) and what is past `COMMENT_LIMIT`.
 */
export function commentText(raw: string): string {
  const text = raw.replaceAll('\0', '').toWellFormed().trim();
  if (text.length <= COMMENT_LIMIT) return text;
  return Array.from(text).slice(0, COMMENT_LIMIT).join('').trimEnd();
}

function ownText(item: Y.XmlElement): string {
  return item
    .toArray()
    .filter((child) => child instanceof Y.XmlElement && child.nodeName === NOTE_NODES.paragraph)
    .map((paragraph) => textIn(paragraph as Y.XmlElement))
    .join('\n');
}

function textIn(element: Y.XmlElement): string {
  return element
    .toArray()
    .map((child) => {
      if (child instanceof Y.XmlText) return letters(child);
      return child instanceof Y.XmlElement ? textIn(child) : '';
    })
    .join('');
}

// Not toString(): that would write formatting and angle brackets as markup, and what was typed is text.
function letters(text: Y.XmlText): string {
  return text
    .toDelta()
    .map((piece: { insert?: unknown }) => (typeof piece.insert === 'string' ? piece.insert : ''))
    .join('');
}
