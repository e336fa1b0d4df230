import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { startServer, type TestServer } from '../e2e/server.ts';
import { postgresPrograms, startScratchPostgres } from '../policies/scratchPostgres.ts';
import { type Asker, askPglite, askPostgres } from './asker.ts';
import { startChild } from './child.ts';
import type { Ground, Member } from './makeGround.ts';

const size = { members: 17, groups: 20, bigNote: 500 };

export type App = { name: 'pglite' | 'postgres'; server: TestServer; ground: Ground; pages: Record<string, Place> };
/** `dataDir` holds the keys that the members' tokens were signed with. */
export type AppOnPostgres = App & { name: 'postgres'; databaseUrl: string; dataDir: string };

async function makeGround(dataDir: string, databaseUrl?: string): Promise<Ground> {
  const maker = startChild('makeGround.ts');
  return maker.ask<Ground>('make', { dataDir, databaseUrl, ...size }).finally(maker.stop);
}

/** A main page and who opens it: nobody in particular, a member, or the lead, who is the recorder of every group. */
export type Place = { path: string; as: 'visitor' | 'member' | 'lead' };

function pagesOf({ team, circle, groups, coded, single }: Ground): Record<string, Place> {
  const at = `/circles/${circle}`;
  const note = (table: number) => `${at}/notes/${single.question}/${groups[table]}`;
  return {
    landing: { path: '/', as: 'visitor' },
    'sign-in': { path: '/sign-in', as: 'visitor' },
    home: { path: '/home', as: 'lead' },
    team: { path: `/teams/${team}`, as: 'lead' },
    circle: { path: at, as: 'lead' },
    agenda: { path: `${at}/agenda`, as: 'lead' },
    'notes of a circle': { path: `${at}/notes`, as: 'lead' },
    'note, idle': { path: note(1), as: 'member' },
    'note, writing': { path: note(0), as: 'lead' },
    coding: { path: `${at}/themes/${coded.question}`, as: 'lead' },
    report: { path: `${at}/report`, as: 'lead' }
  };
}

/** The session of whoever opens a page. */
export function cookiesFor({ ground }: Pick<App, 'ground'>, as: Place['as']): Member['cookies'] {
  return as === 'visitor' ? [] : (ground.members[as === 'lead' ? 0 : 1]?.cookies ?? []);
}

/** Asks the database past the server; on PGlite the server is stopped for it, as only one may have the folder open. */
export async function past<T>(app: App, work: (asker: Asker) => Promise<T>): Promise<T> {
  const onPostgres = app.name === 'postgres';
  if (!onPostgres) await app.server.stop();
  const asker = onPostgres ? askPostgres((app as AppOnPostgres).databaseUrl) : await askPglite(app.server.dataDir);
  try {
    return await work(asker);
  } finally {
    await asker.close();
    if (!onPostgres) await app.server.start();
  }
}

/** A data folder with that team and circle in PGlite, opened by nobody. */
export async function makeGroundFolder(): Promise<{ folder: string; ground: Ground; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'circlewell-bench-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    return { folder, ground: await makeGround(folder), remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** The production server on PGlite, with a team of 17 and an open circle of 20 groups and three questions. */
export async function startOnPglite(): Promise<App & { stop: () => Promise<void> }> {
  const { folder, ground, remove } = await makeGroundFolder();
  try {
    const server = await startServer(folder);
    return { name: 'pglite', server, ground, pages: pagesOf(ground), stop: server.remove };
  } finally {
    remove();
  }
}

/** The same on PostgreSQL in a scratch cluster, its statements passing a tap; null where PostgreSQL is not installed. */
export async function startOnPostgres(): Promise<(AppOnPostgres & { stop: () => Promise<void> }) | null> {
  if (!postgresPrograms()) return null;
  const folder = mkdtempSync(join(tmpdir(), 'circlewell-bench-'));
  const undo: (() => Promise<unknown>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    // As PostgreSQL runs: how many rows a table has is found out in the background.
    const cluster = await startScratchPostgres({ autovacuum: 'on' });
    undo.push(cluster.stop);
    const maintenance = postgres(cluster.url('postgres'), { max: 1, onnotice: () => {} });
    await maintenance.unsafe('create database circlewell').finally(() => maintenance.end());
    const databaseUrl = cluster.url('circlewell');
    const ground = await makeGround(folder, databaseUrl);
    const server = await startServer(folder, { DATABASE_URL: databaseUrl });
    undo.push(server.remove);
    return { name: 'postgres', server, ground, pages: pagesOf(ground), databaseUrl, dataDir: folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
