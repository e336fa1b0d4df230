import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { vi } from 'vitest';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { type CollabAccess, type CollabOptions, createCollab } from './collab.ts';

/** A stage for the tests of the live documents: a server on a free port, a store in memory, people by cookie. */
export const NOTE = 'note:5f0c1c9e-6a52-4a3e-9f0f-3f6a52d7a001';
export const OTHER_NOTE = 'note:5f0c1c9e-6a52-4a3e-9f0f-3f6a52d7a002';

export const EVERYBODY = ['asha', 'ben', 'carol', 'outsider'];

/** What the stage knows. Tests change it, as the database changes. */
export interface World {
  stored: Map<string, Uint8Array>;
  stores: number;
  failStores: boolean;
  members: Set<string>;
  state: 'open' | 'closed';
  errors: string[];
}

export function newWorld(): World {
  return {
    stored: new Map(),
    stores: 0,
    failStores: false,
    members: new Set(['asha', 'ben', 'carol']),
    state: 'open',
    errors: []
  };
}

type Person = { id: string; expiresAt?: number };

/** Starts a server on the world. `options` replaces single hooks. */
export async function startStage(world: World, options: Partial<CollabOptions<Person>> = {}) {
  const collab = createCollab<Person>({
    documentName: /^note:[0-9a-f-]{36}$/,
    onError: (_error, about) => void world.errors.push(about),
    timing: { recheck: 3_600_000, retryAfter: 20, signIn: 10_000 },
    async authenticate(request, token) {
      const name = /person=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? /^token-(\w+)$/.exec(token)?.[1];
      return name && EVERYBODY.includes(name) ? { id: name } : null;
    },
    async authorise(person) {
      if (!world.members.has(person.id)) return null;
      return {
        canWrite: world.state === 'open',
        name: `${person.id} of the team`,
        scope: 'circle'
      } satisfies CollabAccess;
    },
    async load(documentName) {
      return world.stored.get(documentName) ?? Y.encodeStateAsUpdate(new Y.Doc());
    },
    async store(documentName, document) {
      world.stores++;
      if (world.failStores) throw new Error('the database is away');
      if (world.state !== 'open') return 'refused';
      world.stored.set(documentName, Y.encodeStateAsUpdate(document));
      return 'stored';
    },
    ...options
  });
  const server: Server = createServer((_request, response) => response.end());
  server.on('upgrade', collab.upgrade);
  const lines = new Set<Socket>();
  server.on('connection', (line) => lines.add(line.on('close', () => lines.delete(line))));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = (server.address() as AddressInfo).port;
  const clients: { destroy(): void }[] = [];

  /** A raw socket, as `person`. */
  function dial(person: string | null, headers: Record<string, string> = {}): WebSocket {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/collab`, {
      headers: { origin: `http://127.0.0.1:${port}`, ...(person ? { cookie: `person=${person}` } : {}), ...headers }
    });
    socket.on('error', () => {});
    clients.push({ destroy: () => socket.terminate() });
    return socket;
  }

  /** The real client, as `person`, in a note. */
  function join(person: string, documentName = NOTE, doc = new Y.Doc(), token = '') {
    class CookieSocket extends WebSocket {
      constructor(url: string) {
        super(url, token ? {} : { headers: { cookie: `person=${person}`, origin: `http://127.0.0.1:${port}` } });
        // Unlike a browser's, this socket throws when it is closed before it was open.
        this.on('error', () => {});
      }
    }
    const heard = { denied: [] as string[], closed: [] as number[], words: [] as string[] };
    const socket = new HocuspocusProviderWebsocket({
      url: `ws://127.0.0.1:${port}/collab`,
      WebSocketPolyfill: CookieSocket,
      minDelay: 20,
      delay: 20,
      maxDelay: 50
    });
    const provider = new HocuspocusProvider({
      websocketProvider: socket,
      name: documentName,
      document: doc,
      token,
      onAuthenticationFailed: ({ reason }) => void heard.denied.push(reason),
      onStateless: ({ payload }) => void heard.words.push(payload)
    });
    socket.on('close', ({ event }: { event: { code: number } }) => heard.closed.push(event.code));
    provider.attach();
    const destroy = () => {
      provider.destroy();
      socket.destroy();
    };
    clients.push({ destroy });
    const text = doc.getText('said');
    return { provider, socket, doc, heard, destroy, text, write: (words: string) => text.insert(text.length, words) };
  }

  /** Ends the server as a power cut does: nothing is flushed. */
  async function cut() {
    lines.forEach((line) => line.destroy());
    await new Promise((resolve) => server.close(resolve));
  }

  async function end() {
    for (const client of clients) client.destroy();
    await collab.flushAll();
    await cut();
  }

  return { collab, port, dial, join, cut, end, world };
}

export type Stage = Awaited<ReturnType<typeof startStage>>;

/** What is stored of a note, as text. */
export function storedText(world: World, documentName = NOTE): string {
  const doc = new Y.Doc();
  const state = world.stored.get(documentName);
  if (state) Y.applyUpdate(doc, state);
  return doc.getText('said').toString();
}

/** Polls until the assertion holds; nothing here waits for a fixed time. */
export async function until(assertion: () => void): Promise<void> {
  await vi.waitFor(assertion, { interval: 5, timeout: 5_000 });
}
