// A running circle without a browser: one facilitator who presses, and screens that follow. In the app the screens follow
// the candle, which the server tells them as JSON; on the bare peer, which has no candle, the same document as the desk.
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { setTimeout as pause } from 'node:timers/promises';
import WebSocket from 'ws';
import * as Y from 'yjs';
import type { Candle } from '../../src/lib/live/candle/candle.ts';
import { append, eventsOf } from '../../src/lib/live/liveDocument.ts';
import { foldEvents } from '../../src/lib/live/liveState.ts';
import type { LiveState } from '../../src/lib/live/state.ts';
import { answer } from './child.ts';

/** `shown`: the document that the screens open, where it is not the facilitator's. */
export type Watching = { url: string; document: string; shown?: string; screens: number; tokens: string[] };
export type Seen = { each: number[]; last: number[]; missing: number };

type Phase = LiveState['phase'];
type Screen = { doc: Y.Doc; provider: HocuspocusProvider; socket: HocuspocusProviderWebsocket };

let facilitator: Screen | undefined;
let screens: Screen[] = [];
let candle = false;

async function open(url: string, name: string, token: string): Promise<Screen> {
  const doc = new Y.Doc();
  const socket = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WebSocket });
  const provider = await new Promise<HocuspocusProvider>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('a circle did not come within 20 s')), 20_000);
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
  return { doc, provider, socket };
}

const items = ['opening', 'check_in', 'round', 'core', 'actions', 'closing'] as const;
const agenda = items.map((kind, i) => ({
  id: `00000000-0000-4000-8000-00000000000${i}`,
  kind,
  title: `Part ${i + 1}`,
  minutes: 8,
  minMinutes: 3,
  priority: 5
}));

/** Calls `changed` with each phase that a screen comes to show; returns what ends it. */
function follow({ doc, provider }: Screen, shown: boolean, changed: (phase: Phase) => void): () => void {
  const told = ({ payload }: { payload: string }) => {
    if (payload.startsWith('shows:')) changed((JSON.parse(payload.slice('shows:'.length)) as Candle).phase);
  };
  const folded = () => changed(foldEvents(eventsOf(doc)).phase);
  if (shown) provider.on('stateless', told);
  else doc.on('update', folded);
  return () => {
    provider.off('stateless', told);
    doc.off('update', folded);
  };
}

/** Presses once; resolves with how long each screen took to show it, in ms. A screen that never does is left out. */
async function press(by: Screen, deed: Parameters<typeof append>[3], wanted: Phase): Promise<number[]> {
  let pressed = 0;
  const seen = screens.map(
    (screen) =>
      new Promise<number | null>((resolve) => {
        const leave = follow(screen, candle, (phase) => phase === wanted && done(performance.now() - pressed));
        const timer = setTimeout(() => done(null), 5000);
        const done = (milliseconds: number | null) => {
          leave();
          clearTimeout(timer);
          resolve(milliseconds);
        };
      })
  );
  append(by.doc, 'facilitator', Date.now(), deed);
  pressed = performance.now();
  return (await Promise.all(seen)).filter((milliseconds) => milliseconds !== null);
}

answer({
  async join({ url, document, shown, screens: count, tokens }: Watching) {
    candle = shown !== undefined;
    facilitator = await open(url, document, tokens[0] ?? '');
    const others = tokens.slice(1);
    screens = await Promise.all(
      Array.from({ length: count }, (_, i) => open(url, shown ?? document, others[i % (others.length || 1)] ?? ''))
    );
  },
  async press({ times, gap }: { times: number; gap: number }): Promise<Seen> {
    if (!facilitator) throw new Error('nobody facilitates');
    const seen: Seen = { each: [], last: [], missing: 0 };
    // Where a round before this one began it already, nothing changes by this.
    append(facilitator.doc, 'facilitator', Date.now(), { do: 'begin', items: agenda });
    for (let i = 0; i < times; i++) {
      await pause(gap * (0.75 + Math.random() / 2));
      const pauses = i % 2 === 0;
      const took = await press(facilitator, { do: pauses ? 'pause' : 'resume' }, pauses ? 'paused' : 'running');
      seen.each.push(...took);
      seen.last.push(Math.max(...took));
      seen.missing += screens.length - took.length;
    }
    return seen;
  },
  leave() {
    for (const { provider, socket, doc } of [facilitator, ...screens].filter((screen) => screen !== undefined)) {
      provider.destroy();
      socket.destroy();
      doc.destroy();
    }
    facilitator = undefined;
    screens = [];
  }
});
