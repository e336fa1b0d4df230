import { BlindError } from '../blind/blindError.ts';
import { fromBase64url, toBase64url } from '../blind/bytes.ts';
import { blind, finalize, type PublicKey } from '../blind/client.ts';
import { drawMessage, nullifierOf } from '../blind/token.ts';
import { type DeviceRecord, type Keeping, type RecordPlace, readRecord, writeRecord } from './deviceRecord.ts';
import { KeyDiffers, type RoundKeys, trustedKeys } from './roundKeys.ts';

/** What a page says of an open round: the fingerprints of its keys, the address where its token is asked for, and the one the ballot goes to. */
export type OpenRound = RecordPlace & { sign: string; seal: string; token: string; cast: string };

/**
 * `ready`: the device holds a token. `sent`: and has used it. `skipped`: another device of this person or place has it. `later`: no
 * network, or the server could not. `key`: a key is not the one it should be. `closed`, `not_listed`, `signed_out` as the server says.
 */
export type TokenOutcome = 'ready' | 'sent' | 'skipped' | 'later' | 'key' | 'closed' | 'not_listed' | 'signed_out';
export type Token = { outcome: TokenOutcome; keys?: RoundKeys };

const refusals: Record<number, TokenOutcome> = {
  401: 'signed_out',
  403: 'not_listed',
  409: 'skipped',
  410: 'closed'
};

/**
 * Sees to it that this device holds a token of an open round. It may be asked as often as one likes: what was drawn is
 * kept before it is sent, so a lost answer is asked for again with the same message, also by another tab.
 */
export function holdToken(round: OpenRound, keeping: Keeping, ask = fetch): Promise<Token> {
  const work = () => take(round, keeping, ask).catch(outcomeOf);
  return 'locks' in navigator ? navigator.locks.request(`circlewell-${round.round}`, work) : work();
}

async function take(round: OpenRound, keeping: Keeping, ask: typeof fetch): Promise<Token> {
  const known = readRecord(keeping, round);
  const keys = await trustedKeys(round.round, known ? [round, known] : [round], ask);
  if (known?.state === 'sent' || known?.state === 'skipped') return { outcome: known.state, keys };
  if (known?.signature) return { outcome: 'ready', keys };
  const record = known ?? (await draw(round, keys.sign));
  // First kept, then sent: whatever happens to the answer, the same message can be asked for again.
  writeRecord(keeping, round, record);
  const answer = await ask(round.token, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ blinded: record.blinded })
  });
  if (!answer.ok) {
    const outcome = refusals[answer.status] ?? 'later';
    // Read to its end, or the browser counts it as still on its way.
    await answer.text();
    if (outcome === 'skipped') writeRecord(keeping, round, { sign: round.sign, seal: round.seal, state: 'skipped' });
    return { outcome, keys };
  }
  const { signature } = (await answer.json()) as { signature: string };
  const message = fromBase64url(record.message!);
  const signed = await finalize(keys.sign, message, fromBase64url(signature), fromBase64url(record.inverse!));
  const { inverse: _, blinded: __, ...rest } = record;
  // A ballot may be waiting already, for what was answered before the signature came.
  const state = rest.sealed ? 'waiting' : 'signed';
  writeRecord(keeping, round, { ...rest, state, signature: toBase64url(signed) });
  return { outcome: 'ready', keys };
}

async function draw({ round, sign, seal }: OpenRound, key: PublicKey): Promise<DeviceRecord> {
  const message = drawMessage(round);
  const { blinded, inverse } = await blind(key, message);
  return {
    sign,
    seal,
    state: 'asked',
    message: toBase64url(message),
    inverse: toBase64url(inverse),
    blinded: toBase64url(blinded),
    receipt: await nullifierOf(message)
  };
}

/** A signature that does not verify was made with another key: as grave as a key that differs. */
function outcomeOf(fault: unknown): Token {
  return { outcome: fault instanceof KeyDiffers || fault instanceof BlindError ? 'key' : 'later' };
}
