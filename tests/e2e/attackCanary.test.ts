import { expect, test } from '@playwright/test';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { toBase64url, type Bytes } from '../../src/lib/ballots/blind/bytes.ts';
import { encodeForm } from '../../src/lib/training/evaluation/answer.ts';
import { bodyOf, cast, high, sessionOf, takeToken, type Token } from './checkInDevice.ts';
import {
  asked,
  databases,
  groundOn,
  planOfRound,
  round,
  roundIsOpen,
  type Ground,
  type Scene
} from './checkInGround.ts';
import { addresses, evaluation, evaluationIsOpen, planOfEvaluation } from './evaluationGround.ts';

/** What a text may be looked for by, wherever it was written. */
type Canaries = Record<string, Buffer[]>;

const asText = (text: string) => [Buffer.from(text), Buffer.from(Buffer.from(text).toString('base64').slice(0, 40))];

/** Bytes as they are, and as a careless hand writes them: hex, base64, a list of numbers, the way Node shows a buffer. */
function asBytes(bytes: Bytes): Buffer[] {
  // Pieces, since a file may hold a part, or break it over two pages; at multiples of three, where base64 of the whole has whole letters.
  return [0, 81, 300].flatMap((from) => {
    const piece = Buffer.from(bytes.subarray(from, from + 24));
    if (piece.length < 24) return [];
    const hex = piece.toString('hex');
    const written = [hex, hex.replace(/(..)(?=.)/g, '$1 '), piece.toString('base64'), toBase64url(piece)];
    return [piece, ...[...written, [...piece].join(','), [...piece].join(', ')].map((text) => Buffer.from(text))];
  });
}

const address = '203.0.113.77';
const headers = {
  'user-agent': 'canary-agent-7d1f0c93',
  referer: 'https://canary.example/referrer-5b2e',
  'x-forwarded-for': address
};

/** What passes between the device and the server for one token. */
const ofToken = (of: string, token: Token): Canaries => ({
  [`${of}message`]: asBytes(token.message),
  [`${of}signature`]: asBytes(token.signature),
  [`${of}blinded message`]: asBytes(token.blinded),
  [`${of}blind signature`]: asBytes(token.blindSignature)
});

/** A participant without an account takes a token at their personal address and sends a form; a wrong address is refused. */
async function sendForm({ server: { url } }: Scene): Promise<Canaries> {
  const { secret } = addresses[0]!;
  const at = (part: string) => `/place/${part}/token/${evaluation}`;
  const token = await takeToken(url, evaluation, '', headers, at(secret));
  const wrong = secret.replace(/^..../, 'none');
  await expect(takeToken(url, evaluation, '', headers, at(wrong))).rejects.toThrow('no token: 403');
  const body = await bodyOf(url, evaluation, token, encodeForm([4, 1]));
  expect(await cast(url, evaluation, body, { ...headers, cookie: 'own=canary-cookie-91aa42' })).toBe(400);
  expect(await cast(url, round, body, headers)).toBe(403);
  expect(await cast(url, evaluation, body, headers)).toBe(204);
  expect(await cast(url, evaluation, body, headers)).toBe(409);
  return {
    'personal address': [secret, wrong].map((text) => Buffer.from(text)),
    'form body': asBytes(body),
    ...ofToken("form's ", token)
  };
}

/** One person takes a token and answers, others are refused; everything they send is a canary. */
async function sendCanaries({ server: { url } }: Scene): Promise<{ canaries: Canaries; sealed: string }> {
  const session = await sessionOf(url, asked[0]!);
  const token = await takeToken(url, round, `${session}; other=canary-cookie-91aa42`, headers);
  const body = await bodyOf(url, round, token, high);
  const post = (path: string, content: BodyInit, more: Record<string, string> = {}) =>
    fetch(url + path, { method: 'POST', body: content, headers: { origin: url, ...headers, ...more } });
  const turned = (at: number) => body.with(at, body[at]! ^ 1) as Bytes;

  expect(await cast(url, round, body, { ...headers, cookie: 'own=canary-cookie-91aa42' })).toBe(400);
  expect(await cast(url, round, body, { ...headers, authorization: 'Bearer canary-bearer-0c66d1' })).toBe(400);
  expect(await cast(url, round, turned(100), headers)).toBe(403);
  expect(await cast(url, round, turned(40), headers)).toBe(403);
  expect(await cast(url, crypto.randomUUID(), body, headers)).toBe(403);
  expect((await post(`/cast/canary-path-e5b7d0?x=canary-query-20f3`, body)).status).toBe(400);
  expect((await post(`/cast/${round}`, 'canary-body-64bb19')).status).toBe(400);
  const token400 = await post(`/check-ins/${round}/token`, JSON.stringify({ blinded: 'canary-json-8e02' }), {
    'content-type': 'application/json',
    cookie: session
  });
  expect(token400.status).toBe(400);
  expect(await cast(url, round, body, headers)).toBe(204);
  expect(await cast(url, round, body, headers)).toBe(409);

  const texts = [
    'canary-cookie',
    'canary-bearer',
    'canary-path',
    'canary-query',
    'canary-body',
    'canary-json',
    'canary-agent'
  ];
  return {
    sealed: toBase64url(body.subarray(336)),
    canaries: {
      ...Object.fromEntries(texts.map((text) => [text, asText(text)])),
      referrer: asText('canary.example'),
      address: asText(address),
      session: [...session.matchAll(/=([^;]{60})/g)].map(([, value]) => Buffer.from(value!)),
      'cast body': asBytes(body),
      ...ofToken('', token)
    }
  };
}

function* filesIn(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

/** Where canaries were seen, as "what: where"; and in which files the sealed answer lies, which may be in the database alone. */
async function found(ground: Ground, environment: Record<string, string> = {}) {
  // Servers start several times: seconds on a quiet machine, a minute on one with much else to do.
  test.setTimeout(180_000);
  const settings = { LOG: 'all', TRUST_PROXY: '1', ADDRESS_HEADER: 'x-forwarded-for', ...environment };
  const scene = await ground.open(`${planOfRound}\n${planOfEvaluation}`, settings);
  try {
    await roundIsOpen(scene);
    await evaluationIsOpen(scene);
    const { canaries: ofCheckIn, sealed } = await sendCanaries(scene);
    const canaries = { ...ofCheckIn, ...(await sendForm(scene)) };
    await scene.server.stop();
    await scene.look((asker) => asker.run('checkpoint'));
    const places: [string, Buffer][] = [['log', Buffer.from(scene.server.log())]];
    for (const folder of scene.folders())
      for (const file of filesIn(folder)) places.push([relative(folder, file), readFileSync(file)]);
    const where = (needles: Buffer[]) =>
      places.filter(([, content]) => needles.some((needle) => content.includes(needle))).map(([place]) => place);
    const seen = Object.entries(canaries).flatMap(([what, needles]) =>
      where(needles).map((place) => `${what}: ${place}`)
    );
    return { seen, sealedIn: where([Buffer.from(sealed.slice(0, 60))]) };
  } finally {
    await scene.remove();
  }
}

for (const database of databases)
  test.describe(`attack 9 on the running server, ${database}`, () => {
    let ground: Ground;
    test.beforeAll(async () => {
      ground = await groundOn(database);
    });
    test.afterAll(() => ground.remove());

    test('attack 9: nothing of tokens, ballots, cookies and addresses, of check-ins and evaluations, is in a log or a file; the sealed answer is in the database', async () => {
      const { seen, sealedIn } = await found(ground);

      expect(seen).toEqual([]);
      // It is found where the protocol puts it, so this search sees.
      expect(sealedIn.length).toBeGreaterThan(0);
      expect(sealedIn.filter((place) => !/^(pglite\/|base\/|pg_wal\/)/.test(place))).toEqual([]);
    });

    test('attack 9, weakened: a log of requests is caught, and a file of them', async () => {
      const leak = join(import.meta.dirname, 'leak.mjs');
      const { seen } = await found(ground, { NODE_OPTIONS: `--import=${leak}`, LEAK: 'access' });

      const said = ['cast body', 'message', 'canary-cookie', 'canary-agent', 'referrer', 'address', 'session'];
      for (const what of [...said, 'personal address', 'form body', "form's message"])
        expect(seen).toEqual(expect.arrayContaining([`${what}: log`, `${what}: access.log`]));
    });
  });
