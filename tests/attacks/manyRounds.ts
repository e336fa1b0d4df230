import { constants, createPrivateKey, sign, type KeyObject } from 'node:crypto';
import { encodeAnswer, type CheckinAnswer } from '../../src/lib/checkins/answer.ts';
import { concat, toBase64url, type Bytes } from '../../src/lib/ballots/blind/bytes.ts';
import { importSealKey, seal } from '../../src/lib/ballots/blind/seal.ts';
import type { RoundKeys } from '../../src/lib/ballots/blind/signer.ts';
import { drawMessage, fingerprintOf, nullifierOf } from '../../src/lib/ballots/blind/token.ts';

/** Open rounds of one team, more than it could have: all with the same keys, as making 100 pairs takes a minute. SQL for the owner of the database. */
export async function manyOpenRounds(team: string, rounds: readonly string[], keys: RoundKeys): Promise<string> {
  const halves = [keys.sign.publicKey, keys.seal.publicKey];
  const [signKey, sealKey] = halves.map(toBase64url);
  const [signPrint, sealPrint] = await Promise.all(halves.map(fingerprintOf));
  return `insert into public.check_in_rounds (id, team_id, built_in, scale_key, scale_version, definition, opens_at, closes_at, opened_at,
      sign_key, sign_fingerprint, seal_key, seal_fingerprint, roster_changed, request_key)
    select id, '${team}', true, 'circlewell-nine', 1, '{}', now() - interval '1 hour', now() + interval '8 days', now() - interval '1 hour',
      '${signKey}', '${signPrint}', '${sealKey}', '${sealPrint}', false, gen_random_uuid()
    from unnest(array['${rounds.join("','")}']::uuid[]) as id;`;
}

export type Ballot = { round: string; nullifier: string; body: Bytes };

/** Makes ballots of rounds with these keys, one as a device would after it has a token. */
export async function ballotMaker(keys: RoundKeys): Promise<(round: string, answer: CheckinAnswer) => Promise<Ballot>> {
  const signer = createPrivateKey({ key: Buffer.from(keys.sign.privateKey), format: 'der', type: 'pkcs8' });
  const sealKey = await importSealKey(keys.seal.publicKey);
  return async (round, answer) => {
    const message = drawMessage(round);
    const nullifier = await nullifierOf(message);
    const sealed = await seal(sealKey, encodeAnswer(answer), nullifier);
    return { round, nullifier, body: concat(message, signatureOf(signer, message), sealed) };
  };
}

/** What blinding, signing and unblinding give in the end: the same kind of signature, made at once. */
const signatureOf = (key: KeyObject, message: Bytes) =>
  new Uint8Array(sign('sha384', message, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }));
