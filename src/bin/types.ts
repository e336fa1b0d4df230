/**
 * Writes src/lib/database.types.ts from the migrations: they are applied to an empty embedded database, as the server
 * applies them, and what stands there afterwards is described. With --check nothing is written: the exit code says
 * whether the file still fits.
 */
import { PGlite } from '@electric-sql/pglite';
import { generateTypescript, sortGeneratorMetadata } from '@supabase/postgrest-typegen/generation';
import { introspect } from '@supabase/postgrest-typegen/introspection';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../lib/server/backend.ts';

const root = join(import.meta.dirname, '../..');
const file = join(root, 'src/lib/database.types.ts');
const heading = '// Generated from supabase/migrations by "npm run types". Do not edit.\n';

/** TypeScript source for the schema `public`, the only one the API shows. */
async function describeDatabase(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'circlewell-types-'));
  try {
    const backend = await openEmbedded({
      dataDir,
      siteUrl: 'http://localhost:3000',
      mail: { send: async () => {} },
      migrations: join(root, 'supabase/migrations')
    });
    await backend.close();
    const database = await PGlite.create(join(dataDir, 'pglite'));
    try {
      const described = await introspect({ query: (sql) => database.query(sql) }, { includedSchemas: ['public'] });
      return heading + (await generateTypescript(sortGeneratorMetadata(described), { postgrestVersion: '12' }));
    } finally {
      await database.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function currentFile(): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const wanted = await describeDatabase();
if (currentFile() === wanted) {
  process.stdout.write('The database types fit the migrations.\n');
} else if (process.argv.includes('--check')) {
  process.stderr.write('src/lib/database.types.ts does not fit the migrations: run "npm run types" and commit it.\n');
  process.exitCode = 1;
} else {
  writeFileSync(file, wanted);
  process.stdout.write('Wrote src/lib/database.types.ts.\n');
}
