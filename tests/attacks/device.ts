import { encodeAnswer, type CheckinAnswer } from '../../src/lib/checkins/answer.ts';
import { concat, fromBase64url, toBase64url, type Bytes } from '../../src/lib/ballots/blind/bytes.ts';
import { blind, finalize, importKey, type Blinded } from '../../src/lib/ballots/blind/client.ts';
import { importSealKey, seal } from '../../src/lib/ballots/blind/seal.ts';
import { drawMessage, nullifierOf } from '../../src/lib/ballots/blind/token.ts';
import { boxClient, publicKeys } from '../../src/lib/ballots/server/ballotBox.ts';
import { castBallot, type CastOutcome } from '../../src/lib/ballots/server/cast.ts';
import { signToken, type Signed } from '../../src/lib/ballots/server/sign.ts';
import { takeRoundToken } from '../../src/lib/checkins/server/roundToken.ts';
import { takeEvaluationToken } from '../../src/lib/training/evaluation/server/evaluationToken.ts';
import { placeKey } from '../../src/lib/training/places/server/placeKey.ts';
import type { Client } from '../policies/furnish.ts';
import type { Stage } from './stage.ts';

export const low: CheckinAnswer = { bands: [2, 0, 0], help: [] };
export const high: CheckinAnswer = { bands: [0, 2, 2], help: ['debrief', 'real_breaks'] };

/** Who asks for tokens: a person by their client, a participant by what follows `/place/` in their address as well. */
export type Asker = { client: Client; place?: string };

/** What a device keeps before it asks for a signature. */
export type Draft = Blinded & { message: Bytes };
export type Token = { message: Bytes; signature: Bytes };

async function keysOf(stage: Stage, round: string) {
  const keys = await publicKeys(boxClient(stage.backend), round);
  if (!keys) throw new Error('the round has no keys');
  return {
    sign: await importKey(fromBase64url(keys.sign.key)),
    seal: await importSealKey(fromBase64url(keys.seal.key))
  };
}

export async function draft(stage: Stage, round: string, about = round): Promise<Draft> {
  const message = drawMessage(about);
  return { message, ...(await blind((await keysOf(stage, round)).sign, message)) };
}

export const ask = (stage: Stage, { client, place }: Asker, round: string, { blinded }: Draft): Promise<Signed> => {
  const take = place ? takeEvaluationToken(client, placeKey(place)!, round) : takeRoundToken(client, round);
  return signToken(take, stage.keys, round, toBase64url(blinded));
};

/** @throws when the signature was refused or does not verify. */
export async function takeToken(stage: Stage, worker: Asker, round: string, about = round): Promise<Token> {
  const drafted = await draft(stage, round, about);
  const signed = await ask(stage, worker, round, drafted);
  if (signed.status !== 'signed') throw new Error(`no token: ${signed.status}`);
  const { sign } = await keysOf(stage, round);
  return {
    message: drafted.message,
    signature: await finalize(sign, drafted.message, fromBase64url(signed.signature), drafted.inverse)
  };
}

/** The 592 bytes that leave the device. */
export async function castBody(
  stage: Stage,
  round: string,
  { message, signature }: Token,
  answer: CheckinAnswer | Bytes = low
): Promise<Bytes> {
  const { seal: key } = await keysOf(stage, round);
  return concat(
    message,
    signature,
    await seal(key, 'bands' in answer ? encodeAnswer(answer) : answer, await nullifierOf(message))
  );
}

export async function cast(
  stage: Stage,
  round: string,
  token: Token,
  answer: CheckinAnswer | Bytes = low
): Promise<CastOutcome> {
  return castBallot(stage.backend, round, await castBody(stage, round, token, answer));
}
