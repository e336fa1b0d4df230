import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');

/** Tests of what belongs to a whole process (the log, the backend, jobs), or of pages. */
const withState = ['**/server/**', '**/*.svelte.test.ts'];

export default defineConfig({
  root,
  plugins: [sveltekit()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          environment: 'node',
          include: ['src/lib/**/*.test.ts'],
          exclude: withState,
          // Rules keep nothing between two calls, so their files may share what was loaded: that halves the time.
          isolate: false
        }
      },
      {
        extends: true,
        test: {
          name: 'server',
          environment: 'node',
          include: ['src/lib/**/server/**/*.test.ts', 'src/bin/**/*.test.ts', 'tests/*.test.ts']
        }
      },
      {
        extends: true,
        plugins: [svelteTesting()],
        test: { name: 'components', environment: 'jsdom', include: ['src/**/*.svelte.test.ts'] }
      }
    ]
  }
});
