import { constants, createPrivateKey, generateKeyPairSync, privateDecrypt, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fromBase64url, fromNumber, toBase64url, toNumber } from '../../src/lib/ballots/blind/bytes.ts';
import type * as TokenRules from '../../src/lib/ballots/blind/token.ts';
import { drawMessage, nullifierOf } from '../../src/lib/ballots/blind/token.ts';
import { boxClient, castInto } from '../../src/lib/ballots/server/ballotBox.ts';
import { castBallot } from '../../src/lib/ballots/server/cast.ts';
import { ask, cast, castBody, draft, takeToken, type Token } from './device.ts';
import { gatherWorkers, openRoundNow, openStage, type Stage, type Worker } from './stage.ts';
import { everybodyGetsTokens, noLengthCheck, noNullifierCheck } from './weakened.ts';

/** Taken away by the weakened variants: what a message says of its round is then believed to be whatever is wanted. */
const guards = vi.hoisted(() => ({ believe: null as string | null }));
vi.mock('../../src/lib/ballots/blind/token.ts', async (original) => {
  const token = await original<typeof TokenRules>();
  const parseMessage: typeof token.parseMessage = (message) => {
    const parsed = token.parseMessage(message);
    return parsed && guards.believe ? { ...parsed, roundId: guards.believe } : parsed;
  };
  return { ...token, parseMessage };
});

let stage: Stage;
let workers: Worker[];
let round: string;
beforeAll(async () => {
  stage = await openStage();
  workers = await gatherWorkers(stage, 8);
  round = await openRoundNow(stage);
});
afterAll(() => stage.close());

const ballots = async () => (await stage.rows<{ n: number }>('select count(*) as n from ballot.ballots'))[0]?.n;
const nobody = { client: null as never };
const sealedSizes = () =>
  stage.rows(
    'select distinct char_length(sealed) as size, count(*)::int as ballots from ballot.ballots group by 1 order by 1'
  );

const malformed = [new Uint8Array(256), new Uint8Array(256).fill(255), new Uint8Array(10).fill(1)];
/** What a person gets for blinded messages that nobody honest sends, and then for an honest one. */
async function afterNonsense(on: Stage, worker: Worker): Promise<string[]> {
  const outcomes: string[] = [];
  for (const blinded of malformed) outcomes.push((await ask(on, worker, round, { blinded } as never)).status);
  const honest = await takeToken(on, worker, round).then(
    () => 'a token',
    (fault: Error) => fault.message
  );
  return [...outcomes, honest];
}

function forge(about: string): Token {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const message = drawMessage(about);
  const pss = { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
  return { message, signature: new Uint8Array(sign('sha384', message, pss)) };
}

describe('attack 6: refused is', () => {
  it('a second token for the same person', async () => {
    await takeToken(stage, workers[0]!, round);
    expect(await ask(stage, workers[0]!, round, await draft(stage, round))).toEqual({ status: 'other' });
  });

  it.each(['lead', 'admin', 'outsider', 'stranger'] as const)(
    'a token for the %s, who is not on the roster',
    async (account) => {
      const client = await stage.as(account);
      expect(await ask(stage, { client }, round, await draft(stage, round))).toEqual({ status: 'not_listed' });
    }
  );

  it('a token for a round without a key here, or for no round at all', async () => {
    const drafted = await draft(stage, round);
    expect(await ask(stage, nobody, crypto.randomUUID(), drafted)).toEqual({ status: 'missing' });
  });

  it('a blinded message that nobody honest sends, and the token is still there afterwards', async () => {
    expect(await afterNonsense(stage, workers[1]!)).toEqual(['malformed', 'malformed', 'malformed', 'a token']);
  });

  it('a forged signature, a changed one, and a changed message', async () => {
    const before = await ballots();
    const token = await takeToken(stage, workers[2]!, round);
    const turned = (bytes: Uint8Array) => bytes.map((byte, at) => (at === 5 ? byte ^ 1 : byte)) as Token['message'];
    expect(await cast(stage, round, forge(round))).toBe('forged');
    expect(await cast(stage, round, { ...token, signature: turned(token.signature) })).toBe('forged');
    expect(await cast(stage, round, { ...token, message: turned(token.message) })).toBe('forged');
    expect(await ballots()).toBe(before);
  });

  it('a token that was drawn for another round, in either', async () => {
    const elsewhere = crypto.randomUUID();
    const token = await takeToken(stage, workers[3]!, round, elsewhere);
    expect(await cast(stage, round, token)).toBe('forged');
    const body = await castBody(stage, round, token);
    expect(await castBallot(stage.backend, elsewhere, body)).toBe('unknown');
  });

  it('a body of another length', async () => {
    const body = await castBody(stage, round, forge(round));
    for (const wrong of [body.subarray(1), new Uint8Array([...body, 0]), new Uint8Array()])
      expect(await castBallot(stage.backend, round, wrong)).toBe('malformed');
    expect(await castBallot(stage.backend, '../../etc', body)).toBe('malformed');
  });

  it('a second ballot with the same token, whatever it says; the round being over, both token and ballot', async () => {
    const [first, late] = [await takeToken(stage, workers[4]!, round), forge(round)];
    expect(await cast(stage, round, first)).toBe('counted');
    expect(await cast(stage, round, first)).toBe('already');
    await stage.clock('7 days');
    expect(await cast(stage, round, first)).toBe('closed');
    expect(await cast(stage, round, late)).toBe('forged');
    expect(await ask(stage, workers[4]!, round, await draft(stage, round))).toEqual({ status: 'closed' });
    await stage.clock('0');
  });
});

describe('attack 6, weakened:', () => {
  it('where nobody checks the signature, a forged ballot is counted', async () => {
    const nullifier = await nullifierOf(forge(round).message);
    const sealed = toBase64url(new Uint8Array(256));
    expect(await castInto(boxClient(stage.backend), round, nullifier, sealed)).toBe('counted');
  });

  it('where nobody looks which round a token was drawn for, one of another round is counted', async () => {
    const token = await takeToken(stage, workers[5]!, round, crypto.randomUUID());
    const before = await ballots();
    guards.believe = round;
    const outcome = await cast(stage, round, token).finally(() => (guards.believe = null));
    expect([outcome, await ballots()]).toEqual(['counted', Number(before) + 1]);
  });

  it('where anything is signed, nonsense gets a signature and uses up the token', async () => {
    const key = createPrivateKey({
      key: Buffer.from(stage.keys.read(round)!.sign.privateKey),
      format: 'der',
      type: 'pkcs8'
    });
    const n = toNumber(fromBase64url(key.export({ format: 'jwk' }).n!));
    const signer = stage.keys.signer(round)!;
    const willing = (bytes: Uint8Array) =>
      new Uint8Array(privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, fromNumber(toNumber(bytes) % n, 256)));
    const keys = { ...stage.keys, signer: () => ({ ...signer, sign: willing }) };
    expect(await afterNonsense({ ...stage, keys }, workers[6]!)).toEqual([
      'signed',
      'other',
      'other',
      'no token: other'
    ]);
  });

  it('where nobody measures a body, not even the database, a ballot can be told from the others by its length', async () => {
    const body = await castBody(stage, round, await takeToken(stage, workers[7]!, round));
    const claimed = (bytes: Uint8Array) => Object.defineProperty(bytes, 'length', { value: body.length });
    const longer = claimed(new Uint8Array([...body, 0]));
    // The length is believed: the database measures too.
    expect(await castBallot(stage.backend, round, longer)).toBe('failed');
    expect(await sealedSizes()).toMatchObject([{ size: 342 }]);
    await stage.run(noLengthCheck);
    expect(await castBallot(stage.backend, round, longer)).toBe('counted');
    expect(await sealedSizes()).toMatchObject([{ size: 342 }, { size: 343, ballots: 1 }]);
  });

  it('where nobody looks at roster and earlier tokens, the lead has two; nor at clock and nullifier, a round takes ballots for ever', async () => {
    await stage.run(everybodyGetsTokens + noNullifierCheck);
    const lead = { client: await stage.as('lead') };
    const [one, other] = [await takeToken(stage, lead, round), await takeToken(stage, lead, round)];
    await stage.clock('8 days');
    const outcomes = [await cast(stage, round, one), await cast(stage, round, one), await cast(stage, round, other)];
    expect(outcomes).toEqual(['counted', 'counted', 'counted']);
  });
});
