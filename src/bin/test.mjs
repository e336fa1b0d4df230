/**
 * `npm test`: every check, one after the other, all of them even when one fails. Says how long each took and what was
 * skipped and why, and lists what failed once more at the end; its last line is the total. A check without tests of its own (types, lint) counts as one.
 *
 *   node src/bin/test.mjs [stage …]     only these stages, by the first word of their names
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { findChromium } from '../../tests/chromium.ts';
import { postgresPrograms } from '../../tests/policies/scratchPostgres.ts';

const root = join(import.meta.dirname, '../..');
const results = mkdtempSync(join(tmpdir(), 'circlewell-test-'));
const program = (path) => join(root, 'node_modules', path);
const notes = [];
/** What failed, for the end of the log: often that is all of it that is kept. */
const failures = [];

let running;

/** Runs a program in the project root with its output shown. Answers with its exit code; 1 when it could not start. */
function run(command, args, env = {}) {
  return new Promise((done) => {
    running = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env }
    });
    running.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      done(1);
    });
    running.on('close', (code) => done(code ?? 1));
  });
}

const node = (path, ...args) => run(process.execPath, [program(path), ...args]);

/** One check that passes or fails as a whole; the parts run in order, all of them. */
async function whole(...parts) {
  let failed = 0;
  for (const part of parts) if ((await part()) !== 0) failed = 1;
  return { passed: 1 - failed, failed, skipped: 0 };
}

const readResult = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

/** A runner can fail beside its tests (a set-up, a file that does not parse): that counts as one failure. */
function total(code, counts) {
  if (!counts) return { passed: 0, failed: 1, skipped: 0 };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Keeps the name of a failed test and the first lines of what it said. */
function noteFailure(stage, name, message) {
  const lines = stripVTControlCharacters(message ?? '')
    .split('\n')
    .filter((text) => text.trim() !== '');
  failures.push([`${stage}: ${name}`, ...lines.slice(0, 6).map((text) => `    ${text}`)].join('\n'));
}

function noteVitest(stage, { testResults }) {
  for (const file of testResults) {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    const path = relative(root, file.name);
    for (const { fullName, failureMessages } of failed) noteFailure(stage, `${path} > ${fullName}`, failureMessages[0]);
    if (file.status === 'failed' && failed.length === 0) noteFailure(stage, path, file.message);
  }
}

function notePlaywright({ suites = [], errors = [] }) {
  for (const error of errors) noteFailure('browser', 'outside of the tests', error.message);
  for (const suite of suites) {
    notePlaywright({ suites: suite.suites });
    for (const spec of suite.specs ?? [])
      for (const { status, results } of spec.tests)
        if (status === 'unexpected' || status === 'flaky')
          noteFailure(
            'browser',
            `${spec.file}:${spec.line} > ${spec.title}${status === 'flaky' ? ' (passed when tried again)' : ''}`,
            results.find(({ error }) => error)?.error.message
          );
  }
}

async function vitest(config, name) {
  const file = join(results, `${name}.json`);
  const args = ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await node('vitest/vitest.mjs', ...args);
  const result = readResult(file);
  if (result) noteVitest(name, result);
  return total(
    code,
    result && {
      passed: result.numPassedTests,
      failed: result.numFailedTests,
      skipped: result.numPendingTests + (result.numTodoTests ?? 0)
    }
  );
}

async function playwright() {
  const file = join(results, 'browser.json');
  const args = [program('@playwright/test/cli.js'), 'test', '--config', 'tests/playwright.config.ts'];
  const code = await run(process.execPath, [...args, '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  const result = readResult(file);
  if (result) notePlaywright(result);
  const stats = result?.stats;
  return total(
    code,
    stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
  );
}

/** Playwright's own browser or the system's; without either, Debian's as root, else Playwright's download. */
async function getChromium() {
  if (findChromium()) return true;
  console.log('No browser found: installing one.');
  const debian = { DEBIAN_FRONTEND: 'noninteractive' };
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await run('apt-get', ['-qq', 'update'], debian);
    await run('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'], debian);
  }
  if (!findChromium()) await node('@playwright/test/cli.js', 'install', 'chromium');
  return findChromium() !== null;
}

async function browser() {
  if (spawnSync('pdftotext', ['-v']).error)
    notes.push('words of the printed pack: not read, pdftotext is not on this machine (its pages are counted)');
  if (await getChromium()) return playwright();
  console.error('The browser tests could not run: no Chromium was found, and none could be installed.');
  return { passed: 0, failed: 1, skipped: 0 };
}

async function policies() {
  if (!postgresPrograms())
    notes.push('policies on PostgreSQL: skipped, its programs are not on this machine (PGlite was used)');
  return vitest('tests/policies/vitest.config.ts', 'policies');
}

async function attacks() {
  if (!postgresPrograms()) notes.push('attacks on PostgreSQL: skipped, as the policies are');
  return vitest('tests/attacks/vitest.config.ts', 'attacks');
}

const prettier = ['--config', 'tests/prettier.json', '--ignore-path', 'tests/prettier.ignore', '--log-level=warn'];

const stages = {
  types: () =>
    whole(
      () => node('@sveltejs/kit/svelte-kit.js', 'sync'),
      () =>
        node(
          'svelte-check/bin/svelte-check',
          '--tsconfig',
          './tsconfig.json',
          '--threshold',
          'warning',
          '--fail-on-warnings'
        )
    ),
  'database types': () => whole(() => run(process.execPath, ['src/bin/types.ts', '--check'])),
  lint: () =>
    whole(
      () => node('prettier/bin/prettier.cjs', ...prettier, '--check', '.'),
      () => node('eslint/bin/eslint.js', '--config', 'tests/eslint.config.js', '--max-warnings=0', '.')
    ),
  unit: () => vitest('tests/vitest.config.ts', 'unit'),
  policies,
  attacks,
  browser
};

const add = (one, other) => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped
});

const line = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;

async function testAll(wanted) {
  if (!existsSync(join(root, '../shared')))
    notes.push('comparisons with ../shared: skipped, it is not beside this checkout');
  let sum = { passed: 0, failed: 0, skipped: 0 };
  const summary = [];
  for (const [name, stage] of Object.entries(stages)) {
    if (wanted.length > 0 && !wanted.includes(name.split(' ')[0])) continue;
    console.log(`\n=== ${name}`);
    const started = Date.now();
    const listed = failures.length;
    const result = await stage();
    if (result.failed > 0 && failures.length === listed) noteFailure(name, 'its output is above');
    sum = add(sum, result);
    summary.push(`${name.padEnd(16)}${line(result)} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  }
  if (failures.length > 0) console.log(`\n=== failed\n${failures.join('\n')}`);
  console.log(`\n=== summary\n${[...summary, ...notes].join('\n')}\n`);
  console.log(line(sum));
  return sum.failed === 0 ? 0 : 1;
}

const removeResults = () => rmSync(results, { recursive: true, force: true });
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    running?.kill(signal);
    removeResults();
    process.exit(1);
  });
}

process.exitCode = await testAll(process.argv.slice(2));
removeResults();
