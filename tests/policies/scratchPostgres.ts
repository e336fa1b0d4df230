import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '../../src/lib/server/backend.ts';
import { furnish } from './furnish.ts';

const has = (folder: string) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)));

/** The newest PostgreSQL programs of this machine, or null. Debian keeps them off the PATH, a folder a version. */
export function postgresPrograms(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = versions.map((version) => join(debian, version, 'bin'));
  try {
    folders.push(execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: 'pipe' }).trim());
  } catch {
    // Not installed, or only its client.
  }
  folders.push(...(process.env.PATH ?? '').split(':').filter(Boolean));
  return folders.find(has) ?? null;
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or as `nobody` where that account is missing. */
function serverAccount(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      const number = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
      return { uid: number('-u'), gid: number('-g') };
    } catch {
      // Try the next.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it as');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function waitUntilReady(url: string, server: ChildProcess, log: () => string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && server.exitCode === null) {
    const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
    try {
      await sql`select 1`;
      return;
    } catch {
      await pause(100);
    } finally {
      await sql.end();
    }
  }
  throw new Error(`the scratch PostgreSQL did not start:\n${log()}`);
}

/**
 * A cluster of our own in a temporary folder, on loopback only, gone when it is stopped.
 * Without fsync: nothing in it outlives the run. `changed`: settings that differ from those of a test.
 */
export async function startScratchPostgres(changed: Record<string, string> = {}): Promise<{
  url: (database: string) => string;
  /** A folder for the backend's keys, which goes with the cluster. */
  keys: string;
  stop: () => Promise<void>;
}> {
  const programs = postgresPrograms();
  if (!programs) throw new Error('PostgreSQL is not installed on this machine');
  const account = serverAccount();
  const folder = mkdtempSync(join(tmpdir(), 'circlewell-postgres-'));
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid ?? account.uid);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const settings = ['--auth=trust', '--username=circlewell', '--encoding=UTF8', '--locale=C', '--no-sync'];
    execFileSync(join(programs, 'initdb'), ['-D', data, ...settings], { ...account, cwd: folder, stdio: 'pipe' });
  } catch (error) {
    remove();
    throw error;
  }

  const port = await freePort();
  const options = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: 'off',
    full_page_writes: 'off',
    // Nothing comes by on its own: a worker's snapshot decides which dead rows are cleared away and so where the next row lies
    // (attacks 1 to 3 read that), and a database is neither cloned nor dropped while one is in it. What we vacuum we vacuum ourselves.
    autovacuum: 'off',
    // A test file on each core, with up to ten connections each.
    max_connections: '400',
    ...changed
  };
  const flags = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
    ...account,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe']
  });
  let log = '';
  server.stderr.on('data', (chunk) => (log = (log + chunk).slice(-4000)));
  // If the run is ended from outside, the cluster goes with it.
  const killWithUs = () => server.kill('SIGQUIT');
  process.once('exit', killWithUs);
  const url = (database: string) => `postgres://circlewell@127.0.0.1:${port}/${database}`;
  const stop = async () => {
    process.off('exit', killWithUs);
    if (server.exitCode === null) {
      const ended = once(server, 'exit');
      // SIGINT is PostgreSQL's "fast" shutdown: sessions are ended, files are closed.
      server.kill('SIGINT');
      await ended;
    }
    remove();
  };
  try {
    await waitUntilReady(url('postgres'), server, () => log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, keys: join(folder, 'keys'), stop };
}

/** For Vitest: starts the cluster and furnishes a template database, which every test file clones. */
export default async function prepareCluster(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startScratchPostgres();
  try {
    const sql = postgres(cluster.url('postgres'), { max: 1, onnotice: () => {} });
    await sql.unsafe('create database furnished');
    await sql.end();
    // The same keys for every clone, so that sessions of the template hold in it.
    const backend = await openEmbedded({
      dataDir: cluster.keys,
      databaseUrl: cluster.url('furnished'),
      siteUrl: 'http://localhost:3000',
      mail: { send: async () => {} }
    });
    const furniture = await furnish(backend).finally(backend.close);
    project.provide('house', { kind: 'postgres', template: cluster.url('furnished'), keys: cluster.keys, furniture });
    return cluster.stop;
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}
