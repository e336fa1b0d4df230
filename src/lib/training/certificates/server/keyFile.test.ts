import { compactVerify, importJWK } from 'jose';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCertificateKeys } from './keyFile.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'certificate-keys-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const header = { alg: 'RS256', kid: 'here' };

it('keeps the private half in a file nobody else reads, and signs with it after a restart', async () => {
  writeFileSync(join(folder, 'half.part'), '{"d":"…');
  const { id, publicKey } = await openCertificateKeys(folder).make();
  expect(Object.keys(publicKey).sort()).toEqual(['alg', 'e', 'kty', 'n', 'use']);
  expect(readdirSync(folder)).toEqual([`${id}.json`]);
  expect(statSync(join(folder, `${id}.json`)).mode & 0o777).toBe(0o600);
  const keys = openCertificateKeys(folder);
  expect(keys.has(id)).toBe(true);
  const signed = await keys.sign(id, header, 'Žofia');
  const { payload, protectedHeader } = await compactVerify(signed ?? '', await importJWK(publicKey, 'RS256'));
  expect([new TextDecoder().decode(payload), protectedHeader]).toEqual(['Žofia', header]);
});

it('has nothing for a key that is not here, refuses what is no id, and never quotes a file', async () => {
  const keys = openCertificateKeys(folder);
  const id = '00000000-0000-4000-8000-000000000000';
  expect([keys.has(id), await keys.sign(id, header, 'x')]).toEqual([false, null]);
  expect(() => keys.has('../other')).toThrow(TypeError);
  const { id: broken } = await keys.make();
  const file = join(folder, `${broken}.json`);
  const secret = JSON.parse(readFileSync(file, 'utf8')).d as string;
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, -2));
  const fault = await keys.sign(broken, header, 'x').catch((error: Error) => error);
  expect(fault).toBeInstanceOf(Error);
  expect(`${(fault as Error).message} ${String((fault as Error).cause)}`).not.toContain(secret.slice(0, 12));
});
