/**
 * The import rules of the house, made into ESLint blocks: one block a feature and part, because "another feature" is a
 * different list for each. Imports run one way:
 *
 *   routes → components → rules and schema
 *   routes → store → rules and schema
 *
 * Paths are matched as they are written, `$lib/themes/…` or `../themes/…`.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const lib = join(import.meta.dirname, '../src/lib');
// Rooms that are nobody's feature: primitives, what all servers need, generated words, the anonymous ballots of several features.
const shared = ['ui', 'server', 'paraglide', 'ballots'];

/** Features are the folders of src/lib, read from disk so that a new room is under the rules from its first file. */
export const features = readdirSync(lib, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !shared.includes(entry.name))
  .map((entry) => entry.name);

const toLib = String.raw`^(?:\$lib/|(?:\.\./)+(?:lib/)?)`;
const anyOf = (names) => `(?:${names.join('|')})`;
const others = (feature) => anyOf(features.filter((name) => name !== feature));
const component = String.raw`(?:.*/)?[^/]+\.svelte(?:\.js|\.ts)?$`;

const supabase = {
  regex: String.raw`^(?:@supabase/(?:supabase-js|ssr|lite)(?:/|$)|@electric-sql/pglite)`,
  allowTypeImports: true,
  message:
    'Only src/lib/server, a store (<feature>/server, <feature>/<part>/server) and tests talk to the database; the browser never does.'
};
const stores = {
  regex: String.raw`(?:^\$lib/|^(?:\.\.?/)+|/)(?:.*/)?server(?:/|$)`,
  message:
    'Imports run routes → components → rules: only routes and stores reach the server. Pass the data in as a prop.'
};
const components = {
  regex: String.raw`\.svelte(?:\.js|\.ts)?$`,
  message: 'Rules, schemas and stores know nothing of the screen: components import them, not the other way round.'
};
const routes = {
  regex: String.raw`(?:^|/)routes/`,
  message: 'Routes compose features; nothing imports a route. Move what is shared into the feature it belongs to.'
};
const rows = {
  regex: String.raw`database\.types(?:\.ts|\.js)?$`,
  message: 'Rows are snake_case and stay in the store, which maps them to the types of schema.ts.'
};
const kitInRules = {
  regex: String.raw`^\$(?:lib|app|env)(?:/|$)`,
  message:
    'Node runs rules and schemas itself (npm run report), and knows no $lib: import relatively, with .ts at the end.'
};
const otherStores = (feature) => ({
  regex: `${toLib}${others(feature)}/(?:[^/]+/)?server(?:/|$)`,
  message: `A feature imports another's rules or schema, never its store: let the route ask both stores.`
});
const otherComponents = (feature) => ({
  regex: `${toLib}${others(feature)}/${component}`,
  message: `A feature imports another's rules or schema, never its components: let the route compose them (a snippet).`
});
const anyFeature = (room, above = []) => ({
  regex: `${toLib}${anyOf([...features, ...above])}(?:/|$)`,
  message: `src/lib/${room} imports no feature. What it needs is registered with it in src/hooks.server.ts, or passed in.`
});

const block = (name, files, patterns, ignores = []) => ({
  name: `imports/${name}`,
  files,
  ignores,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] }
});

const tests = ['**/*.test.ts'];

function featureBlocks(feature) {
  const home = `src/lib/${feature}`;
  const others = [otherStores(feature), otherComponents(feature)];
  const storeFiles = [`${home}/server/**/*.ts`, `${home}/*/server/**/*.ts`];
  return [
    block(
      `${feature}/rules`,
      [`${home}/**/*.ts`],
      [supabase, stores, components, routes, rows, kitInRules],
      [...storeFiles, '**/*.svelte.ts', ...tests]
    ),
    block(
      `${feature}/components`,
      [`${home}/**/*.svelte`, `${home}/**/*.svelte.ts`],
      [supabase, stores, routes, rows, ...others]
    ),
    block(`${feature}/store`, storeFiles, [components, routes, ...others], tests)
  ];
}

const sentence = (selector, message) => ({ 'no-restricted-syntax': ['error', { selector, message }] });

/** ESLint blocks, to be spread into the flat configuration. Later blocks replace earlier ones for the same file. */
export const importRules = [
  block('elsewhere', ['src/**/*.{ts,js,mjs,svelte}'], [supabase, routes], ['src/bin/**', ...tests]),
  block('routes/pages', ['src/routes/**/*.svelte'], [supabase, stores, rows]),
  block('routes/transport', ['src/routes/**/*.ts'], [supabase, rows]),
  block('ui', ['src/lib/ui/**/*.{ts,svelte}'], [supabase, stores, routes, rows, anyFeature('ui', ['ballots'])]),
  block('server', ['src/lib/server/**/*.ts'], [components, routes, anyFeature('server', ['ballots'])], tests),
  block(
    'ballots/rules',
    ['src/lib/ballots/**/*.ts'],
    [supabase, stores, components, routes, rows, kitInRules, anyFeature('ballots')],
    ['src/lib/ballots/server/**', ...tests]
  ),
  block('ballots/components', ['src/lib/ballots/**/*.svelte'], [supabase, stores, routes, rows, anyFeature('ballots')]),
  block('ballots/server', ['src/lib/ballots/server/**/*.ts'], [components, routes, anyFeature('ballots')], tests),
  ...features.flatMap(featureBlocks),
  {
    name: 'imports/no-barrels',
    files: ['src/lib/**/*.{ts,js,svelte}'],
    rules: sentence('ExportAllDeclaration', 'No barrels: import from the file that says it, so that a reader finds it.')
  },
  {
    name: 'imports/no-index',
    files: ['src/lib/**/index.{ts,js}'],
    rules: sentence('Program', 'No barrels: name the file after the one thing it holds.')
  },
  {
    name: 'imports/no-drawers',
    files: ['src/lib/**/{utils,helpers,types,constants,misc,common}.{ts,js}'],
    rules: sentence('Program', 'No drawers for everything: name the file after the noun it is about.')
  }
];
