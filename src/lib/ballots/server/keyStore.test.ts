import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { generateRoundKeys, type RoundKeys } from '../blind/signer.ts';
import { keysFolder, openKeyStore } from './keyStore.ts';

const round = '4a70f5ad-797f-47cc-a032-32f561657c27';
const keys: RoundKeys = await generateRoundKeys();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'circlewell-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('keeps the keys of a round for the next start, for this account only', () => {
  expect(openKeyStore(folder).create(round, keys)).toBe(keys);
  const again = openKeyStore(folder);
  expect(again.list()).toEqual([round]);
  expect(again.read(round)).toEqual(keys);
  expect(again.signer(round)?.publicKey).toEqual(keys.sign.publicKey);
  expect(statSync(join(folder, `${round}.json`)).mode & 0o777).toBe(0o600);
});

it('never writes over keys that are there: of two servers, both use those of the first', async () => {
  const store = openKeyStore(folder);
  store.create(round, keys);
  expect(store.create(round, await generateRoundKeys())).toEqual(keys);
  expect(readdirSync(folder).sort()).toEqual([`${round}.json`, 'CACHEDIR.TAG']);
});

it('destroys: nothing of them is left in the folder, and its signer is gone', () => {
  const store = openKeyStore(folder);
  store.create(round, keys);
  store.signer(round);
  store.destroy(round);
  store.destroy(round);
  expect([store.list(), store.read(round), store.signer(round)]).toEqual([[], null, null]);
  expect(readdirSync(folder)).toEqual(['CACHEDIR.TAG']);
});

it('removes what a crash left half written', () => {
  writeFileSync(join(folder, `${round}.abc.part`), 'half a key');
  openKeyStore(folder);
  expect(readdirSync(folder)).toEqual(['CACHEDIR.TAG']);
});

it('says of a broken file that it is broken, and nothing that stands in it', () => {
  writeFileSync(join(folder, `${round}.json`), '{"sign": "canary"');
  let told = '';
  try {
    openKeyStore(folder).read(round);
  } catch (error) {
    told = String((error as Error).stack) + String((error as Error).cause);
  }
  expect(told).toContain('cannot be read');
  expect(told).not.toContain('canary');
});

it('takes no name but a round’s id', () => {
  for (const name of ['../keys', 'keys.json', '', `${round}/..`])
    expect(() => openKeyStore(folder).read(name)).toThrow();
});

it('asks backup programs to leave the folder out, wherever it is', () => {
  openKeyStore(folder);
  expect(readFileSync(join(folder, 'CACHEDIR.TAG'), 'utf8')).toMatch(/^Signature: 8a477f597d28d172789f06886806bc55/);
  expect(keysFolder({ DATA_DIR: 'data', CHECKIN_KEYS_DIR: undefined })).toBe(join('data', 'keys'));
  expect(keysFolder({ DATA_DIR: 'data', CHECKIN_KEYS_DIR: '/elsewhere' })).toBe('/elsewhere');
});
