/**
 * `npm run bench`: how fast the app is, beside what it stands on, as one JSON document on standard output.
 *
 *   npm run bench -- --only latency,pages     some rows (their names stand in `rows` below)
 *   npm run bench -- --quick                  one round of each: to see that it works
 *
 * Everything runs on this machine, on loopback addresses. Machines are noisy: the ratios count, since both sides of each
 * are measured in turn in the same run.
 */
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { chdir } from 'node:process';
import { parseArgs } from 'node:util';
import { bigNote } from './bigNote.ts';
import { casts } from './casts.ts';
import { checkIn } from './checkIn.ts';
import { control } from './control.ts';
import { startFloor } from './floor.ts';
import { functions } from './functions.ts';
import { latency } from './latency.ts';
import { librarySearch } from './librarySearch.ts';
import { pages } from './pages.ts';
import { scripts } from './scripts.ts';
import { startOnPglite, startOnPostgres } from './theApp.ts';
import { throughput } from './throughput.ts';
import { typing } from './typing.ts';

const { values } = parseArgs({ options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } } });
const { quick } = values;
chdir(join(import.meta.dirname, '../..'));

/** Each row with what it needs. The quiet ones first: what is heavy warms the machine up for what comes after. */
const rows = {
  scripts: async ({ pglite, floor }) => scripts(pglite, await floor()),
  pages: async ({ pglite, floor }) => pages(pglite, await floor(), { runs: quick ? 1 : 5 }),
  checkIn: async ({ pglite, floor }) => checkIn(pglite, await floor(), { runs: quick ? 1 : 5 }),
  bigNote: ({ pglite }) => bigNote(pglite, { runs: quick ? 1 : 3 }),
  librarySearch: () => librarySearch({ size: 500, repeats: quick ? 3 : 30 }),
  functions: ({ postgres }) =>
    functions(postgres, { sizes: quick ? [100, 10_000] : [100, 10_000, 100_000], repeats: quick ? 5 : 15 }),
  throughput: ({ apps }) => throughput(apps, { rounds: quick ? 1 : 3, seconds: quick ? 1 : 3 }),
  typing: ({ pglite }) => typing(pglite, { keys: quick ? 10 : 24, rounds: quick ? 1 : 2 }),
  control: ({ apps }) => control(apps, { rounds: quick ? 1 : 3, times: quick ? 20 : 60 }),
  latency: ({ apps }) => latency(apps, { rounds: quick ? 1 : 3, seconds: quick ? 2 : 5 }),
  casts: ({ apps }) => casts(apps, quick ? { rounds: 10, each: 20, slow: 1 } : { rounds: 100, each: 100, slow: 5 })
};

const wanted = values.only?.split(',') ?? Object.keys(rows);
const unknown = wanted.filter((name) => !(name in rows));
if (unknown.length > 0) {
  process.stderr.write(`There is no row "${unknown.join('", "')}". The rows are ${Object.keys(rows).join(', ')}.\n`);
  process.exit(2);
}

const began = Date.now();
const say = (line) =>
  process.stderr.write(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${line}\n`);
const stops = [];
const found = {};
let failed = false;

try {
  say('making the app on PGlite');
  const pglite = await startOnPglite();
  stops.push(pglite.stop);
  say('making the app on PostgreSQL');
  const postgres = await startOnPostgres();
  if (postgres) stops.push(postgres.stop);
  else say('PostgreSQL is not installed: PGlite alone');
  const apps = postgres ? [pglite, postgres] : [pglite];
  let built;
  const floor = async () => {
    if (!built) {
      built = await startFloor();
      stops.push(built.stop);
    }
    return built;
  };
  for (const name of wanted) {
    say(name);
    try {
      found[name] = await rows[name]({ pglite, postgres, apps, floor });
    } catch (error) {
      failed = true;
      found[name] = { failed: String(error?.message ?? error) };
      say(`  failed: ${error?.stack ?? error}`);
    }
  }
} finally {
  for (const stop of stops.reverse()) await stop();
}
say('done');
const machine = {
  node: process.version,
  processors: cpus().length,
  model: cpus()[0]?.model,
  memoryGB: Math.round(totalmem() / 2 ** 30)
};
process.stdout.write(
  `${JSON.stringify({ at: new Date(began).toISOString(), seconds: Math.round((Date.now() - began) / 1000), quick, machine, ...found }, null, 2)}\n`
);
process.exit(failed ? 1 : 0);
