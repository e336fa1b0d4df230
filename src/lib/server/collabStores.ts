import type { Document, Extension, Hocuspocus, onStoreDocumentPayload } from '@hocuspocus/server';

/** What became of a store: `refused` is for good (the circle closed), anything thrown is tried again. */
export type Stored = 'stored' | 'refused';

export interface StoreHooks {
  store(documentName: string, document: Document): Promise<Stored>;
  onRefused(documentName: string): void;
  onError(error: unknown, documentName: string): void;
  /** Milliseconds before the first retry; doubled up to twenty times as long. */
  retryAfter: number;
}

/**
 * Stores documents so that nothing is dropped: a store that fails is tried again until it succeeds, and a document
 * stays in memory until then, also when the last person has left. (Hocuspocus alone waits for the next change, and lets
 * an unstored document go with its last connection.)
 */
export function carefulStores({ store, onRefused, onError, retryAfter }: StoreHooks) {
  /** Documents with changes not stored yet, with a number that grows with every change. */
  const unstored = new Map<string, number>();
  const retries = new Map<string, { timer?: NodeJS.Timeout; wait: number }>();

  function retryLater(payload: onStoreDocumentPayload) {
    const { documentName, document, instance } = payload;
    const wait = Math.min((retries.get(documentName)?.wait ?? retryAfter / 2) * 2, retryAfter * 20);
    clearTimeout(retries.get(documentName)?.timer);
    const timer = setTimeout(() => instance.storeDocumentHooks(document, payload, true), wait);
    timer.unref();
    retries.set(documentName, { timer, wait });
  }

  function forget(documentName: string) {
    clearTimeout(retries.get(documentName)?.timer);
    retries.delete(documentName);
    unstored.delete(documentName);
  }

  const extension: Extension = {
    extensionName: 'careful-stores',
    async onChange({ documentName }) {
      unstored.set(documentName, (unstored.get(documentName) ?? 0) + 1);
    },
    async onStoreDocument(payload) {
      const { documentName, document } = payload;
      try {
        const outcome = await storeUpToNow(documentName, document);
        if (outcome === 'refused') onRefused(documentName);
      } catch (error) {
        onError(error, documentName);
        retryLater(payload);
      }
    },
    async beforeUnloadDocument({ documentName }) {
      // Without a message, so that Hocuspocus keeps the document and writes no line about it.
      if (unstored.has(documentName)) throw new Error('');
    },
    async afterUnloadDocument({ documentName }) {
      forget(documentName);
    }
  };

  async function storeUpToNow(documentName: string, document: Document): Promise<Stored> {
    const change = unstored.get(documentName);
    const outcome = await store(documentName, document);
    if (outcome === 'refused' || unstored.get(documentName) === change) forget(documentName);
    return outcome;
  }

  /** Stores what waits to be stored in the given documents now, and returns when it is done. Never throws. */
  async function flush(hocuspocus: Hocuspocus, wanted: (documentName: string) => boolean): Promise<void> {
    const documents = [...hocuspocus.documents.values()].filter(({ name, isLoading }) => !isLoading && wanted(name));
    await Promise.all(
      documents.map(async (document) => {
        await hocuspocus.debouncer.executeNow(`onStoreDocument-${document.name}`);
        await document.saveMutex.waitForUnlock();
        if (!unstored.has(document.name)) return;
        await document.saveMutex
          .runExclusive(() => storeUpToNow(document.name, document))
          .catch((error) => onError(error, document.name));
      })
    );
  }

  return { extension, flush, isUnstored: (documentName: string) => unstored.has(documentName) };
}
