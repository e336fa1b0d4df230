import { ESLint } from 'eslint';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
let eslint: ESLint;

/** What the import rules say about a file at this path whose script imports this; empty when they allow it. */
async function complaints(filePath: string, script: string): Promise<string[]> {
  const source = filePath.endsWith('.svelte') ? `<script lang="ts">\n${script}\n</script>\n` : `${script}\n`;
  const [result] = await eslint.lintText(source, { filePath: join(root, filePath) });
  const rules = ['@typescript-eslint/no-restricted-imports', 'no-restricted-syntax'];
  return result!.messages.filter(({ ruleId }) => rules.includes(ruleId ?? '')).map(({ message }) => message);
}

const use = (path: string) => `import { thing } from '${path}';\nthing();`;

beforeAll(() => {
  eslint = new ESLint({ cwd: root, overrideConfigFile: join(root, 'tests/eslint.config.js') });
});

describe('the import rules allow', () => {
  it.each([
    ['a rule to import a rule of its feature', 'src/lib/themes/counts.ts', './schema.ts'],
    ["a rule to import another feature's rule", 'src/lib/themes/counts.ts', '../notes/comment.ts'],
    ["a component to import another feature's schema", 'src/lib/themes/Table.svelte', '$lib/notes/schema'],
    ['a component to import a primitive', 'src/lib/themes/Table.svelte', '$lib/ui/button/Button.svelte'],
    ['a component to import one of its own', 'src/lib/themes/Table.svelte', './Row.svelte'],
    ['a store to import its rules', 'src/lib/themes/server/store.ts', '../counts.ts'],
    ['a store to talk to the database', 'src/lib/themes/server/store.ts', '@supabase/supabase-js'],
    ['a store to use what all servers need', 'src/lib/themes/server/store.ts', '$lib/server/errors'],
    ['a store of a part to talk to the database', 'src/lib/training/days/server/store.ts', '@supabase/supabase-js'],
    ['a store to use the ballots', 'src/lib/themes/server/store.ts', '../../ballots/server/cast.ts'],
    ['the ballots to use what all servers need', 'src/lib/ballots/server/cast.ts', '../../server/log.ts'],
    ['a page to import a component', 'src/routes/(app)/circles/+page.svelte', '$lib/circles/Card.svelte'],
    ['a route to import a store', 'src/routes/(app)/circles/+page.server.ts', '$lib/circles/server/store'],
    ["the server's hooks to register features", 'src/hooks.server.ts', '$lib/notes/server/collab'],
    ['a test to sign in by itself', 'src/lib/themes/server/store.test.ts', '@supabase/supabase-js']
  ])('%s', async (_, file, path) => {
    expect(await complaints(file, use(path))).toEqual([]);
  });

  it("a type of the database's client in app.d.ts", async () => {
    const script = "import type { SupabaseClient } from '@supabase/supabase-js';\nexport type Client = SupabaseClient;";
    expect(await complaints('src/app.d.ts', script)).toEqual([]);
  });
});

describe('the import rules refuse', () => {
  it.each([
    ['a rule that imports a component', 'src/lib/themes/counts.ts', './Table.svelte', /know nothing of the screen/],
    ['a rule that imports a store', 'src/lib/themes/counts.ts', './server/store.ts', /only routes and stores/],
    ['a rule that Node could not run', 'src/lib/themes/counts.ts', '$lib/notes/comment', /knows no \$lib/],
    ['a component that imports its store', 'src/lib/themes/Table.svelte', './server/store', /as a prop/],
    ["another feature's component", 'src/lib/themes/Table.svelte', '$lib/notes/Note.svelte', /never its components/],
    [
      "another feature's component, relatively",
      'src/lib/themes/Table.svelte',
      '../notes/Note.svelte',
      /never its components/
    ],
    ["another feature's store", 'src/lib/themes/server/store.ts', '$lib/notes/server/store', /never its store/],
    [
      "another feature's store, relatively",
      'src/lib/themes/server/store.ts',
      '../../notes/server/store.ts',
      /never its store/
    ],
    [
      'a store that imports a component',
      'src/lib/themes/server/store.ts',
      '../Table.svelte',
      /know nothing of the screen/
    ],
    [
      "another feature's store in a part",
      'src/lib/themes/server/a.ts',
      '$lib/training/days/server/b',
      /never its store/
    ],
    [
      'a rule that imports a store of its part',
      'src/lib/training/days/a.ts',
      './server/store.ts',
      /only routes and stores/
    ],
    [
      'the ballots that import a feature',
      'src/lib/ballots/server/rounds.ts',
      '../../checkins/answer.ts',
      /imports no feature/
    ],
    ['a server part that imports the ballots', 'src/lib/server/log.ts', '../ballots/receipts.ts', /imports no feature/],
    ['a primitive that imports a feature', 'src/lib/ui/field/Field.svelte', '$lib/themes/counts', /imports no feature/],
    ['a server part that imports a feature', 'src/lib/server/collab.ts', '../notes/comment.ts', /imports no feature/],
    ['a page that imports a store', 'src/routes/+page.svelte', '$lib/circles/server/store', /as a prop/],
    ['a component that talks to the database', 'src/lib/themes/Table.svelte', '@supabase/supabase-js', /browser never/],
    ['a route that talks to the database', 'src/routes/+page.server.ts', '@supabase/supabase-js', /browser never/],
    [
      'a feature that imports a route',
      'src/lib/themes/Table.svelte',
      '../../routes/+page.svelte',
      /nothing imports a route/
    ],
    ['rows outside the store', 'src/lib/themes/counts.ts', '../database.types.ts', /stay in the store/]
  ])('%s', async (_, file, path, reason) => {
    expect((await complaints(file, use(path))).join('\n')).toMatch(reason);
  });

  it('barrels and drawers', async () => {
    expect((await complaints('src/lib/themes/all.ts', "export * from './counts.ts';"))[0]).toMatch(/No barrels/);
    expect((await complaints('src/lib/themes/index.ts', 'export const one = 1;'))[0]).toMatch(/No barrels/);
    expect((await complaints('src/lib/themes/utils.ts', 'export const one = 1;'))[0]).toMatch(/No drawers/);
  });
});
