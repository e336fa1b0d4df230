import { liveDocumentName } from '../../src/lib/live/liveDocument.ts';
import { startChild } from './child.ts';
import { interleaved, overRounds, ratio, spread } from './figures.ts';
import type { Seen, Watching } from './screens.ts';
import type { App } from './theApp.ts';

/** Where a circle runs: in the app, or on its peer. */
type Place = { name: string; url: string; tokens: string[]; document: (round: number) => string; shown?: string };

const screens = 40;

async function watch(place: Place, round: number, times: number): Promise<Seen> {
  const child = startChild('screens.ts');
  try {
    const { url, tokens, shown } = place;
    const watching: Watching = { url, document: place.document(round), screens, tokens, ...(shown && { shown }) };
    await child.ask('join', watching);
    const seen = await child.ask<Seen>('press', { times, gap: 120 });
    await child.ask('leave');
    return seen;
  } finally {
    await child.stop();
  }
}

/**
 * From a facilitator's press to the change on each of forty members' screens: in the app through the candle, which the
 * server makes of what was pressed; beside Hocuspocus as it comes, where all have one document and fold it themselves.
 */
export async function control(apps: App[], { rounds, times }: { rounds: number; times: number }) {
  const bare = startChild('bareHocuspocus.ts');
  try {
    const { port } = await bare.ask<{ port: number }>('start', {});
    const places: Place[] = [
      {
        name: 'bare Hocuspocus',
        url: `ws://127.0.0.1:${port}/`,
        tokens: [''],
        document: (round) => `live ${round}`
      },
      ...apps.map(({ name, server, ground }) => ({
        name: `app on ${name}`,
        url: `${server.url.replace('http', 'ws')}/collab`,
        tokens: ground.members.map(({ token }) => token),
        document: () => liveDocumentName(ground.circle),
        shown: `candle:${ground.circle}`
      }))
    ];
    const found = await interleaved(places, rounds, (place, round) => watch(place, round, times));
    const summed = found.map((rows) => ({
      each: overRounds(
        rows.map(({ each }) => spread(each, 2)),
        2
      ),
      last: overRounds(
        rows.map(({ last }) => spread(last, 2)),
        2
      ),
      missing: rows.reduce((sum, { missing }) => sum + missing, 0)
    }));
    return {
      facilitators: 1,
      screens,
      rounds,
      results: places.map(({ name }, i) => ({
        place: name,
        milliseconds: summed[i],
        ...(i > 0 && {
          p95Ratio: ratio(summed[i]?.each.p95 ?? null, summed[0]?.each.p95 ?? null),
          lastScreenP95Ratio: ratio(summed[i]?.last.p95 ?? null, summed[0]?.last.p95 ?? null)
        })
      }))
    };
  } finally {
    await bare.stop();
  }
}
