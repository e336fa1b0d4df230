import { ANSWER_BYTES, decodeAnswer } from '../../src/lib/checkins/answer.ts';
import { fromBase64url } from '../../src/lib/ballots/blind/bytes.ts';
import { importOpenKey, open } from '../../src/lib/ballots/blind/seal.ts';
import type { RoundKeys } from '../../src/lib/ballots/blind/signer.ts';
import { ownScale } from '../../src/lib/checkins/scales/ownScale.ts';
import type { Row, Stage } from './stage.ts';

export type DumpedRow = { xmin: number; row: Row };
/** Every row of every table that is not PostgreSQL's own, in the order it lies on the disk, with the transaction that wrote it. */
export type Dump = Record<string, DumpedRow[]>;

export async function dump({ rows }: Pick<Stage, 'rows'>): Promise<Dump> {
  const tables = await rows<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'supabase_migrations') and c.relname <> 'test_clock' order by 1`
  );
  const dumped: Dump = {};
  for (const { name } of tables)
    dumped[name] = (
      await rows<DumpedRow>(`select t.xmin::text as xmin, to_jsonb(t) as row from ${name} t order by t.ctid`)
    ).map(({ xmin, row }) => ({ xmin: Number(xmin), row }));
  return dumped;
}

/** The answer in a sealed ballot, for who has the key; null when it does not open with it. */
export async function unseal(keys: RoundKeys, sealed: string, nullifier: string): Promise<string | null> {
  try {
    const key = await importOpenKey(keys.seal.privateKey);
    const bytes = await open(key, fromBase64url(sealed), nullifier);
    // A form of an evaluation is shown as it is.
    return JSON.stringify(bytes.length === ANSWER_BYTES ? decodeAnswer(bytes, ownScale) : [...bytes]);
  } catch {
    return null;
  }
}

/** What a ballot is known by (nullifier, sealed answer), each with the answer in it, for who has the key. */
export async function answersByMark(dumped: Dump, keys: RoundKeys): Promise<Map<string, string>> {
  const marks = new Map<string, string>();
  for (const { row } of dumped['ballot.ballots'] ?? []) {
    const [nullifier, sealed] = [String(row.nullifier), String(row.sealed)];
    const answer = await unseal(keys, sealed, nullifier);
    if (answer) marks.set(nullifier, answer).set(sealed, answer);
  }
  return marks;
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const time = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[\d.:+Z-]*/g;
const random = /[A-Za-z0-9_$./+=-]{20,}/g;

/**
 * A dump as text in which what is random in every run has a plain name: ids by the order they appear, other random values by their length,
 * transactions by their order. Ballots are printed with their answers in the clear, as the attacker of these tests holds the round's key, and those
 * written by one transaction in the order of their text, since where they lie among each other is drawn by lot (attack 3). So is the roster of an
 * evaluation, which lies in the order of its random ids.
 */
export async function normalised(dumped: Dump, keys: RoundKeys): Promise<string> {
  const order = [...new Set(Object.values(dumped).flatMap((rows) => rows.map(({ xmin }) => xmin)))].sort(
    (a, b) => a - b
  );
  const ids = new Map<string, string>();
  const named = (id: string) => {
    if (!ids.has(id)) ids.set(id, `id${ids.size}`);
    return ids.get(id) ?? '';
  };
  const plain = (text: string) =>
    text
      .replace(uuid, named)
      .replace(time, '<time>')
      .replace(random, (found) => `<random ${found.length}>`);
  const lines: string[] = [];
  for (const [table, rows] of Object.entries(dumped)) {
    const printed: [number, string][] = [];
    for (const { xmin, row } of rows) {
      const inClear = typeof row.sealed === 'string' ? await unseal(keys, row.sealed, String(row.nullifier)) : null;
      const shown = inClear ? { ...row, sealed: inClear } : row;
      printed.push([order.indexOf(xmin), plain(JSON.stringify(shown))]);
    }
    if (['ballot.ballots', 'public.evaluation_roster'].includes(table))
      printed.sort(([a, x], [b, y]) => a - b || (x < y ? -1 : 1));
    for (const [xmin, text] of printed) lines.push(`${table} ${xmin} ${text}`);
  }
  return lines.join('\n');
}
