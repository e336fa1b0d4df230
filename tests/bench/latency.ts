import { setTimeout as pause } from 'node:timers/promises';
import { noteDocumentName } from '../../src/lib/notes/noteDocument.ts';
import { type Child, startChild } from './child.ts';
import { goalMet, interleaved, overRounds, ratio, rounded, spread } from './figures.ts';
import type { App } from './theApp.ts';
import type { Joining, Latencies } from './writers.ts';

/** Where a crowd meets: the app, or its peer. */
type Place = { name: string; url: string; tokens: string[]; documents: (count: number, round: number) => string[] };
type Crowd = { label: string; documents: number; listeners: number; deaf: number };

const rate = 3;
const crowds: Crowd[] = [
  { label: '1 document, 8 writers', documents: 1, listeners: 4, deaf: 4 },
  { label: '20 documents, 8 writers each', documents: 20, listeners: 2, deaf: 6 }
];

function placeOf({ name, server, ground }: App): Place {
  return {
    name: `app on ${name}`,
    url: `${server.url.replace('http', 'ws')}/collab`,
    tokens: ground.members.map(({ token }) => token),
    documents: (count) =>
      (count === 1 ? [ground.single.notes[6] ?? ''] : ground.tables.notes.slice(0, count)).map(noteDocumentName)
  };
}

/** Sends and receives with real clients; those that only make work for the server sit in another process. */
async function listen(place: Place, crowd: Crowd, round: number, seconds: number): Promise<Latencies> {
  const [listeners, deaf] = [startChild('writers.ts'), startChild('writers.ts')];
  const both = [listeners, deaf];
  const all = <A>(task: string) => Promise.all(both.map((child: Child) => child.ask<A>(task)));
  const joining: Joining = {
    url: place.url,
    documents: place.documents(crowd.documents, round),
    writers: crowd.listeners,
    tokens: place.tokens,
    rate
  };
  try {
    await listeners.ask('join', joining);
    // Other members than the listeners.
    const others = place.tokens.slice(crowd.listeners);
    await deaf.ask('join', { ...joining, writers: crowd.deaf, tokens: others, deaf: true } satisfies Joining);
    await all('write');
    await pause(2000);
    await listeners.ask('measure');
    await pause(seconds * 1000);
    const heard = await listeners.ask<Latencies>('latencies');
    await all('leave');
    return heard;
  } finally {
    await Promise.all(both.map(({ stop }) => stop()));
  }
}

/** Row 1: from one person's key stroke to another's document, beside Hocuspocus as it comes. */
export async function latency(apps: App[], { rounds, seconds }: { rounds: number; seconds: number }) {
  const bare = startChild('bareHocuspocus.ts');
  try {
    const { port } = await bare.ask<{ port: number }>('start', {});
    const peer: Place = {
      name: 'bare Hocuspocus',
      url: `ws://127.0.0.1:${port}/`,
      tokens: [''],
      documents: (count, round) => Array.from({ length: count }, (_, i) => `${round} ${count} ${i}`)
    };
    const places = [peer, ...apps.map(placeOf)];
    const results = [];
    for (const crowd of crowds) {
      const found = await interleaved(places, rounds, (place, round) => listen(place, crowd, round, seconds));
      const spreads = found.map((rows) =>
        overRounds(
          rows.map(({ milliseconds }) => spread(milliseconds, 2)),
          2
        )
      );
      const bareP95 = spreads[0]?.p95 ?? null;
      results.push({
        crowd: crowd.label,
        places: places.map(({ name }, i) => {
          const p95Ratio = ratio(spreads[i]?.p95 ?? null, bareP95);
          return {
            place: name,
            milliseconds: spreads[i],
            lost: found[i]?.reduce((sum, { missing }) => sum + missing, 0),
            // Of the process that measures: high means that the figures are the machine's, not the server's.
            loopDelayP99: rounded(Math.max(...(found[i] ?? []).map(({ loopDelay }) => loopDelay))),
            ...(i > 0 && {
              p50Ratio: ratio(spreads[i]?.p50 ?? null, spreads[0]?.p50 ?? null),
              p95Ratio,
              met: goalMet(p95Ratio, 1.15)
            })
          };
        })
      });
    }
    return { goal: 'p95 at most 1.15 times that of bare Hocuspocus', editsPerSecondAndWriter: rate, rounds, results };
  } finally {
    await bare.stop();
  }
}
