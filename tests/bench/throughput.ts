import { startChild } from './child.ts';
import { goalReached, interleaved, median, ratio, rounded } from './figures.ts';
import { type App, cookiesFor } from './theApp.ts';
import type { Visit, Visited } from './visitors.ts';

const connections = 16;
const goals = { pglite: 120, postgres: 250 };

type Contender = { name: string; page: string; url: string; cookie: string; goal?: number };

/** Row 7: pages a second for somebody who is signed in, beside a server that answers with as many bytes. */
export async function throughput(apps: App[], { rounds, seconds }: { rounds: number; seconds: number }) {
  const [visitors, bare] = [startChild('visitors.ts'), startChild('visitors.ts')];
  const visit = ({ url, cookie }: Pick<Contender, 'url' | 'cookie'>, seconds: number) =>
    visitors.ask<Visited>('visit', { url, cookie, connections, seconds } satisfies Visit);
  try {
    const { port } = await bare.ask<{ port: number }>('serve');
    const results = [];
    for (const page of ['circle', 'landing']) {
      const contenders: Contender[] = apps.map((app) => ({
        name: `app on ${app.name}`,
        page,
        url: app.server.url + (app.pages[page]?.path ?? ''),
        cookie: cookiesFor(app, 'lead')
          .map(({ name, value }) => `${name}=${value}`)
          .join('; '),
        goal: goals[app.name]
      }));
      // Also warms each server up.
      const sizes: number[] = [];
      for (const contender of contenders) sizes.push((await visit(contender, 1)).bytes);
      const peer: Contender = { name: 'bare node:http', page, url: `http://127.0.0.1:${port}/${sizes[0]}`, cookie: '' };
      const all = [peer, ...contenders];
      const found = await interleaved(all, rounds, (contender) => visit(contender, seconds));
      const middle = (i: number, key: 'perSecond' | 'p95') =>
        rounded(median((found[i] ?? []).map((row) => row[key])), key === 'p95' ? 1 : 0);
      results.push({
        page,
        bytes: sizes[0],
        servers: all.map(({ name, goal }, i) => ({
          server: name,
          pagesPerSecond: middle(i, 'perSecond'),
          p95Ms: middle(i, 'p95'),
          failed: (found[i] ?? []).reduce((sum, { failed }) => sum + failed, 0),
          ...(goal && {
            ofBare: ratio(middle(i, 'perSecond'), middle(0, 'perSecond'), 3),
            goal,
            met: goalReached(middle(i, 'perSecond'), goal)
          })
        }))
      });
    }
    return { goal: 'at least 120 pages a second on PGlite and 250 on PostgreSQL', connections, rounds, results };
  } finally {
    await Promise.all([visitors.stop(), bare.stop()]);
  }
}
