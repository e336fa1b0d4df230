import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { keyPath } from '../../src/lib/training/certificates/addresses.ts';
import { openCertificateKeys } from '../../src/lib/training/certificates/server/keyFile.ts';
import { signWaiting } from '../../src/lib/training/certificates/server/signing.ts';
import { openHouse, type House } from './actors.ts';
import { must, type Client } from './furnish.ts';
import { attendAll, planTraining, takePlace, type TrainingGround } from './trainingGround.ts';

vi.setConfig({ testTimeout: 60_000 });

const origin = 'https://circles.example.org';
let house: House;
let trainer: Client;
let ground: TrainingGround;
let folder: string;
beforeAll(async () => {
  house = await openHouse();
  trainer = await house.as('trainer');
  ground = await planTraining(house, trainer, { days: ['2026-03-30', '2026-03-31'] });
  folder = mkdtempSync(join(tmpdir(), 'certificate-signing-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  return house.close().finally(vi.resetConfig);
});

async function given(name: string): Promise<string> {
  const { place } = await takePlace(await house.as('visitor'), ground.code, { name });
  await attendAll(house, trainer, ground.training, [place], [1, 2]);
  return must(await trainer.rpc('issue_certificate', { p_place: place }));
}
const kept = async (id: string) => must(await trainer.from('certificates').select('*').eq('id', id).single());
const sign = (keys = openCertificateKeys(join(folder, 'here')), only?: string[]) =>
  signWaiting(house.service, keys, origin, only);

it('the job signs what was given, with one key of the organisation, which anybody can verify it with', async () => {
  const [first, second] = [await given('Ana'), await given('Ben')];
  expect(await sign()).toBe(2);
  expect(await sign()).toBe(0);
  const rows = [await kept(first), await kept(second)];
  expect(new Set(rows.map(({ key_id }) => key_id)).size).toBe(1);
  for (const { signed, key_id, name, id } of rows) {
    expect(decodeProtectedHeader(signed!).kid).toBe(origin + keyPath(key_id!));
    const visitor = await house.as('visitor');
    const key = must(await visitor.rpc('certificate_key', { p_key: key_id! })) as JWK;
    expect(key.d).toBeUndefined();
    const { payload } = await compactVerify(signed!, await importJWK(key, 'RS256'));
    const claims = JSON.parse(new TextDecoder().decode(payload));
    expect(claims.id).toContain(id);
    expect(claims.credentialSubject.identifier).toMatchObject([{ identityHash: name }]);
  }
});

it('a press signs what was pressed for, and nothing that waits besides', async () => {
  const [mine, waiting] = [await given('Gus'), await given('Hal')];
  expect(await sign(undefined, [mine])).toBe(1);
  expect([(await kept(mine)).signed === null, (await kept(waiting)).signed]).toEqual([false, null]);
  expect(await sign()).toBe(1);
});

it('a server that has not the key makes one of its own; what was signed stays signed with the other', async () => {
  const before = await given('Cy');
  await sign();
  const after = await given('Dora');
  expect(await sign(openCertificateKeys(join(folder, 'elsewhere')))).toBe(1);
  expect((await kept(after)).key_id).not.toBe((await kept(before)).key_id);
  const third = await given('Eli');
  await sign();
  expect((await kept(third)).key_id).toBe((await kept(before)).key_id);
});

it('what could not be signed waits, and nothing is published for it', async () => {
  const id = await given('Fay');
  const keys = () => house.asOwner('select id from public.organisation_keys');
  const before = await keys();
  const broken = { ...openCertificateKeys(join(folder, 'broken')), make: () => Promise.reject(new Error('no room')) };
  await expect(sign(broken)).rejects.toThrow('no room');
  expect([(await kept(id)).signed, (await keys()).length]).toEqual([null, before.length]);
  expect(await sign()).toBe(1);
});
