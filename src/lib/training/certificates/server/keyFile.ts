import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CompactSign, exportJWK, generateKeyPair, importJWK, type CompactJWSHeaderParameters, type JWK } from 'jose';
import { z } from 'zod';
import type { Env } from '../../../server/env.ts';
import { isHalfWritten, keepSecret } from '../../../server/secretFile.ts';

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

const part = z.string().regex(/^[\w-]+$/);
const schema = z.object({
  kty: z.literal('RSA'),
  n: part,
  e: part,
  d: part,
  p: part,
  q: part,
  dp: part,
  dq: part,
  qi: part
});

/** The private keys certificates are signed with, a file each (mode 0600), never in the database, in an answer or in the log. */
export interface CertificateKeys {
  has(key: string): boolean;
  /** Makes a pair and keeps its private half, whole or not at all. Gives its id and the public half, with the algorithm it is for. */
  make(): Promise<{ id: string; publicKey: JWK }>;
  /** A compact JWS of this text; null when there is no such key here. */
  sign(key: string, header: CompactJWSHeaderParameters, payload: string): Promise<string | null>;
}

export function openCertificateKeys(folder: string): CertificateKeys {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // What a crash left half written was used by nobody.
  for (const name of readdirSync(folder)) if (isHalfWritten(name)) rmSync(join(folder, name));
  const fileOf = (key: string) => {
    if (!isId(key)) throw new TypeError('Not the id of a key.');
    return join(folder, `${key}.json`);
  };
  const read = (key: string): JWK | null => {
    const file = fileOf(key);
    try {
      return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      // Never the parser's own words, nor itself as the cause: they quote the file.
      // eslint-disable-next-line preserve-caught-error
      throw new Error('the file of a certificate key cannot be read');
    }
  };
  return {
    has: (key) => read(key) !== null,
    async make() {
      const { privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
      const secret = schema.parse(await exportJWK(privateKey));
      const id = randomUUID();
      keepSecret(folder, `${id}.json`, JSON.stringify(secret));
      return { id, publicKey: { kty: secret.kty, n: secret.n, e: secret.e, alg: 'RS256', use: 'sig' } };
    },
    async sign(key, header, payload) {
      const secret = read(key);
      if (!secret) return null;
      const signer = new CompactSign(new TextEncoder().encode(payload)).setProtectedHeader(header);
      return signer.sign(await importJWK(secret, 'RS256'));
    }
  };
}

const opened = new Map<string, CertificateKeys>();

/** The one key folder of this server: `certificate-keys` in its data folder. It belongs into the backup (docs/deploy.md). */
export function certificateKeysOf({ DATA_DIR }: Pick<Env, 'DATA_DIR'>): CertificateKeys {
  const folder = join(DATA_DIR, 'certificate-keys');
  const keys = opened.get(folder) ?? openCertificateKeys(folder);
  opened.set(folder, keys);
  return keys;
}
