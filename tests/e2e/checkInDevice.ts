import { encodeAnswer, type CheckinAnswer } from '../../src/lib/checkins/answer.ts';
import { concat, fromBase64url, toBase64url, type Bytes } from '../../src/lib/ballots/blind/bytes.ts';
import { blind, finalize, importKey } from '../../src/lib/ballots/blind/client.ts';
import { importSealKey, seal } from '../../src/lib/ballots/blind/seal.ts';
import { drawMessage, nullifierOf } from '../../src/lib/ballots/blind/token.ts';
import { demoPassword } from '../../src/lib/teams/demo.ts';
import { cookieOf } from './house.ts';

export const low: CheckinAnswer = { bands: [2, 0, 0], help: [] };
export const high: CheckinAnswer = { bands: [0, 2, 2], help: ['debrief', 'real_breaks'] };

/** What a device has after the signature came: `blinded` and `blindSignature` as they went over the network. */
export type Token = { message: Bytes; signature: Bytes; blinded: Bytes; blindSignature: Bytes };
type Headers = Record<string, string>;

/** A demo person's session, as the value of a Cookie header. */
export const sessionOf = (url: string, email: string): Promise<string> =>
  cookieOf({ url }, { email, password: demoPassword });

async function keysOf(url: string, round: string) {
  const { sign, seal } = await (await fetch(`${url}/keys/${round}.json`)).json();
  return { sign: await importKey(fromBase64url(sign.key)), seal: await importSealKey(fromBase64url(seal.key)) };
}

/** @param address where the token is asked for; without a cookie at the personal address of a place */
export async function takeToken(
  url: string,
  round: string,
  cookie: string,
  headers: Headers = {},
  address = `/check-ins/${round}/token`
): Promise<Token> {
  const { sign } = await keysOf(url, round);
  const message = drawMessage(round);
  const { blinded, inverse } = await blind(sign, message);
  const answer = await fetch(url + address, {
    method: 'POST',
    body: JSON.stringify({ blinded: toBase64url(blinded) }),
    headers: { ...headers, ...(cookie && { cookie }), 'content-type': 'application/json', origin: url }
  });
  if (answer.status !== 200) throw new Error(`no token: ${answer.status}`);
  const blindSignature = fromBase64url((await answer.json()).signature);
  return { message, signature: await finalize(sign, message, blindSignature, inverse), blinded, blindSignature };
}

/** The 592 bytes that leave the device. */
export async function bodyOf(url: string, round: string, { message, signature }: Token, answer: CheckinAnswer | Bytes) {
  const key = (await keysOf(url, round)).seal;
  const encoded = 'bands' in answer ? encodeAnswer(answer) : answer;
  return concat(message, signature, await seal(key, encoded, await nullifierOf(message)));
}

/** The status of a cast. @throws when no answer came. */
export async function cast(url: string, round: string, body: Bytes, headers: Headers = {}): Promise<number> {
  const type = { 'content-type': 'application/octet-stream' };
  return (await fetch(`${url}/cast/${round}`, { method: 'POST', body, headers: { ...type, ...headers } })).status;
}
