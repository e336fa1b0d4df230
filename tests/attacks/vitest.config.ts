import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { postgresPrograms } from '../policies/scratchPostgres.ts';

const root = join(import.meta.dirname, '../..');
const policies = join(import.meta.dirname, '../policies');

/** The attacks of docs/privacy.md on the server, by their numbers, on both databases. */
const project = (name: 'pglite' | 'postgres', globalSetup: string) => ({
  test: {
    name,
    root,
    include: ['tests/attacks/**/*.test.ts'],
    globalSetup: join(policies, globalSetup),
    environment: 'node' as const,
    env: { BACKEND: name },
    testTimeout: 60_000,
    hookTimeout: 90_000
  }
});

export default defineConfig({
  root,
  test: {
    expect: { requireAssertions: true },
    silent: 'passed-only',
    projects: [
      project('pglite', 'pgliteTemplate.ts'),
      ...(postgresPrograms() ? [project('postgres', 'scratchPostgres.ts')] : [])
    ]
  }
});
