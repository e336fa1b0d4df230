import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { startServer, type TestServer } from '../e2e/server.ts';
import { postgresPrograms, startScratchPostgres } from '../policies/scratchPostgres.ts';
import { startChild } from './child.ts';
import type { Ground } from './makeGround.ts';

const size = { members: 51, groups: 20, bigNote: 500 };

export type App = { name: 'pglite' | 'postgres'; server: TestServer; ground: Ground; pages: Record<string, string> };
/** `dataDir` holds the keys that the members' tokens were signed with. */
export type AppOnPostgres = App & { name: 'postgres'; databaseUrl: string; dataDir: string };

async function makeGround(dataDir: string, databaseUrl?: string): Promise<Ground> {
  const maker = startChild('makeGround.ts');
  return maker.ask<Ground>('make', { dataDir, databaseUrl, ...size }).finally(maker.stop);
}

/** The main pages, as paths. */
function pagesOf({ team, circle, groups, coded, single }: Ground): Record<string, string> {
  const at = `/circles/${circle}`;
  return {
    landing: '/',
    'sign-in': '/sign-in',
    home: '/home',
    team: `/teams/${team}`,
    circle: at,
    agenda: `${at}/agenda`,
    notes: `${at}/notes`,
    'note, idle': `${at}/notes/${single.question}/${groups[5]}`,
    'note, writing': `${at}/notes/${single.question}/${groups[0]}`,
    coding: `${at}/themes/${coded.question}`,
    report: `${at}/report`
  };
}

/** The production server on PGlite, with a team of 51 and an open circle of 20 groups and three questions. */
export async function startOnPglite(): Promise<App & { stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'circlewell-bench-'));
  try {
    const ground = await makeGround(folder);
    const server = await startServer(folder);
    return { name: 'pglite', server, ground, pages: pagesOf(ground), stop: server.remove };
  } finally {
    rmSync(folder, { recursive: true, force: true });
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
    const cluster = await startScratchPostgres();
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
