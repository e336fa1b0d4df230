import type { Bytes } from '../blind/bytes.ts';
import { keepBallot, sendBallot, type SendOutcome } from './deviceBallot.ts';
import { type Keeping, readRecord } from './deviceRecord.ts';
import type { OpenRound, Token, TokenOutcome } from './deviceToken.ts';

/**
 * How it went. `done`: this device had sent its ballot before. `waiting`: sealed and kept, for when the network is back.
 * `stay`: not even sealed, so that the answer is only in the page.
 */
export type Delivery =
  Exclude<SendOutcome, 'later'> | Exclude<TokenOutcome, 'ready' | 'sent' | 'later'> | 'done' | 'waiting' | 'stay';

/**
 * Seals an encoded answer, unless one is sealed already (the first stands), and sends it.
 * @param answer null where only what waits is to be sent
 * @throws when the browser keeps nothing, or its storage is full
 */
export async function sealAndSend(
  round: OpenRound,
  { outcome, keys }: Token,
  answer: Bytes | null,
  keeping: Keeping,
  ask = fetch
): Promise<Delivery> {
  if (outcome === 'sent') return 'done';
  const kept = () => Boolean(readRecord(keeping, round)?.sealed);
  if (keys && answer && !kept()) await keepBallot(round, keys.seal, answer, keeping);
  if (outcome === 'later') return kept() ? 'waiting' : 'stay';
  if (outcome !== 'ready') return outcome;
  const sent = await sendBallot(round, keeping, ask);
  return sent === 'later' ? 'waiting' : sent;
}

/** Some private windows refuse to keep anything: a token would be used up and lost at once. */
export function keepsAnything(...places: (() => Keeping)[]): boolean {
  try {
    for (const place of places) {
      place().setItem('circlewell-tried', '');
      place().removeItem('circlewell-tried');
    }
    return true;
  } catch {
    return false;
  }
}
