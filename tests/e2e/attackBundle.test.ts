import { expect, test } from '@playwright/test';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { toBase64url } from '../../src/lib/ballots/blind/bytes.ts';
import { generateKeys } from '../../src/lib/ballots/blind/signer.ts';
import { startServer, type TestServer } from './server.ts';

const build = join(import.meta.dirname, '../../build');

/** What only a server needs. A private RSA key begins with MIIE in base64 (PKCS #8 and PKCS #1 of 2048 bits), and its JWK has a "d". */
const signs: Record<string, RegExp> = {
  'a private key': /PRIVATE KEY-|MIIE[A-Za-z0-9+/_-]{400}|["']?\bd["']?\s*:\s*["'][A-Za-z0-9_-]{300}/,
  'signer code': /privateDecrypt|privateEncrypt|createPrivateKey|RSA_NO_PADDING|pkcs8|generateKeyPair/,
  'code that opens answers': /\.subtle\.decrypt\([^)]*RSA-OAEP|CHECKIN_KEYS_DIR/,
  'the service key': /SUPABASE_SECRET_KEY|service_role|sb_secret_[A-Za-z0-9]/,
  'a module of the server': /node:crypto|supabase\/lite|DATABASE_URL/
};

const files = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|mjs|css|json|html|map|txt|svg)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/** What is found in a folder that browsers load from. `secrets`: values of a running server. */
function findings(folder: string, secrets: Record<string, string>): string[] {
  return files(folder).flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const known = Object.entries(secrets).filter(([, secret]) => text.includes(secret));
    const kinds = Object.entries(signs).filter(([, sign]) => sign.test(text));
    return [...known, ...kinds].map(([what]) => `${what} in ${name}`);
  });
}

let server: TestServer;
let secrets: Record<string, string>;
test.beforeAll(async () => {
  server = await startServer(process.env.CIRCLEWELL_E2E_TEMPLATE);
  const texts = Object.entries(server.keys()).filter(([name]) => !/publishable/i.test(name));
  secrets = Object.fromEntries(texts.map(([name, text]) => [`the server's own ${name}`, String(text)]));
  expect(Object.keys(secrets).length).toBeGreaterThan(0);
});
test.afterAll(() => server.remove());

test('attack 18: what browsers load has no secret key, no signer, no service key', async () => {
  const client = join(build, 'client');

  expect(files(client).length).toBeGreaterThan(20);
  expect(findings(client, secrets)).toEqual([]);
});

test('attack 18: neither have the pages themselves', async () => {
  const pages = await Promise.all(
    ['/', '/sign-in', '/help', '/health'].map(async (path) => (await fetch(server.url + path)).text())
  );
  for (const secret of Object.values(secrets)) expect(pages.join('\n')).not.toContain(secret);
  for (const sign of Object.values(signs)) expect(pages.join('\n')).not.toMatch(sign);
});

test('attack 18: the same search finds signer, keys and database in what the server runs', async () => {
  const found = findings(join(build, 'server'), secrets).map((line) => line.replace(/ in .*/, ''));

  expect(found).toEqual(
    expect.arrayContaining(['signer code', 'code that opens answers', 'the service key', 'a module of the server'])
  );
});

test('attack 18, weakened: a key, a signer or the service key in a bundle is found', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'circlewell-bundle-'));
  const { privateKey } = await generateKeys();
  const add = (text: string) => {
    cpSync(join(build, 'client'), folder, { recursive: true });
    const chunk = files(folder).find((name) => name.endsWith('.js'))!;
    writeFileSync(join(folder, chunk), `${readFileSync(join(folder, chunk), 'utf8')}\n${text}`);
    return findings(folder, secrets).length;
  };
  try {
    expect(add('')).toBe(0);
    expect(add(`const k="${Buffer.from(privateKey).toString('base64')}"`)).toBe(1);
    expect(add(`const k="${toBase64url(privateKey)}"`)).toBe(1);
    expect(add('import{privateDecrypt as p}from"crypto"')).toBe(1);
    expect(add('crypto.subtle.importKey("pkcs8",k,a,!1,["decrypt"])')).toBe(1);
    for (const secret of Object.values(secrets))
      expect(add(`fetch(u,{headers:{apikey:"${secret}"}})`)).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
