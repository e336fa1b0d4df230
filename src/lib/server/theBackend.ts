import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openProject, type Backend } from './backend.ts';
import { openInThread } from './backendThread.ts';
import { readEnv, type Env } from './env.ts';
import { keepValuesOutOfTheLog, setLogLevel } from './log.ts';
import { mailThrough } from './mail.ts';

export type Running = { env: Env; backend: Backend; demo: boolean };

/**
 * Opens the one backend of this process, as the environment says. Kept on globalThis because the development server
 * loads this module again on a change, and a second PGlite on one folder ruins it.
 */
export function startBackend(): Promise<Running> {
  globalThis.circlewellRunning ??= open();
  return globalThis.circlewellRunning;
}

export async function running(): Promise<Running> {
  if (!globalThis.circlewellRunning) throw new Error('the backend has not been started');
  return globalThis.circlewellRunning;
}

async function open(): Promise<Running> {
  const env = readEnv(process.env);
  setLogLevel(env.LOG);
  keepValuesOutOfTheLog();
  if (env.PUBLIC_SUPABASE_URL) {
    const keys = [env.PUBLIC_SUPABASE_PUBLISHABLE_KEY ?? '', env.SUPABASE_SECRET_KEY ?? ''] as const;
    return { env, backend: openProject(env.PUBLIC_SUPABASE_URL, ...keys), demo: false };
  }
  const demo = !env.DATABASE_URL && env.DEMO !== 'off';
  const backend = await openInThread({
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    siteUrl: env.ORIGIN ?? `http://localhost:${process.env.PORT ?? 3000}`,
    mail: mailThrough(env.SMTP_URL, env.MAIL_FROM, join(env.DATA_DIR, 'mail')),
    seed: demo ? readFileSync('supabase/seed.sql', 'utf8') : undefined
  });
  return { env, backend, demo };
}
