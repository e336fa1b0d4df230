import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { goalMet, interleaved, median, ratio, rounded } from './figures.ts';
import type { Floor } from './floor.ts';
import { type Paint, visit } from './pages.ts';
import { withBrowser } from './phone.ts';
import { load } from './scripts.ts';
import { type App, cookiesFor, past } from './theApp.ts';

/** A round of the team that the server opens when it starts: its members joined long ago, and there is a support contact. */
const openRound = (
  team: string,
  round: string
) => `update public.team_members set joined_at = joined_at - interval '30 days' where team_id = '${team}';
  insert into public.support_contacts (organisation_id, position, name, reach)
    select organisation_id, 0, 'Line', '1' from public.teams where id = '${team}';
  insert into public.check_in_rounds (id, team_id, built_in, scale_key, scale_version, opens_at, closes_at, request_key)
    values ('${round}', '${team}', true, 'circlewell-nine', 1, now(), now() + interval '8 days', gen_random_uuid());`;

async function isOpen(url: string, round: string): Promise<void> {
  for (let second = 0; second < 45; second++) {
    if ((await fetch(`${url}/keys/${round}.json`)).ok) return;
    await pause(1000);
  }
  throw new Error('the round of the bench did not open');
}

/** The page of a check-in on a slow phone on a slow line, beside a SvelteKit page with next to nothing on it. */
export async function checkIn(app: App, floor: Floor, { runs }: { runs: number }) {
  const round = randomUUID();
  await past(app, (asker) => asker.run(openRound(app.ground.team, round)));
  try {
    await isOpen(app.server.url, round);
    const bare = { url: `${floor.url}/`, cookies: [] };
    const page = { url: `${app.server.url}/check-in/${round}`, cookies: cookiesFor(app, 'member') };
    return await withBrowser(async (browser) => {
      const { status, ...loaded } = await load(browser, page.url, page.cookies);
      if (status !== 200) throw new Error(`the page answers ${status}`);
      const [bares, paints] = await interleaved([bare, page], runs, ({ url, cookies }) => visit(browser, url, cookies));
      const first = (rows: Paint[] | undefined) => (rows ?? []).map(({ firstPaint }) => firstPaint);
      const [peer, found] = [rounded(median(first(bares)), 0), rounded(median(first(paints)), 0)];
      return {
        goal: 'at most 15 kB of script in all; first contentful paint within 700 ms',
        phone: 'processor 4 times slower, 1.6 Mbps, 150 ms round trip, nothing cached',
        runs,
        ...loaded,
        firstContentfulPaintMs: found,
        between: [Math.min(...first(paints)), Math.max(...first(paints))].map((figure) => rounded(figure, 0)),
        peer: { bareSvelteKitPageMs: peer },
        firstPaintRatio: ratio(found, peer),
        met: { script: goalMet(loaded.scriptKB, 15), paint: goalMet(found, 700) }
      };
    });
  } finally {
    // The rows after this one find the team without a round.
    await past(app, (asker) => asker.run(`delete from public.check_in_rounds where id = '${round}'`));
  }
}
