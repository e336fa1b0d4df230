import type { Backend } from '../../server/backend.ts';
import { logFault } from '../../server/log.ts';
import { serviceClient, type Supabase } from '../../server/supabase.ts';
import { isLeavingKind, type Leaving, type LeavingKind } from '../retention.ts';

/** Something that leaves, of any organisation. */
export interface LeavingAnywhere extends Leaving {
  organisation: string;
}

/** The database refused; its code alone is told, since its message may quote values. */
class RetentionFault extends Error {
  override name = 'RetentionFault';
}

/**
 * Destroys what is due and says how many of each kind went. Running it again on the same day finds nothing more.
 * @param service the server's own client
 * @param today `YYYY-MM-DD`; the database refuses a day in the future
 */
export async function runRetention(service: Supabase, today: string): Promise<Partial<Record<LeavingKind, number>>> {
  const { data, error } = await service.rpc('run_retention', { p_today: today });
  if (error) throw new RetentionFault(`the database refused to run it (${error.code})`);
  return Object.fromEntries(data.flatMap(({ what, removed }) => (isLeavingKind(what) ? [[what, removed]] : [])));
}

/** What leaves up to a day, in every organisation: team and days, no title and no name. */
export async function previewRetention(service: Supabase, until: string): Promise<LeavingAnywhere[]> {
  const { data, error } = await service.rpc('retention_due', { p_until: until });
  if (error) throw new RetentionFault(`the database refused the preview (${error.code})`);
  return data.flatMap(({ what, organisation, team, last_day, leaves_on }) =>
    isLeavingKind(what) ? [{ what, organisation, team, lastDay: last_day, leavesOn: leaves_on }] : []
  );
}

export interface JobClock {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Calls back after this many milliseconds, without keeping the process alive; gives what stops it. */
  after: (milliseconds: number, work: () => void) => () => void;
}

const machineClock: JobClock = {
  now: Date.now,
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  }
};

const second = 1000;
const day = 24 * 60 * 60 * second;

/**
 * Runs retention half a minute after the start, when people have their first pages, and then every 24 hours. A day that
 * fails is told in the log and tried again the next. Gives what stops it.
 * @param also what other rooms remove once a day (`today` is `YYYY-MM-DD`); one that fails keeps nobody else from theirs
 */
export function startRetentionJob(
  backend: Backend,
  also: readonly ((service: Supabase, today: string) => Promise<unknown>)[] = [],
  clock: JobClock = machineClock
): () => void {
  const service = serviceClient(backend);
  let stop = clock.after(30 * second, run);
  const told = (fault: unknown) => {
    logFault('retention', { kind: fault instanceof Error ? `${fault.name}: ${fault.message}` : typeof fault });
  };
  async function run() {
    stop = clock.after(day, run);
    // First the records: what they leave behind can go the same day.
    const today = new Date(clock.now()).toISOString().slice(0, 10);
    await runRetention(service, today).catch(told);
    for (const remove of also) await remove(service, today).catch(told);
  }
  return () => stop();
}
