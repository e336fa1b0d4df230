import { generateKeyPairSync, sign, constants } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toBase64url } from '../../src/lib/checkins/blind/bytes.ts';
import { drawMessage, nullifierOf } from '../../src/lib/checkins/blind/token.ts';
import { boxClient, castInto } from '../../src/lib/checkins/server/ballotBox.ts';
import { castBallot } from '../../src/lib/checkins/server/cast.ts';
import { ask, cast, castBody, draft, takeToken, type Token } from './device.ts';
import { gatherWorkers, openRoundNow, openStage, type Stage, type Worker } from './stage.ts';
import { everybodyGetsTokens, noNullifierCheck } from './weakened.ts';

let stage: Stage;
let workers: Worker[];
let round: string;
beforeAll(async () => {
  stage = await openStage();
  workers = await gatherWorkers(stage, 6);
  round = await openRoundNow(stage);
});
afterAll(() => stage.close());

const ballots = async () => (await stage.rows<{ n: number }>('select count(*) as n from ballot.ballots'))[0]?.n;
const nobody = { client: null as never };

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
    for (const blinded of [new Uint8Array(256), new Uint8Array(256).fill(255), new Uint8Array(10).fill(1)])
      expect(await ask(stage, workers[1]!, round, { blinded } as never)).toEqual({ status: 'malformed' });
    expect(await takeToken(stage, workers[1]!, round)).toHaveProperty('signature');
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

  it('where nobody looks at roster and earlier tokens, the lead has two; nor at clock and nullifier, a round takes ballots for ever', async () => {
    await stage.run(everybodyGetsTokens + noNullifierCheck);
    const lead = { client: await stage.as('lead') };
    const [one, other] = [await takeToken(stage, lead, round), await takeToken(stage, lead, round)];
    await stage.clock('8 days');
    const outcomes = [await cast(stage, round, one), await cast(stage, round, one), await cast(stage, round, other)];
    expect(outcomes).toEqual(['counted', 'counted', 'counted']);
  });
});
