import type { Asker } from './asker.ts';
import type { Cast, Crowd, Made } from './casters.ts';
import { startChild } from './child.ts';
import { median, rounded, spread } from './figures.ts';
import { type App, past } from './theApp.ts';

const atOnce = 50;
/** How many ballots of the round are there already when a cast is timed: each writes all of them anew. */
const already = [10, 50, 99];

async function storedIn(asker: Asker, rounds: string[]): Promise<string[]> {
  const text = `select round_id::text || ' ' || nullifier as name from ballot.ballots where round_id in ('${rounds.join("','")}')`;
  return (await asker.ask({ text, values: [] })).map(({ name }) => String(name));
}

/** Of each round but the first, the casts that found about so many of it there. */
const around = (milliseconds: number[], there: number, each: number) =>
  milliseconds.filter((_, at) => at >= each && Math.abs((at % each) - there) <= 3);

/** Casts a crowd's ballots and compares what is stored with what was sent. */
async function castAll(app: App, crowd: Omit<Crowd, 'team'>, many: number) {
  const casters = startChild('casters.ts');
  try {
    const made = await casters.ask<Made>('make', { ...crowd, team: app.ground.team } satisfies Crowd);
    await past(app, (asker) => asker.run(made.sql));
    const cast = await casters.ask<Cast>('cast', { url: app.server.url, atOnce: many });
    const stored = await past(app, async (asker) => {
      const names = await storedIn(asker, made.rounds);
      // With a round goes what is in the box: the rows after this one find the team as it was.
      await asker.run(`delete from public.check_in_rounds where id in ('${made.rounds.join("','")}')`);
      return names;
    });
    const [sent, there] = [new Set(made.names), new Set(stored)];
    return {
      ...cast,
      lost: made.names.filter((name) => !there.has(name)).length,
      doubled: stored.length - there.size,
      unknown: stored.filter((name) => !sent.has(name)).length
    };
  } finally {
    await casters.stop();
  }
}

/**
 * Answers of check-ins as they come: many teams on one day, 50 devices at a time, each twentieth answer sent twice. Tokens are signed by the bench
 * with the rounds' keys; taking them over the network is not in it. Then, one cast after the other, how long one takes by how many of its round are there.
 */
export async function casts(apps: App[], { rounds, each, slow }: { rounds: number; each: number; slow: number }) {
  const results = [];
  for (const app of apps) {
    const { milliseconds, perSecond, ...counts } = await castAll(app, { rounds, each, oneByOne: false }, atOnce);
    // The first round warms the server up, which has just been started.
    const one = await castAll(app, { rounds: slow + 1, each, oneByOne: true }, 1);
    const byBallots = already
      .filter((there) => there < each)
      .map((there) => ({ ballotsInTheRound: there, ms: rounded(median(around(one.milliseconds, there, each)), 2) }));
    results.push({
      server: `app on ${app.name}`,
      ...spread(milliseconds),
      perSecond: rounded(perSecond, 0),
      ...counts,
      byBallots
    });
  }
  return { goal: 'none lost, none doubled', casts: rounds * each, rounds, atOnce, results };
}
