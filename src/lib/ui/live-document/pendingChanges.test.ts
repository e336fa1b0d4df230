import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { pendingChanges } from './pendingChanges.ts';

let storage: Storage;
beforeEach(() => {
  const items = new Map<string, string>();
  storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
    get length() {
      return items.size;
    }
  } as Storage;
});

function written(words: string): Y.Doc {
  const doc = new Y.Doc();
  doc.getText('said').insert(0, words);
  return doc;
}

describe('changes made offline', () => {
  it('are there again after a reload, under the same key', () => {
    pendingChanges('note:asha', storage).keep(written('kept 💛'));
    const doc = new Y.Doc();
    expect(pendingChanges('note:asha', storage).restore(doc)).toBe(true);
    expect(doc.getText('said').toString()).toBe('kept 💛');
  });

  it('are not given to somebody else, or to another document', () => {
    pendingChanges('note:asha', storage).keep(written('kept'));
    expect(pendingChanges('note:ben', storage).restore(new Y.Doc())).toBe(false);
    expect(pendingChanges('other:asha', storage).restore(new Y.Doc())).toBe(false);
  });

  it('leave nothing behind once confirmed', () => {
    const words = pendingChanges('note:asha', storage);
    words.keep(written('kept'));
    words.forget();
    expect(storage.length).toBe(0);
  });

  it('that are damaged are dropped without stopping the document', () => {
    storage.setItem('note:asha', '%%%');
    expect(pendingChanges('note:asha', storage).restore(new Y.Doc())).toBe(false);
    expect(storage.length).toBe(0);
  });

  it('that cannot be kept do not stop the writing', () => {
    storage.setItem = () => {
      throw new Error('full');
    };
    expect(() => pendingChanges('note:asha', storage).keep(written('x'))).not.toThrow();
  });
});
