import type { Document, Extension, Hocuspocus } from '@hocuspocus/server';
import * as Y from 'yjs';

/** Documents that show a part of another one, to people who may not open that one. */
export interface ShownHooks {
  /** The document whose part this one shows, or null when it is a document of its own. */
  sourceOf(documentName: string): string | null;
  /** The documents that show a part of this one. */
  shownIn(documentName: string): string[];
  /** The part, as plain JSON. Asked at every change of the source. */
  show(documentName: string, source: Y.Doc): unknown;
}

export interface ShownOptions extends ShownHooks {
  /** The stored state of a source that nobody has open. */
  load(documentName: string): Promise<Uint8Array>;
  onError(error: unknown, documentName: string): void;
}

/**
 * Tells readers what is shown to them: everything when they come, and again when it changes. Nothing of it is stored.
 *
 * It goes out as messages, and the document itself stays empty. A value in a Yjs document would carry its history along,
 * and a screen that was away while the server restarted would merge the old value with the new one, and could keep the old.
 */
export function shownDocuments({ sourceOf, shownIn, show, load, onError }: ShownOptions) {
  /** What was told last, by document. */
  const shown = new Map<string, string>();
  const changed = new Set<string>();

  function refresh(hocuspocus: Hocuspocus, source: Document) {
    for (const documentName of shownIn(source.name)) {
      const target = hocuspocus.documents.get(documentName);
      if (!target) continue;
      try {
        const now = JSON.stringify(show(documentName, source));
        if (shown.get(documentName) === now) continue;
        shown.set(documentName, now);
        target.broadcastStateless(`shows:${now}`);
      } catch (error) {
        onError(error, documentName);
      }
    }
  }

  const extension: Extension = {
    extensionName: 'shown-documents',
    async afterLoadDocument({ instance, document }) {
      refresh(instance, document);
    },
    async onChange({ instance, document, documentName }) {
      if (changed.has(documentName) || !shownIn(documentName).some((name) => instance.documents.has(name))) return;
      // Once for everything that came in this turn: a desk that was offline sends many changes together.
      changed.add(documentName);
      setImmediate(() => {
        changed.delete(documentName);
        refresh(instance, document);
      });
    },
    async connected({ instance, connection, documentName }) {
      const source = sourceOf(documentName);
      if (source === null) return;
      // The source may have been opened and changed while the stored one was read.
      const open = instance.documents.get(source);
      if (open) refresh(instance, open);
      connection.sendStateless(`shows:${shown.get(documentName)}`);
    },
    async afterUnloadDocument({ documentName }) {
      shown.delete(documentName);
    }
  };

  /** Finds out what to show first: of the source as it is open, or as it is stored. */
  async function prepare(hocuspocus: Hocuspocus, documentName: string, sourceName: string): Promise<void> {
    let source: Y.Doc | undefined = hocuspocus.documents.get(sourceName);
    if (!source) {
      const stored = new Y.Doc();
      Y.applyUpdate(stored, await load(sourceName));
      source = hocuspocus.documents.get(sourceName) ?? stored;
    }
    shown.set(documentName, JSON.stringify(show(documentName, source)));
  }

  return { extension, prepare };
}
