import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openKeyStore, type KeyStore } from '../../src/lib/ballots/server/keyStore.ts';
import { tendRounds } from '../../src/lib/ballots/server/rounds.ts';
import { checkInBox } from '../../src/lib/checkins/server/checkInBox.ts';
import { generateRoundKeys, type RoundKeys } from '../../src/lib/ballots/blind/signer.ts';
import { evaluationBox } from '../../src/lib/training/evaluation/server/evaluationBox.ts';
import { openEmbedded, type Backend } from '../../src/lib/server/backend.ts';
import { copyTemplate } from '../policies/copies.ts';
import { clientOf, invite, must, signUp, type Client, type Furniture } from '../policies/furnish.ts';

export type Row = Record<string, unknown>;
export type Worker = { name: string; id: string; client: Client };

export type Stage = Furniture & {
  kind: 'pglite' | 'postgres';
  backend: Backend;
  service: Client;
  keysFolder: string;
  keys: KeyStore;
  as: (account: keyof Furniture['people']) => Promise<Client>;
  /** SQL as the owner of the database. */
  rows: <R = Row>(sql: string) => Promise<R[]>;
  run: (sql: string) => Promise<void>;
  /** Sets the database's clock forward by this much from the true time, for example `8 days`. */
  clock: (ahead: string) => Promise<void>;
  /** Lets the server's job do what is due. */
  tend: (keys?: KeyStore) => Promise<void>;
  close: () => Promise<void>;
};

const migrations = join(import.meta.dirname, '../../supabase/migrations');
let made: Promise<RoundKeys> | undefined;
/** One set of keys a test file, since making them takes a second. */
const makeKeys = () => (made ??= generateRoundKeys());

/**
 * A furnished house with support contacts, whose members joined long ago, and a way in for the one who tests.
 * `weaken`: SQL that takes one guard away, so that a test can show that it would notice. `keysEach`: every round has keys of its own, as on a real server.
 */
export async function openStage({ weaken = '', keysEach = false } = {}): Promise<Stage> {
  const { kind, furniture } = inject('house');
  const folder = mkdtempSync(join(tmpdir(), 'circlewell-attack-'));
  const keysFolder = join(folder, 'keys');
  cpSync(migrations, join(folder, 'migrations'), { recursive: true });
  const inside = readFileSync(join(import.meta.dirname, 'inside.sql'), 'utf8');
  writeFileSync(join(folder, 'migrations/99990101000000_inside.sql'), `${inside}\n${weaken}`);
  const { dataDir, databaseUrl, remove } = await copyTemplate();
  const backend = await openEmbedded({
    dataDir,
    databaseUrl,
    siteUrl: 'http://localhost:3000',
    mail: { send: async () => {} },
    migrations: join(folder, 'migrations')
  });
  const service = clientOf({ ...backend, publishableKey: backend.secretKey });
  const call = async (name: string, sql: string) => {
    const { data, error } = await service.rpc(name as never, { p_sql: sql } as never);
    if (error) throw new Error(`${error.message}: ${sql}`);
    return data as unknown;
  };
  const keys = openKeyStore(keysFolder);
  const stage: Stage = {
    ...furniture,
    kind,
    backend,
    service,
    keysFolder,
    keys,
    as: async (account) => {
      const client = clientOf(backend);
      must(await client.auth.setSession(furniture.sessions[account]));
      return client;
    },
    rows: async <R>(sql: string) => (await call('test_rows', sql)) as R[],
    run: async (sql) => void (await call('test_do', sql)),
    clock: async (ahead) => void (await call('test_do', `update private.test_clock set ahead = '${ahead}'`)),
    tend: (store = keys) =>
      tendRounds({
        backend,
        keys: store,
        kinds: [checkInBox, evaluationBox],
        makeKeys: keysEach ? generateRoundKeys : makeKeys
      }),
    close: async () => {
      await backend.close();
      await remove();
      rmSync(folder, { recursive: true, force: true });
    }
  };
  const { organisation: organisation_id } = furniture;
  const contact = { organisation_id, position: 0, name: 'Line', reach: '1' };
  const { error } = await (await stage.as('admin')).from('support_contacts').insert(contact);
  if (error) throw new Error(error.message);
  return stage;
}

/** The house's two members and as many more as are asked for, all of whom joined the team a month ago. */
export async function gatherWorkers(stage: Stage, count: number): Promise<Worker[]> {
  const workers: Worker[] = [];
  for (const account of ['member', 'colleague'] as const)
    workers.push({ name: account, id: stage.people[account], client: await stage.as(account) });
  const lead = await stage.as('lead');
  while (workers.length < count) {
    const name = `worker ${workers.length + 1}`;
    const guest = await signUp(stage.backend, `worker-${workers.length + 1}`, name);
    await invite(lead, guest.client, { organisation: stage.organisation, team: stage.team, role: 'member' });
    workers.push({ name, ...guest });
  }
  await stage.run(`update public.team_members set joined_at = joined_at - interval '30 days'`);
  return workers;
}

/** Plans a round as the lead: from now, for seven days unless something else is said. */
export async function planRound(stage: Stage, { days = 7, ahead = 0, key = crypto.randomUUID() as string } = {}) {
  const [{ now } = { now: '' }] = await stage.rows<{ now: string }>(`select private.clock() as now`);
  const opens = new Date(now).getTime() + ahead * 86_400_000;
  return (await stage.as('lead')).rpc('schedule_round', {
    p_team: stage.team,
    p_key: key,
    p_built_in: true,
    p_scale: 'circlewell-nine',
    p_version: 1,
    p_opens: new Date(opens).toISOString(),
    p_closes: new Date(opens + days * 86_400_000).toISOString()
  });
}

/** An open round. */
export async function openRoundNow(stage: Stage): Promise<string> {
  const round = must(await planRound(stage)) as string;
  await stage.tend();
  const [row] = await stage.rows(`select opened_at from public.check_in_rounds where id = '${round}'`);
  if (!row?.opened_at) throw new Error('the round did not open');
  return round;
}
