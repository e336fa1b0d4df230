import { join } from 'node:path';
import type { Backend } from '../../server/backend.ts';
import type { Env } from '../../server/env.ts';
import { logFault } from '../../server/log.ts';
import { postThrough } from '../../server/post.ts';
import type { BoxKind, RoundLetters } from './boxKind.ts';
import { takeStirred } from './cast.ts';
import { keyStoreOf } from './keyStore.ts';
import { tendRounds } from './rounds.ts';

export interface JobClock {
  /** Calls back after this many milliseconds, without keeping the process alive; gives what stops it. */
  after: (milliseconds: number, work: () => void) => () => void;
}

const machineClock: JobClock = {
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  }
};

const EVERY = 20_000;

/**
 * Tends the rounds of all kinds at once, so that what fell due while the server was down is done at its start, and then every 20 seconds. What time it is the
 * database says. Where answers came in since, their old copies, which lie in the order they came, are written over.
 * Letters to those who are asked are sent one after the other, beside this work: a slow mail server must not hold up a round. Those that a server
 * did not finish go to everybody once more at the next start.
 * Gives what stops it, resolving when the work at hand is done.
 */
export function startBallots(
  backend: Backend,
  kinds: readonly BoxKind[],
  env: Pick<Env, 'DATA_DIR' | 'CHECKIN_KEYS_DIR'> & Partial<Pick<Env, 'ORIGIN' | 'SMTP_URL' | 'MAIL_FROM'>>,
  clock: JobClock = machineClock
): () => Promise<void> {
  const keys = keyStoreOf(env);
  const post = postThrough(env.SMTP_URL, env.MAIL_FROM ?? '', join(env.DATA_DIR, 'mail'));
  const origin = (env.ORIGIN ?? `http://localhost:${process.env.PORT ?? 3000}`).replace(/\/$/, '');
  let posting = Promise.resolve();
  let restarted = true;
  let stopped = false;
  let cancel = () => {};
  let work = run();

  async function run(): Promise<void> {
    try {
      await tendRounds({ backend, keys, kinds });
      if (takeStirred()) await backend.vacuumBallots();
      for (const { letters } of kinds)
        for (const due of (await letters?.due(backend, origin, restarted)) ?? [])
          posting = posting.then(() => send(due, letters!.sent));
      restarted = false;
    } catch (fault) {
      tell(fault);
    }
    if (!stopped) cancel = clock.after(EVERY, () => (work = run()));
  }

  async function send(due: RoundLetters, sent: NonNullable<BoxKind['letters']>['sent']): Promise<void> {
    try {
      for (const letter of due.letters) await post(letter);
      await sent(backend, due);
    } catch (fault) {
      tell(fault);
    }
  }

  function tell(fault: unknown): void {
    // At a stop the database may go first.
    if (!stopped) logFault('ballots', { kind: fault instanceof Error ? fault.name : typeof fault });
  }

  return async () => {
    stopped = true;
    cancel();
    await work;
  };
}
