import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from './circlewell.ts';

const serve = join(import.meta.dirname, '../../src/bin/serve.mjs');

/** Starts a second server that is meant to refuse; answers with its exit code and what it said. */
async function refusal(environment: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [serve], {
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', 'ignore', 'pipe']
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

test('a killed server is well again after it is started again', async ({ request, server }) => {
  await server.kill();
  await server.start();

  const answer = await request.get('/health');

  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ status: 'ok' });
});

test('a second server on the same port says what to do', async ({ server }) => {
  const port = new URL(server.url).port;

  const { code, said } = await refusal({ PORT: port });

  expect(code).toBe(1);
  expect(said).toMatch(/^Port \d+ is taken .* choose another port: PORT=\d+ npm start\n$/);
});

test('a second server on the same data folder says what to do', async ({ server }) => {
  const { code, said } = await refusal({ PORT: '0', DATA_DIR: server.dataDir });

  expect(code).toBe(1);
  expect(said).toMatch(/^The data folder is in use by process \d+\..*\n$/);
});

test('a wrong setting stops the start with one sentence', async ({ server }) => {
  const { code, said } = await refusal({
    PORT: '0',
    DATA_DIR: `${server.dataDir}-unused`,
    DATABASE_URL: 'mysql://here'
  });

  expect(code).toBe(1);
  expect(said).toBe('DATABASE_URL starts with postgres://.\n');
});

test('an unknown address gets a page that says so', async ({ page, visit }) => {
  await visit(page, '/no-such-page');

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
