import { PGlite } from '@electric-sql/pglite';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { inject } from 'vitest';

/** A furnished database of one's own: what `openEmbedded` needs to open it, and how to be rid of it. */
export type Copy = { dataDir: string | null; databaseUrl?: string; remove: () => Promise<void> };

function copyFolder(template: string): Copy {
  const dataDir = mkdtempSync(join(tmpdir(), 'circlewell-policies-'));
  cpSync(template, dataDir, { recursive: true });
  return { dataDir, remove: async () => rmSync(dataDir, { recursive: true, force: true }) };
}

async function cloneDatabase(template: string, keys: string | null): Promise<Copy> {
  const url = new URL(template);
  const from = url.pathname.slice(1);
  const name = `house_${randomUUID().replaceAll('-', '')}`;
  const inMaintenance = async (command: string) => {
    url.pathname = '/postgres';
    const sql = postgres(url.href, { max: 1, onnotice: () => {} });
    await sql.unsafe(command).finally(() => sql.end());
  };
  await inMaintenance(`create database ${name} template ${from}`);
  url.pathname = `/${name}`;
  return {
    dataDir: keys,
    databaseUrl: url.href,
    remove: () => inMaintenance(`drop database ${name} with (force)`)
  };
}

export function copyTemplate(): Promise<Copy> {
  const { kind, template, keys } = inject('house');
  return kind === 'pglite' ? Promise.resolve(copyFolder(template)) : cloneDatabase(template, keys);
}

export type Inside = {
  /** Runs SQL as the owner of the database, who is above row level security. */
  query: (sql: string) => Promise<Record<string, unknown>[]>;
  close: () => Promise<void>;
};

/** A copy seen from inside. Closing leaves it where it is. On PGlite nothing else may have it open meanwhile. */
export async function enter({ dataDir, databaseUrl }: Copy): Promise<Inside> {
  if (databaseUrl) {
    const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
    return { query: async (text) => [...(await sql.unsafe(text))], close: () => sql.end() };
  }
  const database = await PGlite.create(join(dataDir ?? '', 'pglite'));
  return {
    query: async (text) => (await database.query<Record<string, unknown>>(text)).rows,
    close: () => database.close()
  };
}

/**
 * A copy of the furnished database seen from inside, as the backend left it. For what no request can say: the catalogue,
 * and what happens when the server itself removes something.
 */
export async function openInside(): Promise<Inside> {
  const copy = await copyTemplate();
  const inside = await enter(copy);
  return {
    query: inside.query,
    close: async () => {
      await inside.close();
      await copy.remove();
    }
  };
}
