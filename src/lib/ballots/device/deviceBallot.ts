import { concat, fromBase64url, toBase64url, type Bytes } from '../blind/bytes.ts';
import { seal } from '../blind/seal.ts';
import { type Keeping, readRecord, writeRecord } from './deviceRecord.ts';
import type { OpenRound } from './deviceToken.ts';

/**
 * Seals an encoded answer, of one length for all answers of its kind, and keeps it for sending. The first one stays: what may have arrived already is never replaced by
 * another, or the same token would carry two.
 */
export async function keepBallot(round: OpenRound, key: CryptoKey, answer: Bytes, keeping: Keeping): Promise<void> {
  const record = readRecord(keeping, round);
  if (!record?.receipt || record.sealed || record.state === 'sent') return;
  const sealed = toBase64url(await seal(key, answer, record.receipt));
  writeRecord(keeping, round, { ...record, state: record.signature ? 'waiting' : 'asked', sealed });
}

/** `sent`: counted, now or before. `later`: still kept, to be sent again. `closed`, `refused`: it will not be taken. */
export type SendOutcome = 'sent' | 'later' | 'closed' | 'refused';

/**
 * Sends the ballot that waits: 592 bytes whatever was answered, and nothing that says who sends. Safe to call again: a
 * ballot that arrived before is told apart by its number and counted once.
 */
export async function sendBallot(round: OpenRound, keeping: Keeping, ask = fetch): Promise<SendOutcome> {
  const record = readRecord(keeping, round);
  if (record?.state === 'sent') return 'sent';
  if (!record?.message || !record.signature || !record.sealed) return 'later';
  const body = concat(...[record.message, record.signature, record.sealed].map(fromBase64url));
  const answer = await ask(round.cast, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store'
  }).catch(() => null);
  if (!answer || answer.status >= 500 || answer.status === 429) return 'later';
  if (answer.status === 204 || answer.status === 409) {
    const { sign, seal: sealKey, receipt } = record;
    // The message and its signature have done their work; the receipt finds the ballot among the published ones.
    writeRecord(keeping, round, { sign, seal: sealKey, receipt, state: 'sent' });
    return 'sent';
  }
  return answer.status === 410 ? 'closed' : 'refused';
}
