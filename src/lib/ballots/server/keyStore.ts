import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { fstatSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Env } from '../../server/env.ts';
import { isHalfWritten, keepSecret, syncFolder } from '../../server/secretFile.ts';
import { fromBase64url, toBase64url } from '../blind/bytes.ts';
import { type BlindSigner, createSigner, type RoundKeys } from '../blind/signer.ts';

const bytes = z.string().transform(fromBase64url);
const pair = z.object({ publicKey: bytes, privateKey: bytes });
const schema = z.object({ sign: pair, seal: pair });

const roundId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text is a round's id as the database writes it. */
export const isRoundId = (text: string): boolean => roundId.test(text);

/** The private keys of rounds (check-ins and evaluations), a file each (mode 0600), never in the database. Nothing of them is ever logged. */
export interface KeyStore {
  /** Keeps the keys of a round, whole or not at all. If it has some already those stay, and are given. */
  create(round: string, keys: RoundKeys): RoundKeys;
  /** Null when there is no file for it. */
  read(round: string): RoundKeys | null;
  /** The round's signer, kept in memory until `destroy`; null as above. */
  signer(round: string): BlindSigner | null;
  /** The rounds that have a file. */
  list(): string[];
  /**
   * Overwrites a file and removes it. On a disk that writes in place this destroys the keys. Journals, copy-on-write file systems, snapshots and
   * the wear levelling of SSDs may keep the old blocks: there, only encrypting the whole disk helps (docs/privacy.md).
   */
  destroy(round: string): void;
}

/** Where the key files are. */
export const keysFolder = (env: Pick<Env, 'DATA_DIR' | 'CHECKIN_KEYS_DIR'>): string =>
  env.CHECKIN_KEYS_DIR ?? join(env.DATA_DIR, 'keys');

// What backup programs (tar --exclude-caches, restic, borg) look for to leave a folder out: https://bford.info/cachedir/
const LEAVE_OUT = 'Signature: 8a477f597d28d172789f06886806bc55\n# Keys of open rounds of answers: never in a backup.\n';

export function openKeyStore(folder: string): KeyStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, 'CACHEDIR.TAG'), LEAVE_OUT);
  const signers = new Map<string, BlindSigner>();
  const fileOf = (round: string) => {
    if (!isRoundId(round)) throw new TypeError('Not the id of a round.');
    return join(folder, `${round}.json`);
  };
  const read = (round: string): RoundKeys | null => {
    try {
      return schema.parse(JSON.parse(readFileSync(fileOf(round), 'utf8')));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      // Never the parser's own words, nor itself as the cause: they quote the file.
      // eslint-disable-next-line preserve-caught-error
      throw new Error('the key file of a round cannot be read');
    }
  };
  const erase = (path: string) => {
    const file = openSync(path, 'r+');
    try {
      writeSync(file, randomBytes(fstatSync(file).size), 0, undefined, 0);
      fsyncSync(file);
      ftruncateSync(file);
    } finally {
      closeSync(file);
    }
    rmSync(path);
    syncFolder(folder);
  };
  // What a crash left half written.
  for (const name of readdirSync(folder)) if (isHalfWritten(name)) erase(join(folder, name));

  return {
    read,
    create(round, keys) {
      const text = JSON.stringify(keys, (_, value) => (value instanceof Uint8Array ? toBase64url(value) : value));
      return keepSecret(folder, `${round}.json`, text, erase) ? keys : (read(round) ?? keys);
    },
    signer(round) {
      const known = signers.get(round);
      if (known) return known;
      const keys = read(round);
      if (!keys) return null;
      const signer = createSigner(keys.sign.privateKey);
      signers.set(round, signer);
      return signer;
    },
    list: () =>
      readdirSync(folder)
        .map((name) => name.replace(/\.json$/, ''))
        .filter(isRoundId),
    destroy(round) {
      signers.delete(round);
      try {
        erase(fileOf(round));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
  };
}

const stores = new Map<string, KeyStore>();

/** The one key store of this server. */
export function keyStoreOf(env: Pick<Env, 'DATA_DIR' | 'CHECKIN_KEYS_DIR'>): KeyStore {
  const folder = keysFolder(env);
  const store = stores.get(folder) ?? openKeyStore(folder);
  stores.set(folder, store);
  return store;
}
