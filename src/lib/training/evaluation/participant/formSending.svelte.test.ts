import { beforeAll, beforeEach, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from '../../../ballots/blind/bytes.ts';
import { createSigner, generateRoundKeys, type RoundKeys } from '../../../ballots/blind/signer.ts';
import { fingerprintOf } from '../../../ballots/blind/token.ts';
import type { OpenRound } from '../../../ballots/device/deviceToken.ts';
import { FormSending } from './formSending.svelte.ts';

let made: RoundKeys;
let other: RoundKeys;
let round: OpenRound;
beforeAll(async () => {
  [made, other] = [await generateRoundKeys(), await generateRoundKeys()];
  round = {
    kind: 'evaluation',
    round: 'c1000000-0000-4000-8000-000000000001',
    person: 'place',
    sign: await fingerprintOf(made.sign.publicKey),
    seal: await fingerprintOf(made.seal.publicKey),
    token: '/token',
    cast: '/cast/c1'
  };
});
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

/** A server; `token` and `cast` are statuses, 0 no network. */
function at({ keys = made, token = 200, cast = 204 } = {}) {
  const answers = { token, cast };
  const bodies: Uint8Array[] = [];
  const signer = createSigner(made.sign.privateKey);
  const ask = (async (address: string, init: RequestInit) => {
    if (address.startsWith('/keys/'))
      return Response.json({ sign: { key: toBase64url(keys.sign.publicKey) }, seal: { key: toBase64url(keys.seal.publicKey) } }); // prettier-ignore
    if (address.startsWith('/cast/')) {
      bodies.push(init.body as Uint8Array);
      if (answers.cast === 0) throw new TypeError('no network');
      return new Response(null, { status: answers.cast });
    }
    if (answers.token === 0) throw new TypeError('no network');
    if (answers.token !== 200) return new Response(null, { status: answers.token });
    const { blinded } = JSON.parse(init.body as string) as { blinded: string };
    return Response.json({ signature: toBase64url(signer.sign(fromBase64url(blinded))) });
  }) as typeof fetch;
  return { answers, bodies, ask };
}
const onDevice = (ask: typeof fetch, over = {}) =>
  new FormSending(round, { keeping: () => localStorage, tab: () => sessionStorage, sealing: () => true, ask, ...over });
const kept = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);

it('sends once for two presses, keeps no answer, and says after a reload that it was sent', async () => {
  const { ask, bodies } = at();
  const form = onDevice(ask);
  await form.start();
  form.begin();
  await Promise.all([form.send([1, 0, 4]), form.send([2, 2, 2])]);

  expect(form.end).toBe('sent');
  expect(bodies.map(({ length }) => length)).toEqual([592]);
  expect(kept()).not.toMatch(/message|sealed|begun/);
  const again = onDevice(ask);
  await again.start();
  expect(again.end).toBe('done');
});

it('says after a reload that what was begun was not kept, once', async () => {
  const { ask } = at();
  const form = onDevice(ask);
  await form.start();
  expect(form.note).toBeNull();
  form.begin();
  const reloaded = onDevice(ask);
  await reloaded.start();
  expect(reloaded.note).toBe('begun');
  const twice = onDevice(ask);
  await twice.start();
  expect(twice.note).toBeNull();
});

it('keeps what is sealed until the network is back, the first form only', async () => {
  const { ask, answers, bodies } = at({ cast: 0 });
  const form = onDevice(ask);
  await form.start();
  await form.send([1]);
  expect(form.end).toBe('waiting');
  answers.cast = 204;
  const reloaded = onDevice(ask);
  await reloaded.start();
  expect(reloaded.end).toBe('sent');
  expect(bodies[1]).toEqual(bodies[0]);
});

it('stays in the page without any network, and sends what is chosen when it is back', async () => {
  const { ask, answers, bodies } = at({ token: 0 });
  const down = (async (address: string, init: RequestInit) => {
    if (answers.token === 0) throw new TypeError('no network');
    return ask(address, init);
  }) as typeof fetch;
  const form = onDevice(down);
  await form.start();
  expect([form.end, form.note]).toEqual([null, 'later']);
  await form.send([1]);
  expect([form.end, form.note]).toEqual([null, 'stay']);
  answers.token = 200;
  await form.again([2]);
  expect([form.end, form.note, bodies.length]).toEqual(['sent', null, 1]);
});

it.each([
  [401, 'signed_out'],
  [403, 'not_listed'],
  [409, 'skipped'],
  [410, 'closed']
] as const)('says what a token refused with %i means', async (token, end) => {
  const form = onDevice(at({ token }).ask);
  await form.start();
  expect(form.end).toBe(end);
});

it.each([
  [410, 'closed'],
  [403, 'refused'],
  [409, 'sent']
] as const)('says what a cast answered with %i means', async (cast, end) => {
  const form = onDevice(at({ cast }).ask);
  await form.start();
  await form.send([1]);
  expect(form.end).toBe(end);
});

it('sends nothing with another key, over http, or where nothing can be kept', async () => {
  const wrong = at({ keys: other });
  const tagged = onDevice(wrong.ask);
  await tagged.start();
  await tagged.send([1]);
  expect(tagged.end).toBe('key');

  const { ask, bodies } = at();
  const insecure = onDevice(ask, { sealing: () => false });
  await insecure.start();
  expect(insecure.end).toBe('insecure');
  const keeping = () => {
    throw new Error('denied');
  };
  const shut = onDevice(ask, { keeping });
  await shut.start();
  expect(shut.end).toBe('no_storage');
  await shut.send([1]);
  expect([wrong.bodies, bodies]).toEqual([[], []]);
});
