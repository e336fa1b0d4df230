import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/lib/database.types.ts';
import { openHouse, type House } from './actors.ts';

type Table = keyof Database['public']['Tables'];

// Read from the migrations, so that a new table is under this promise without anybody thinking of it.
const migrations = join(import.meta.dirname, '../../supabase/migrations');
const sql = readdirSync(migrations).map((file) => readFileSync(join(migrations, file), 'utf8'));
const tables = sql.flatMap((text) =>
  [...text.matchAll(/create table public\.(\w+)/g)].map(([, name]) => name as Table)
);

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('a visitor CANNOT', () => {
  it.each(tables)('read %s', async (table) => {
    const visitor = await house.as('visitor');

    const { data, error } = await visitor.from(table).select('*').limit(1);

    // Not an empty list: the library's own grants on boot would answer with one.
    expect(data).toBeNull();
    expect(error?.code).toBe('42501');
  });
});

describe('nobody who signs in CAN', () => {
  it('read the live documents, not even the lead', async () => {
    const lead = await house.as('lead');

    const { data, error } = await lead.from('note_documents').select('*').limit(1);

    expect(data).toBeNull();
    expect(error?.code).toBe('42501');
  });

  it('read the hash of a join link, not even the lead who made it', async () => {
    const lead = await house.as('lead');

    const { error } = await lead.from('join_links').select('token_hash').limit(1);

    expect(error?.code).toBe('42501');
  });
});
