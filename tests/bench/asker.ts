import { PGlite } from '@electric-sql/pglite';
import { join } from 'node:path';
import postgres from 'postgres';
import type { Statement } from './tap.ts';

export type Row = Record<string, unknown>;

/** A database asked directly, past the app. */
export type Asker = {
  ask: (statement: Statement) => Promise<Row[]>;
  /** Many statements, without values. */
  run: (sql: string) => Promise<void>;
  /** Milliseconds that a statement takes, as this signed-in person, or as the owner of the database (null). */
  time: (statement: Statement, person: string | null) => Promise<number>;
  close: () => Promise<void>;
};

// As the embedded backend does it for every request.
function become(person: string): string {
  const claims = JSON.stringify({ sub: person, role: 'authenticated' });
  return `select set_config('role', 'authenticated', true), set_config('request.jwt.claim.sub', '${person}', true),
    set_config('request.jwt.claims', '${claims}', true)`;
}

async function clocked(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export function askPostgres(url: string): Asker {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  return {
    ask: async ({ text, values }) => [...(await sql.unsafe<Row[]>(text, values))],
    run: async (text) => void (await sql.unsafe(text)),
    time: (statement, person) =>
      sql.begin(async (inside) => {
        if (person) await inside.unsafe(become(person));
        return clocked(() => inside.unsafe(statement.text, statement.values, { prepare: true }));
      }) as Promise<number>,
    close: () => sql.end()
  };
}

/** @param folder a data folder that no server has open */
export async function askPglite(folder: string): Promise<Asker> {
  const database = await PGlite.create(join(folder, 'pglite'));
  return {
    ask: async ({ text, values }) => (await database.query<Row>(text, values)).rows,
    run: async (text) => void (await database.exec(text)),
    time: (statement, person) =>
      database.transaction(async (inside) => {
        if (person) await inside.exec(become(person));
        return clocked(() => inside.query(statement.text, statement.values));
      }),
    close: () => database.close()
  };
}
