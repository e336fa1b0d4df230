import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Backend } from '../../server/backend.ts';
import { generateRoundKeys, type RoundKeys } from '../blind/signer.ts';
import type { BoxKind } from './boxKind.ts';
import { type KeyStore, openKeyStore } from './keyStore.ts';
import { tendRounds } from './rounds.ts';

const ids = ['a', 'b', 'c'].map((letter) => `${letter}1000000-0000-4000-8000-000000000001`) as [string, string, string];

let made: RoundKeys;
beforeAll(async () => {
  made = await generateRoundKeys();
});

let folder: string;
let keys: KeyStore;
let vacuumed: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'circlewell-rounds-'));
  keys = openKeyStore(folder);
  vacuumed = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A database that is never asked: these kinds answer for themselves. */
const backend = {
  url: 'http://nowhere.example',
  publishableKey: 'p',
  secretKey: 's',
  fetch: () => Promise.reject(new TypeError('nobody asks')),
  vacuumBallots: () => Promise.resolve(++vacuumed > 0)
} as unknown as Backend;

const kind = (standing: string[], due: BoxKind['due'] = () => Promise.resolve([])): BoxKind => ({
  due,
  standing: (_, rounds) => Promise.resolve(rounds.filter((round) => standing.includes(round)))
});
const tend = (...kinds: BoxKind[]) => tendRounds({ backend, keys, kinds, makeKeys: () => Promise.resolve(made) });

it('destroys a key only when no kind of round stands that needs it', async () => {
  for (const id of ids) keys.create(id, made);
  await tend(kind([ids[0]]), kind([ids[1]]));
  expect(keys.list().sort()).toEqual([ids[0], ids[1]]);
  expect(vacuumed).toBe(1);

  await tend(kind([]), kind([ids[1]]));
  expect(keys.list()).toEqual([ids[1]]);
});

it('destroys none while a kind cannot say what stands', async () => {
  keys.create(ids[0], made);
  const silent: BoxKind = { ...kind([]), standing: () => Promise.reject(new TypeError('no database')) };
  await expect(tend(kind([]), silent)).rejects.toThrow('no database');
  expect(keys.list()).toEqual([ids[0]]);
});

it('opens rounds of every kind, and one that fails does not hold up those of another', async () => {
  const opened: string[] = [];
  const opening = (round: string, fails = false) =>
    kind([round], () =>
      Promise.resolve([
        {
          round,
          step: 'open',
          sealFingerprint: null,
          overdue: false,
          publish: () => Promise.reject(new RangeError('not now')),
          open: async (keysOf) => {
            if (fails) throw new TypeError('it cannot be asked');
            opened.push(`${round} ${(await keysOf()) === made}`);
          }
        }
      ])
    );
  await tend(opening(ids[0], true), opening(ids[1]));
  expect(opened).toEqual([`${ids[1]} true`]);
  // Keys are made when they are asked for, and not for a round that cannot open.
  expect(keys.list()).toEqual([ids[1]]);
});
