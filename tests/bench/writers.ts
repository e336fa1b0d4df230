// People who write, without a screen: each has a socket, a document and an item of their own to type into.
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { answer } from './child.ts';
import { addItem } from './noteState.ts';

export type Joining = {
  /** Address of the socket. */
  url: string;
  documents: string[];
  /** Writers in each document. */
  writers: number;
  /** Access tokens, taken in turn; none for a server that asks for none. */
  tokens: string[];
  /** Key strokes a second and writer. */
  rate: number;
  /** Hear nothing once the document is there: writers that only make work for the server. */
  deaf?: boolean;
  /** Send where the cursor is with every key stroke, as an editor does. */
  cursors?: boolean;
};

export type Latencies = { milliseconds: number[]; sent: number; missing: number; loopDelay: number };
export type Mark = { letter: string; at: number };

type Writer = {
  doc: Y.Doc;
  provider: HocuspocusProvider;
  socket: HocuspocusProviderWebsocket;
  typed: number;
  text?: Y.XmlText;
};
type Room = { writers: Writer[]; sent: Map<string, number> };

const rooms: Room[] = [];
const loop = monitorEventLoopDelay({ resolution: 5 });
let rate = 3;
let cursors = false;
let writing = false;
let measuring = false;
let latencies: number[] = [];
let expected = 0;

const now = () => performance.timeOrigin + performance.now();

function type(writer: Writer, letter: string): void {
  // A new item about every sixty letters, as people do.
  if (!writer.text || writer.typed % 60 === 59) writer.text = addItem(writer.doc, crypto.randomUUID());
  writer.typed++;
  writer.text.insert(writer.text.length, letter);
  if (!cursors) return;
  const here = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(writer.text, writer.text.length));
  writer.provider.setAwarenessField('cursor', { anchor: here, head: here });
}

function letterOf({ typed }: Writer): string {
  return typed % 7 === 6 ? ' ' : String.fromCharCode(97 + (typed % 26));
}

async function open(joining: Joining, name: string, token: string, room: Room): Promise<Writer> {
  const doc = new Y.Doc();
  const socket = new HocuspocusProviderWebsocket({ url: joining.url, WebSocketPolyfill: WebSocket });
  const provider = await new Promise<HocuspocusProvider>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('a note did not come within 20 s')), 20_000);
    const made: HocuspocusProvider = new HocuspocusProvider({
      websocketProvider: socket,
      name,
      document: doc,
      token: token || 'none',
      onSynced: () => {
        clearTimeout(timer);
        resolve(made);
      },
      onAuthenticationFailed: ({ reason }) => reject(new Error(`not let in: ${reason}`))
    });
    made.attach();
  });
  if (joining.cursors) provider.setAwarenessField('user', { name: 'Writer', color: '#345678' });
  if (joining.deaf) socket.configuration.providerMap.clear();
  else {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== provider || room.sent.size === 0) return;
      const at = now();
      for (const { id, length } of Y.decodeUpdate(update).structs) {
        for (let clock = id.clock; clock < id.clock + length; clock++) {
          const sent = room.sent.get(`${id.client} ${clock}`);
          if (sent !== undefined) latencies.push(at - sent);
        }
      }
    });
  }
  return { doc, provider, socket, typed: 0 };
}

function keepTyping(writer: Writer, room: Room): void {
  if (!writing) return;
  const clock = Y.getState(writer.doc.store, writer.doc.clientID);
  const at = now();
  if (measuring) {
    room.sent.set(`${writer.doc.clientID} ${clock}`, at);
    expected += room.writers.length - 1;
  }
  type(writer, letterOf(writer));
  setTimeout(keepTyping, ((0.5 + Math.random()) * 1000) / rate, writer, room);
}

answer({
  async join(joining: Joining) {
    rate = joining.rate;
    cursors = joining.cursors ?? false;
    let next = 0;
    for (const name of joining.documents) {
      const room: Room = { writers: [], sent: new Map() };
      const tokens = Array.from(
        { length: joining.writers },
        () => joining.tokens[next++ % joining.tokens.length] ?? ''
      );
      room.writers = await Promise.all(tokens.map((token) => open(joining, name, token, room)));
      rooms.push(room);
    }
  },
  write() {
    writing = true;
    for (const room of rooms)
      for (const writer of room.writers) setTimeout(keepTyping, (Math.random() * 1000) / rate, writer, room);
  },
  measure() {
    measuring = true;
    loop.enable();
  },
  async latencies(): Promise<Latencies> {
    measuring = false;
    loop.disable();
    await pause(1000);
    const answered = { milliseconds: latencies, sent: expected, missing: expected - latencies.length };
    latencies = [];
    return { ...answered, loopDelay: Math.max(0, loop.percentile(99) / 1e6 - 5) };
  },
  /** One writer types letters that nobody else does, and says when. */
  async mark({ count, gap }: { count: number; gap: number }): Promise<Mark[]> {
    const writer = rooms[0]?.writers[0];
    if (!writer) throw new Error('nobody has joined');
    const marks: Mark[] = [];
    for (let i = 0; i < count; i++) {
      // Letters of the private use area.
      const letter = String.fromCharCode(0xe000 + i);
      marks.push({ letter, at: now() });
      type(writer, letter);
      await pause(gap * (0.75 + Math.random() / 2));
    }
    return marks;
  },
  leave() {
    writing = false;
    for (const { writers } of rooms.splice(0)) {
      for (const { provider, socket, doc } of writers) {
        provider.destroy();
        socket.destroy();
        doc.destroy();
      }
    }
  }
});
