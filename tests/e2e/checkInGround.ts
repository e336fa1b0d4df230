import { expect } from '@playwright/test';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { askPglite, askPostgres, type Asker } from '../bench/asker.ts';
import { postgresPrograms, startScratchPostgres } from '../policies/scratchPostgres.ts';
import { startServer, type TestServer } from './server.ts';

const root = join(import.meta.dirname, '../..');

export const databases = postgresPrograms() ? (['pglite', 'postgres'] as const) : (['pglite'] as const);
export type Database = (typeof databases)[number];

/** The demo's team with six people to ask, and a round of it that the server opens when it starts. */
export const team = 'd2000000-0000-4000-8000-000000000001';
export const asked = ['member', 'mei', 'sam', 'tomasz', 'priya', 'noor'].map((name) => `${name}@demo.example`);
export const round = 'c1000000-0000-4000-8000-000000000001';
export const planOfRound = `insert into public.check_in_rounds (id, team_id, built_in, scale_key, scale_version, opens_at, closes_at, request_key)
  values ('${round}', '${team}', true, 'circlewell-nine', 1, now(), now() + interval '8 days', gen_random_uuid());`;

/** A production server with the demo organisation and a database of its own. */
export type Scene = {
  server: TestServer;
  /** Asks the database as its owner, past the server, which must not be running. */
  look: <T>(work: (asker: Asker) => Promise<T>) => Promise<T>;
  /** The folders in which something of this server may lie: its own, and its database's. */
  folders: () => string[];
  remove: () => Promise<void>;
};
export type Ground = {
  /** @param sql run before the server starts, as the owner of the database */
  open: (sql: string, environment?: Record<string, string>) => Promise<Scene>;
  remove: () => Promise<void>;
};

export const groundOn = (database: Database): Promise<Ground> => (database === 'pglite' ? onPglite() : onPostgres());

async function within<T>(asker: Asker, work: (asker: Asker) => Promise<T>): Promise<T> {
  return work(asker).finally(asker.close);
}

async function onPglite(): Promise<Ground> {
  return {
    async open(sql, environment) {
      const folder = mkdtempSync(join(tmpdir(), 'circlewell-ground-'));
      try {
        cpSync(process.env.CIRCLEWELL_E2E_TEMPLATE ?? '', folder, { recursive: true });
        await within(await askPglite(folder), (asker) => asker.run(sql));
        const server = await startServer(folder, environment);
        return {
          server,
          look: async (work) => within(await askPglite(server.dataDir), work),
          folders: () => [server.dataDir],
          remove: server.remove
        };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    remove: async () => {}
  };
}

async function onPostgres(): Promise<Ground> {
  const cluster = await startScratchPostgres();
  const inMaintenance = (sql: string) => within(askPostgres(cluster.url('postgres')), (asker) => asker.run(sql));
  try {
    await inMaintenance('create database demo');
    const first = await startServer(undefined, { DATABASE_URL: cluster.url('demo') });
    await first.remove();
    const seed = readFileSync(join(root, 'supabase/seed.sql'), 'utf8');
    await within(askPostgres(cluster.url('demo')), (asker) => asker.run(seed));
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  let made = 0;
  return {
    async open(sql, environment) {
      const name = `scene_${++made}`;
      await inMaintenance(`create database ${name} template demo`);
      const url = cluster.url(name);
      await within(askPostgres(url), (asker) => asker.run(sql));
      const server = await startServer(undefined, { DATABASE_URL: url, ...environment });
      return {
        server,
        look: (work) => within(askPostgres(url), work),
        folders: () => [server.dataDir, join(dirname(cluster.keys), 'data')],
        remove: async () => {
          await server.remove();
          await inMaintenance(`drop database ${name} with (force)`);
        }
      };
    },
    remove: cluster.stop
  };
}

/** Waits until the server's job has opened the round, and has sent the letters about it: nothing of its work is to come in between. */
export async function roundIsOpen({ server }: Scene): Promise<void> {
  const status = async () => (await fetch(`${server.url}/keys/${round}.json`)).status;
  await expect.poll(status, { timeout: 45_000 }).toBe(200);
  const letters = () => asked.map((address) => server.letters(address).length);
  await expect.poll(letters, { timeout: 45_000 }).toEqual(asked.map(() => 1));
}
