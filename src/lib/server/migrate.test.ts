import { PGlite } from '@electric-sql/pglite';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate, readMigrations, type Migration, type RunScript } from './migrate.ts';

// Making a database takes some seconds, and more on a busy machine.
const PATIENCE = 120_000;

let database: PGlite;
beforeAll(async () => {
  database = await PGlite.create();
}, PATIENCE);
afterAll(() => database.close(), PATIENCE);
beforeEach(async () => {
  await database.exec(
    'drop schema if exists supabase_migrations cascade; drop schema public cascade; create schema public;'
  );
});

const run: RunScript = async (sql) => {
  try {
    await database.exec(sql);
  } catch (error) {
    await database.exec('rollback').catch(() => {});
    throw error;
  }
};
const query = async (sql: string) => (await database.query<Record<string, unknown>>(sql)).rows;
const apply = (migrations: Migration[]) => migrate(migrations, run, query);
const recorded = () => query('select version, name from supabase_migrations.schema_migrations order by version');
const tables = async () =>
  (await query(`select tablename from pg_tables where schemaname = 'public' order by 1`)).map((row) => row.tablename);

const first = { version: '20260101000000', name: 'first', sql: 'create table first (id int);' };
const second = { version: '20260102000000', name: 'second', sql: 'alter table first rename to second;' };
const broken = { version: '20260103000000', name: 'broken', sql: 'create table half (id int); select 1 / 0;' };

describe('applying migrations', () => {
  it('goes in order and is recorded where the Supabase CLI looks', async () => {
    expect(await apply([first, second])).toEqual([first.version, second.version]);
    expect(await tables()).toEqual(['second']);
    expect(await recorded()).toEqual([first, second].map(({ version, name }) => ({ version, name })));
  });

  it('applies each only once, and later ones that are new', async () => {
    await apply([first]);
    expect(await apply([first])).toEqual([]);
    expect(await apply([first, second])).toEqual([second.version]);
  });

  it('a failing one is named and leaves nothing; those before it stay, and it can be mended', async () => {
    await expect(apply([first, broken])).rejects.toThrow('migration 20260103000000_broken failed: division by zero');
    expect(await tables()).toEqual(['first']);
    expect(await recorded()).toHaveLength(1);

    expect(await apply([first, { ...broken, sql: 'create table whole (id int);' }])).toEqual([broken.version]);
    expect(await tables()).toEqual(['first', 'whole']);
  });

  it('a quote in a name does no harm', async () => {
    await apply([{ ...first, name: "o'clock" }]);
    expect(await recorded()).toEqual([{ version: first.version, name: "o'clock" }]);
  });
});

describe('reading migrations', () => {
  it('takes what is named as the Supabase CLI names it, in order of version', () => {
    const folder = mkdtempSync(join(tmpdir(), 'circlewell-migrations-'));
    try {
      for (const file of [
        '20260102000000_second.sql',
        '20260101000000_the_first.sql',
        'notes.md',
        'later.sql',
        '2026_short.sql'
      ])
        writeFileSync(join(folder, file), `-- ${file}`);
      expect(readMigrations(folder)).toEqual([
        { version: '20260101000000', name: 'the_first', sql: '-- 20260101000000_the_first.sql' },
        { version: '20260102000000', name: 'second', sql: '-- 20260102000000_second.sql' }
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('finds ours', () => {
    const versions = readMigrations('supabase/migrations').map(({ version }) => version);
    expect(versions.length).toBeGreaterThan(10);
    expect(new Set(versions).size).toBe(versions.length);
  });
});
