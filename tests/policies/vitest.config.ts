import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { postgresPrograms } from './scratchPostgres.ts';

const root = join(import.meta.dirname, '../..');

/** The same promises on both databases. PostgreSQL takes part where its programs are installed. */
const project = (name: 'pglite' | 'postgres', globalSetup: string) => ({
  test: {
    name,
    root,
    include: ['tests/policies/**/*.test.ts'],
    globalSetup: join(import.meta.dirname, globalSetup),
    environment: 'node' as const,
    // No test file changes a module for the next one, and starting PGlite in a warm process is three times as quick.
    isolate: false,
    env: { BACKEND: name },
    testTimeout: 20_000,
    hookTimeout: 60_000
  }
});

export default defineConfig({
  root,
  test: {
    expect: { requireAssertions: true },
    // The backend logs every refusal, and these tests are mostly refusals.
    silent: 'passed-only',
    projects: [
      project('pglite', 'pgliteTemplate.ts'),
      ...(postgresPrograms() ? [project('postgres', 'scratchPostgres.ts')] : [])
    ]
  }
});
