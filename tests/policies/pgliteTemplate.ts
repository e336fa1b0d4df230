import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '../../src/lib/server/backend.ts';
import { furnish } from './furnish.ts';

/** Makes one furnished data folder for the whole run (seconds); every test file works on its own copy (a tenth of one). */
export default async function prepareTemplate(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'circlewell-policies-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const backend = await openEmbedded({
      dataDir: folder,
      siteUrl: 'http://localhost:3000',
      mail: { send: async () => {} }
    });
    const furniture = await furnish(backend).finally(backend.close);
    project.provide('house', { kind: 'pglite', template: folder, keys: null, furniture });
    return remove;
  } catch (error) {
    remove();
    throw error;
  }
}
