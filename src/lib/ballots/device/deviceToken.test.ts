import { beforeAll, beforeEach, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from '../blind/bytes.ts';
import { createSigner, generateRoundKeys, type RoundKeys } from '../blind/signer.ts';
import { fingerprintOf } from '../blind/token.ts';
import { keepBallot, sendBallot } from './deviceBallot.ts';
import { type Keeping, readRecord } from './deviceRecord.ts';
import { holdToken, type OpenRound } from './deviceToken.ts';

let made: RoundKeys;
let other: RoundKeys;
let round: OpenRound;
beforeAll(async () => {
  [made, other] = [await generateRoundKeys(), await generateRoundKeys()];
  round = {
    kind: 'check-in',
    round: 'c1000000-0000-4000-8000-000000000001',
    person: 'somebody',
    sign: await fingerprintOf(made.sign.publicKey),
    seal: await fingerprintOf(made.seal.publicKey),
    token: '/check-ins/c1/token',
    cast: '/cast/c1'
  };
});

function drawer(): Keeping {
  const held = new Map<string, string>();
  return {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
    key: (at) => [...held.keys()][at] ?? null,
    get length() {
      return held.size;
    }
  };
}

let keeping: Keeping;
beforeEach(() => {
  keeping = drawer();
});

type Fate = 'answers' | 'answer lost' | 'other' | 'down';
/** A server that signs one blinded message for this person. `fate`: what becomes of each request to it. */
function server({ keys = made, fates = [] as Fate[], cast = 204 } = {}) {
  const told = { blinded: [] as string[], bodies: [] as Uint8Array[], signed: null as string | null };
  const signer = createSigner(made.sign.privateKey);
  const ask = (async (address: string, init: RequestInit) => {
    if (address.startsWith('/keys/'))
      return Response.json({
        sign: { key: toBase64url(keys.sign.publicKey) },
        seal: { key: toBase64url(keys.seal.publicKey) }
      });
    if (address.startsWith('/cast/')) {
      told.bodies.push(init.body as Uint8Array);
      if (cast === 0) throw new TypeError('no network');
      return new Response(null, { status: cast });
    }
    const { blinded } = JSON.parse(init.body as string) as { blinded: string };
    told.blinded.push(blinded);
    const fate = fates.shift() ?? 'answers';
    if (fate === 'down') return new Response(null, { status: 503 });
    if (fate === 'other' || (told.signed ?? blinded) !== blinded) return Response.json({}, { status: 409 });
    told.signed = blinded;
    if (fate === 'answer lost') throw new TypeError('no network');
    return Response.json({ signature: toBase64url(signer.sign(fromBase64url(blinded))) });
  }) as typeof fetch;
  return { told, ask };
}

it('keeps what it drew before it asks, and after a lost answer asks for the same again', async () => {
  const { told, ask } = server({ fates: ['answer lost', 'down'] });

  expect((await holdToken(round, keeping, ask)).outcome).toBe('later');
  expect(readRecord(keeping, round)).toMatchObject({ state: 'asked', blinded: told.blinded[0] });
  expect((await holdToken(round, keeping, ask)).outcome).toBe('later');
  expect((await holdToken(round, keeping, ask)).outcome).toBe('ready');
  expect(new Set(told.blinded).size).toBe(1);
  expect(readRecord(keeping, round)).not.toHaveProperty('inverse');
  expect((await holdToken(round, keeping, ask)).outcome).toBe('ready');
  expect(told.blinded).toHaveLength(3);
});

it('skips the round where another device of the person has the token, for good', async () => {
  const { told, ask } = server({ fates: ['other'] });

  expect((await holdToken(round, keeping, ask)).outcome).toBe('skipped');
  expect((await holdToken(round, keeping, ask)).outcome).toBe('skipped');
  expect(told.blinded).toHaveLength(1);
});

it('asks nobody for anything when the published key is not the one of the page, or not the one seen first', async () => {
  const wrong = server({ keys: other });
  expect((await holdToken(round, keeping, wrong.ask)).outcome).toBe('key');

  await holdToken(round, keeping, server().ask);
  const tagged = {
    ...round,
    sign: await fingerprintOf(other.sign.publicKey),
    seal: await fingerprintOf(other.seal.publicKey)
  };
  expect((await holdToken(tagged, keeping, wrong.ask)).outcome).toBe('key');
  expect(wrong.told.blinded).toEqual([]);
});

it('sends 592 bytes, the same ones until they arrive, and keeps no more than the receipt', async () => {
  const { ask } = server();
  const { keys } = await holdToken(round, keeping, ask);
  await keepBallot(round, keys!.seal, new Uint8Array(16).fill(1), keeping);
  await keepBallot(round, keys!.seal, new Uint8Array(16).fill(2), keeping);
  const off = server({ cast: 0 });
  expect(await sendBallot(round, keeping, off.ask)).toBe('later');
  expect(await sendBallot(round, keeping, off.ask)).toBe('later');
  const back = server({ cast: 409 });
  expect(await sendBallot(round, keeping, back.ask)).toBe('sent');

  expect(off.told.bodies[0]).toHaveLength(592);
  expect([off.told.bodies[1], back.told.bodies[0]]).toEqual([off.told.bodies[0], off.told.bodies[0]]);
  expect(Object.keys(readRecord(keeping, round)!).sort()).toEqual(['receipt', 'seal', 'sign', 'state']);
  expect(await sendBallot(round, keeping, off.ask)).toBe('sent');
  expect(off.told.bodies).toHaveLength(2);
});
