import {
  App,
  getAuthSchemaSql,
  getStorageSchemaSql,
  setExperimental,
  SUPABASE_AUTH_HELPERS_SQL,
  type EmailDriver
} from '@supabase/lite';
import { createPgliteConnection } from '@supabase/lite/pglite';
import { createPostgresConnection } from '@supabase/lite/postgres';
import { Mutex } from 'async-mutex';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileFolder } from './fileFolder.ts';
import { lockFolder } from './folderLock.ts';
import { keysIn, makeKeys, type Keys } from './keys.ts';
import { migrate, readMigrations, type RunQuery, type RunScript } from './migrate.ts';

/** What the rest of the server needs of a backend: where supabase-js sends its requests, and with which keys. */
export type Backend = {
  url: string;
  publishableKey: string;
  secretKey: string;
  /** The key that signs sessions, where the backend is ours; a Supabase project's tokens are checked with its public keys. */
  jwtSecret: string | null;
  fetch: typeof fetch;
  /** Answers whether the database does. */
  healthy: () => Promise<boolean>;
  /**
   * Writes the ballot box anew without what was deleted from it. The one thing that no function of the database can do for
   * itself; answers false where the backend is a project that lets nobody in (docs/privacy.md says what to do there).
   */
  vacuumBallots: () => Promise<boolean>;
  close: () => Promise<void>;
};

export type EmbeddedOptions = {
  /** A folder for PGlite, the keys and the files; null keeps everything in memory, and files until it is closed (tests). */
  dataDir: string | null;
  /** PostgreSQL instead of PGlite. */
  databaseUrl?: string | undefined;
  siteUrl: string;
  mail: EmailDriver;
  migrations?: string;
  /** SQL run once, after the first migrations of an empty database. */
  seed?: string | undefined;
};

const ROLES = `do $$ begin
  if not exists (select from pg_roles where rolname = 'anon') then create role anon nologin; end if;
  if not exists (select from pg_roles where rolname = 'authenticated') then create role authenticated nologin; end if;
  if not exists (select from pg_roles where rolname = 'service_role') then create role service_role nologin bypassrls; end if;
end $$;
grant anon, authenticated, service_role to current_user;`;

/** What a Supabase project grants there; the policies of the migrations narrow it down. No bucket is anybody's to see. */
const STORAGE_GRANTS = `grant usage on schema storage to authenticated, service_role;
grant select, insert, update, delete on storage.objects to authenticated, service_role;
grant select on storage.buckets to service_role;`;

const VACUUM_BALLOTS = 'vacuum (full) ballot.ballots, ballot.tokens, ballot.evaluation_tokens';

/** The embedded Supabase: Postgres with its row level security, in this process or on a PostgreSQL server. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Backend> {
  const { dataDir } = options;
  if (dataDir) mkdirSync(dataDir, { recursive: true });
  const unlock = dataDir && !options.databaseUrl ? lockFolder(dataDir) : () => {};
  const keys: Keys = dataDir ? keysIn(dataDir) : makeKeys();
  const database = options.databaseUrl
    ? await openPostgres(options.databaseUrl)
    : await openPglite(dataDir ? join(dataDir, 'pglite') : undefined);

  const files = dataDir ? join(dataDir, 'files') : mkdtempSync(join(tmpdir(), 'circlewell-files-'));
  const closed = () => {
    unlock();
    if (!dataDir) rmSync(files, { recursive: true, force: true });
  };
  const app = new App({
    connection: database.connection,
    // A large gathering has some thousands of comments; the library's own limit of 1,000 would cut them off unseen.
    api: { max_rows: 10000 },
    auth: {
      enabled: true,
      jwt_secret: keys.jwtSecret,
      publishable_key: keys.publishableKey,
      secret_key: keys.secretKey,
      site_url: options.siteUrl,
      minimum_password_length: 10,
      email: { enable_confirmations: false, otp_length: 6, otp_expiry: 3600, max_frequency: '1s' }
    },
    // Answers the server's own client only: requests.ts opens no address of it to the network.
    storage: { enabled: true },
    options: { drivers: { email: options.mail } }
  });
  app._storageAdapter = fileFolder(files);
  try {
    await database.run(ROLES);
    await database.run(getAuthSchemaSql(true) + SUPABASE_AUTH_HELPERS_SQL);
    await database.run(getStorageSchemaSql() + STORAGE_GRANTS);
    const applied = await migrate(
      readMigrations(options.migrations ?? 'supabase/migrations'),
      database.run,
      database.query
    );
    if (options.seed && applied.length > 0 && (await isEmpty(database.query)))
      await database.run(`begin;\n${options.seed}\ncommit;`);
    await app.ensureSystemSchema();
    // The library keeps Storage behind a switch. Here, not earlier: it would tell whoever starts the server at every start.
    setExperimental('storage', true);
    // The library grants everything on every table to visitor and member when it first sees row level security, and so
    // undoes our grants. Telling it that this is done keeps ours. tests/policies/grants.test.ts fails without it.
    (app.connection as unknown as { rlsState: string }).rlsState = 'active';
  } catch (error) {
    await database.close().catch(() => {});
    closed();
    throw error;
  }

  const url = 'http://embedded.invalid';
  const turns = new Mutex();
  return {
    url,
    publishableKey: keys.publishableKey,
    secretKey: keys.secretKey,
    jwtSecret: keys.jwtSecret,
    fetch: options.databaseUrl ? direct(likePostgrest(app)) : oneAtATime(likePostgrest(app), turns),
    healthy: async () => (await database.query('select 1 as one')).length === 1,
    // In its turn: on PGlite it would otherwise run inside somebody's transaction, where it is refused.
    vacuumBallots: async () => {
      await turns.runExclusive(() => database.query(VACUUM_BALLOTS));
      return true;
    },
    close: async () => {
      await database.close();
      closed();
    }
  };
}

type Embedded = { fetch: (request: Request) => Promise<Response> | Response };

/** The library answers a broken check with 500 and a code of its own; PostgREST with 400 and 23514, which docs/errors.md names. */
function likePostgrest(app: Embedded): Embedded {
  return {
    fetch: async (request) => {
      const response = await app.fetch(request);
      if (response.status !== 500) return response;
      const fault = (await response
        .clone()
        .json()
        .catch(() => null)) as { code?: unknown; message?: unknown } | null;
      const broken = fault?.code === 'SUP' && /violates check constraint "\w+"/.exec(String(fault.message));
      if (!broken) return response;
      return Response.json({ code: '23514', message: broken[0], details: null, hint: null }, { status: 400 });
    }
  };
}

function direct(app: Embedded): typeof fetch {
  return async (input, init) => app.fetch(new Request(input as RequestInfo, init));
}

/**
 * PGlite is one connection: two requests in the same tick can run under each other's role. So one request at a time, and
 * its body is read before its turn, or a slow sender would hold up everybody. tests/policies/together.test.ts fails without it.
 */
export function oneAtATime(app: Embedded, mutex = new Mutex()): typeof fetch {
  return async (input, init) => {
    const request = new Request(input as RequestInfo, init);
    const body = request.body ? await request.arrayBuffer() : undefined;
    const whole =
      body === undefined
        ? request
        : new Request(request.url, { method: request.method, headers: request.headers, body });
    return mutex.runExclusive(async () => {
      const response = await app.fetch(whole);
      // A lazily produced body would still read the database after the turn is over.
      const bytes = response.body ? await response.arrayBuffer() : null;
      return new Response(bytes, {
        status: response.status,
        statusText: response.statusText,
        headers: response.headers
      });
    });
  };
}

async function isEmpty(query: RunQuery): Promise<boolean> {
  return (await query('select 1 as one from auth.users limit 1')).length === 0;
}

type Database = {
  connection: Awaited<ReturnType<typeof createPgliteConnection>> | ReturnType<typeof createPostgresConnection>;
  run: RunScript;
  query: RunQuery;
  close: () => Promise<void>;
};

async function openPglite(folder: string | undefined): Promise<Database> {
  const connection = await createPgliteConnection(folder ? { url: folder } : {});
  const { driver } = connection;
  return {
    connection,
    run: async (sql) => {
      try {
        await driver.exec(sql);
      } catch (error) {
        await driver.exec('rollback').catch(() => {});
        throw error;
      }
    },
    query: async (sql) => (await driver.query<Record<string, unknown>>(sql)).rows,
    close: () => connection.close()
  };
}

/**
 * The library hands JSON over as text. Postgres.js would make it JSON once more, so that an object arrived as a string: every
 * function that takes JSON refused it. As PGlite does, text is taken to be JSON already. tests/policies/planCircle.test.ts fails without it.
 */
const jsonAsGiven = (type: number) => ({
  to: type,
  from: [type],
  serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
  parse: (text: string): unknown => JSON.parse(text)
});

async function openPostgres(url: string): Promise<Database> {
  const connection = createPostgresConnection({
    url,
    postgresOptions: { max: 10, onnotice: () => {}, types: { json: jsonAsGiven(114), jsonb: jsonAsGiven(3802) } }
  });
  const { driver } = connection;
  return {
    connection,
    run: async (sql) => {
      const one = await driver.reserve();
      try {
        await one.unsafe(sql);
      } catch (error) {
        await one.unsafe('rollback').catch(() => {});
        throw error;
      } finally {
        one.release();
      }
    },
    query: async (sql) => [...(await driver.unsafe(sql))] as Record<string, unknown>[],
    close: () => connection.close()
  };
}

/** A Supabase project: its migrations are applied by the Supabase CLI. */
export function openProject(url: string, publishableKey: string, secretKey: string): Backend {
  return {
    url,
    publishableKey,
    secretKey,
    jwtSecret: null,
    fetch,
    healthy: async () =>
      (
        await fetch(`${url}/rest/v1/organisations?select=id&limit=1`, {
          headers: { apikey: secretKey, authorization: `Bearer ${secretKey}` }
        })
      ).ok,
    vacuumBallots: async () => false,
    close: async () => {}
  };
}
