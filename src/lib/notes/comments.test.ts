import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { COMMENT_LIMIT, commentsOf, commentText, plainText } from './comments.ts';
import { NOTE_FIELD } from './noteDocument.ts';

interface Item {
  id?: string;
  paragraphs: string[];
  said?: unknown;
  items?: Item[];
}

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function element({ id, paragraphs, said, items }: Item): Y.XmlElement {
  const item = new Y.XmlElement('listItem');
  if (id) item.setAttribute('id', id);
  if (said !== undefined) item.setAttribute('said', said as string);
  const children: Y.XmlElement[] = paragraphs.map((text) => {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(text)]);
    return paragraph;
  });
  if (items) children.push(list(items));
  item.insert(0, children);
  return item;
}

function list(items: Item[]): Y.XmlElement {
  const list = new Y.XmlElement('bulletList');
  list.insert(0, items.map(element));
  return list;
}

function note(...items: Item[]): Y.Doc {
  const doc = new Y.Doc();
  doc.getXmlFragment(NOTE_FIELD).insert(0, [list(items)]);
  return doc;
}

describe('comments of a note', () => {
  it('are its list items in reading order, with how many people said each', () => {
    const doc = note({ id: id(1), paragraphs: ['Time to talk'], said: 3 }, { id: id(2), paragraphs: ['Quiet room'] });
    expect(commentsOf(doc)).toEqual([
      { itemId: id(1), text: 'Time to talk', said: 3, position: 0 },
      { itemId: id(2), text: 'Quiet room', said: 1, position: 1 }
    ]);
  });

  it('leave out items with nothing in them, without a gap in the positions', () => {
    const doc = note(
      { id: id(1), paragraphs: ['  '] },
      { id: id(2), paragraphs: ['Rest'] },
      { id: id(3), paragraphs: [] }
    );
    expect(commentsOf(doc)).toEqual([{ itemId: id(2), text: 'Rest', said: 1, position: 0 }]);
  });

  it('take nested items as comments of their own, each with its own paragraphs only', () => {
    const doc = note({ id: id(1), paragraphs: ['Work', 'load'], items: [{ id: id(2), paragraphs: ['At night'] }] });
    expect(commentsOf(doc).map((comment) => comment.text)).toEqual(['Work\nload', 'At night']);
  });

  it('keep scripts, right-to-left text and emoji as the text they are', () => {
    const texts = ['<script>alert("x")</script> & <b>', 'التعاطف مهارة 💛', '👩🏽‍⚕️ said “rest”'];
    const doc = note(...texts.map((text, i) => ({ id: id(i), paragraphs: [text] })));
    expect(commentsOf(doc).map((comment) => comment.text)).toEqual(texts);
  });

  it('hold 10,000 characters whole and cut what is longer between characters, never within one', () => {
    const whole = '💛'.repeat(COMMENT_LIMIT);
    expect(commentText(whole)).toBe(whole);
    expect(commentText(whole + 'x')).toBe(whole);
  });

  it.each([
    [0, 1],
    [-4, 1],
    ['7', 7],
    [2.6, 3],
    [1e9, 999],
    ['many', 1],
    [null, 1],
    [undefined, 1]
  ])('read a said of %j as %j', (said, expected) => {
    expect(commentsOf(note({ id: id(1), paragraphs: ['x'], said }))[0]?.said).toBe(expected);
  });

  it('are faithful to any text that is not blank', () => {
    // Any Unicode letter; fast-check's own binary strings take seconds to set up.
    const letter = fc
      .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
      .map((code) => String.fromCodePoint(code));
    const words = fc.array(letter, { minLength: 1, maxLength: 8 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), (texts) => {
        const doc = note(...texts.map((text, i) => ({ id: id(i), paragraphs: [text] })));
        const kept = texts.map((text) => text.replaceAll('\0', '').trim()).filter(Boolean);
        const comments = commentsOf(doc);
        expect(comments.map((comment) => comment.text)).toEqual(kept);
        expect(comments.map((comment) => comment.position)).toEqual(kept.map((_, i) => i));
      }),
      { numRuns: 50 }
    );
  });

  it('hold only what a database can store, whatever was typed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const text = commentText(String.fromCharCode(...units));
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toContain('\0');
      })
    );
  });
});

describe('the plain text of a note', () => {
  it('is a line per comment, with further lines set in', () => {
    const doc = note({ id: id(1), paragraphs: ['One', 'and more'] }, { id: id(2), paragraphs: ['Two'] });
    expect(plainText(commentsOf(doc))).toBe('- One\n  and more\n- Two');
    expect(plainText([])).toBe('');
  });
});
