import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const readyWithin = 60_000;

export type Keys = { publishableKey: string; secretKey: string };

/** The production server on a free port with a data folder of its own. It keeps both over a restart. */
export type TestServer = {
  url: string;
  dataDir: string;
  keys: () => Keys;
  /** Starts it again after `stop` or `kill`; answers when it is ready. */
  start: () => Promise<void>;
  /** SIGTERM: as an administrator stops it. */
  stop: () => Promise<void>;
  /** SIGKILL: as a power cut stops it. */
  kill: () => Promise<void>;
  /** The letters sent to this address, oldest first, whole. */
  letters: (address: string) => string[];
  log: () => string;
  remove: () => Promise<void>;
};

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Settings of the machine must not reach the server under test. */
function environmentFor(port: number, dataDir: string, extra: Record<string, string>): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, TZ: 'UTC', ...extra };
}

function ready(child: ChildProcess, log: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`the server ${why}:\n${log()}`));
    const timer = setTimeout(() => fail('was not ready in time'), readyWithin);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with code ${code}`);
    });
    child.stdout?.on('data', () => {
      if (!/is ready/.test(log())) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

/** @param template a data folder to start from; without one the server makes its first boot, which takes seconds. */
export async function startServer(template?: string, environment: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'circlewell-e2e-'));
  if (template) cpSync(template, dataDir, { recursive: true });
  const port = await freePort();
  let child: ChildProcess | undefined;
  let output = '';
  const earlier: string[] = [];

  const start = async () => {
    earlier.push(output);
    output = '';
    child = spawn(process.execPath, [join(root, 'src/bin/serve.mjs')], {
      cwd: root,
      env: environmentFor(port, dataDir, environment),
      stdio: ['ignore', 'pipe', 'pipe']
    });
    const keep = (chunk: Buffer) => (output = (output + chunk).slice(-100_000));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    await ready(child, () => output);
  };
  const end = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  // If the run is ended from outside, the server goes with it.
  const killWithUs = () => child?.kill('SIGKILL');
  process.once('exit', killWithUs);

  const letters = (address: string) => {
    const folder = join(dataDir, 'mail');
    const files = existsSync(folder) ? readdirSync(folder).sort() : [];
    return files
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .filter((text) => text.includes(`To: ${address}\n`));
  };
  const remove = async () => {
    await end('SIGTERM');
    process.off('exit', killWithUs);
    rmSync(dataDir, { recursive: true, force: true });
  };

  try {
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    keys: () => JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8')) as Keys,
    start,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    letters,
    log: () => [...earlier, output].join('\n'),
    remove
  };
}
