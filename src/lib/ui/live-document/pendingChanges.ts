import * as Y from 'yjs';

/**
 * Changes made offline, kept so that they survive a reload of the tab and join later.
 *
 * They lie in the tab's own storage and only until the server has confirmed them: not in a database of the browser,
 * because computers here are shared, and what was said in a circle must not be found by who sits down next.
 *
 * @param key names the document and the person, so that changes never join under somebody else's name
 */
export function pendingChanges(key: string, storage: Storage) {
  return {
    /** Puts kept changes into the document; returns whether there were any. */
    restore(doc: Y.Doc): boolean {
      const kept = storage.getItem(key);
      if (!kept) return false;
      try {
        Y.applyUpdate(
          doc,
          Uint8Array.from(atob(kept), (letter) => letter.charCodeAt(0)),
          'kept'
        );
        return true;
      } catch {
        storage.removeItem(key);
        return false;
      }
    },
    /** Keeps the document as it is. A full or forbidden storage is no reason to stop somebody. */
    keep(doc: Y.Doc): void {
      try {
        const bytes = Y.encodeStateAsUpdate(doc);
        storage.setItem(key, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
      } catch {
        // The page still warns before it is left.
      }
    },
    forget(): void {
      storage.removeItem(key);
    }
  };
}
