import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export type Migration = { version: string; name: string; sql: string };

/** Runs SQL text with any number of statements, all or nothing. */
export type RunScript = (sql: string) => Promise<void>;
export type RunQuery = (sql: string) => Promise<Record<string, unknown>[]>;

/** The migrations of a folder laid out as the Supabase CLI lays it out: `<version>_<name>.sql`, applied in order of version. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{14}_.+\.sql$/.test(file))
    .sort()
    .map((file) => ({
      version: file.slice(0, 14),
      name: file.slice(15, -4),
      sql: readFileSync(join(folder, file), 'utf8')
    }));
}

/**
 * Applies what is not yet recorded in supabase_migrations.schema_migrations (the Supabase CLI's own table), each with its
 * record in one transaction. Returns the versions applied now. @throws Error naming the migration that failed.
 */
export async function migrate(migrations: Migration[], run: RunScript, query: RunQuery): Promise<string[]> {
  await run(`create schema if not exists supabase_migrations;
    create table if not exists supabase_migrations.schema_migrations (version text not null primary key, statements text[], name text);`);
  const done = new Set(
    (await query('select version from supabase_migrations.schema_migrations')).map((row) => row.version)
  );
  const applied: string[] = [];
  for (const { version, name, sql } of migrations) {
    if (done.has(version)) continue;
    const record = `insert into supabase_migrations.schema_migrations (version, name) values ('${version}', '${name.replaceAll("'", "''")}');`;
    try {
      await run(`begin;\n${sql}\n${record}\ncommit;`);
    } catch (cause) {
      throw new Error(`migration ${version}_${name} failed: ${cause instanceof Error ? cause.message : cause}`, {
        cause
      });
    }
    applied.push(version);
  }
  return applied;
}
