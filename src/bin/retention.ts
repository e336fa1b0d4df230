/**
 * `npm run retention`: destroys the records whose time is over, as the server does by itself once a day; with `--preview`
 * it shows what would leave and destroys nothing. Opens the database the server uses (PUBLIC_SUPABASE_URL, DATABASE_URL,
 * else the folder DATA_DIR). Prints team and days, no titles and no names. Ends with 0 when it worked, 1 when not, 2 when
 * it was called wrongly.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sweepFiles } from '../lib/library/server/fileSweep.ts';
import * as m from '../lib/paraglide/messages.js';
import { countLeaving, leavingRows, leavingTotals, leavingWord } from '../lib/records/retention.ts';
import { isDay } from '../lib/records/schema.ts';
import { previewRetention, runRetention, type LeavingAnywhere } from '../lib/records/server/retentionJob.ts';
import { openEmbedded, openProject, type Backend } from '../lib/server/backend.ts';
import { EnvError, readEnv } from '../lib/server/env.ts';
import { FolderInUse } from '../lib/server/folderLock.ts';
import { keepValuesOutOfTheLog } from '../lib/server/log.ts';
import { serviceClient } from '../lib/server/supabase.ts';
import { sweepTrainings, trainingsLeaving } from '../lib/training/delivery/server/retention.ts';

const OPTIONS = {
  preview: { type: 'boolean' },
  until: { type: 'string' },
  help: { type: 'boolean', short: 'h' }
} as const;

/** Called wrongly; the message is the sentence to show. */
class UsageError extends Error {}
/** It can't be done, in a sentence for whoever called. */
class CannotRun extends Error {}

type Wish = { do: 'help' } | { do: 'run' } | { do: 'preview'; until: string };

function wishOf(args: string[], today: string): Wish {
  let values;
  try {
    ({ values } = parseArgs({ args, options: OPTIONS }));
  } catch (error) {
    throw new UsageError(m.records_cli_unknown({ detail: String((error as Error).message).split('.')[0]! }));
  }
  if (values.help) return { do: 'help' };
  const until = values.until ?? today;
  if (!isDay(until) || (values.until !== undefined && !values.preview)) throw new UsageError(m.records_cli_until());
  return values.preview ? { do: 'preview', until } : { do: 'run' };
}

async function open(): Promise<Backend> {
  const env = readEnv(process.env);
  if (env.PUBLIC_SUPABASE_URL) {
    return openProject(
      env.PUBLIC_SUPABASE_URL,
      env.PUBLIC_SUPABASE_PUBLISHABLE_KEY ?? '',
      env.SUPABASE_SECRET_KEY ?? ''
    );
  }
  // A wrong folder must not become a new, empty database in which nothing is ever due.
  if (!env.DATABASE_URL && !existsSync(join(env.DATA_DIR, 'pglite'))) {
    throw new CannotRun(m.records_cli_no_data({ folder: env.DATA_DIR }));
  }
  return openEmbedded({
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    siteUrl: env.ORIGIN ?? 'http://localhost',
    mail: { send: async () => {} }
  });
}

/** Columns wide enough for what stands in them, two spaces apart. */
function table(leaving: readonly LeavingAnywhere[]): string {
  const head = [
    m.records_retention_leaves(),
    m.records_cli_organisation(),
    m.records_retention_team(),
    m.records_retention_what(),
    m.records_retention_last(),
    m.records_retention_count()
  ];
  const organisations = [...new Set(leaving.map(({ organisation }) => organisation))];
  const rows = organisations.flatMap((organisation) =>
    leavingRows(leaving.filter((each) => each.organisation === organisation)).map((row) => [
      row.leavesOn,
      organisation,
      row.team,
      leavingWord(row.what),
      row.lastDay,
      String(row.count)
    ])
  );
  const widths = head.map((word, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? word).length)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd()
    )
    .join('\n');
}

async function run(args: string[], today: string): Promise<void> {
  const wish = wishOf(args, today);
  if (wish.do === 'help') return console.log(m.records_cli_usage());
  const backend = await open();
  try {
    const service = serviceClient(backend);
    const day = wish.do === 'run' ? today : wish.until;
    const leaving = await previewRetention(service, day);
    if (leaving.length > 0) console.log(`${table(leaving)}\n`);
    if (wish.do === 'preview') {
      const what = leavingTotals(countLeaving(leaving));
      console.log(leaving.length > 0 ? m.records_cli_preview({ day, what }) : m.records_cli_preview_none({ day }));
      const trainings = await trainingsLeaving(service, day);
      if (trainings > 0) console.log(m.training_delivery_retention_preview({ count: trainings, day }));
    } else {
      const removed = await runRetention(service, today);
      await sweepFiles(service);
      const trainings = await sweepTrainings(service, today);
      const what = leavingTotals(removed);
      console.log(
        Object.keys(removed).length > 0 ? m.records_cli_done({ day, what }) : m.records_cli_done_none({ day })
      );
      if (trainings > 0) console.log(m.training_delivery_retention_done({ count: trainings, day }));
    }
  } finally {
    await backend.close();
  }
}

keepValuesOutOfTheLog();
try {
  await run(process.argv.slice(2), new Date().toISOString().slice(0, 10));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n${m.records_cli_usage()}\n`);
    process.exitCode = 2;
  } else {
    const expected = error instanceof CannotRun || error instanceof EnvError;
    const sentence = error instanceof FolderInUse ? m.records_cli_in_use() : expected ? error.message : null;
    process.stderr.write(`${sentence ?? m.records_cli_failed({ detail: String((error as Error).message) })}\n`);
    process.exitCode = 1;
  }
}
