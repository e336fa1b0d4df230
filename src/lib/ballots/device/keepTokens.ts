import { sendBallot } from './deviceBallot.ts';
import { holdToken, type OpenRound } from './deviceToken.ts';

/**
 * Fetches the token of each open round and sends what waits for the network. Runs on ordinary pages for everybody who is
 * asked, whether or not they will answer: so holding a token says nothing. Silent: whoever answers is told there.
 */
export async function keepTokens(rounds: OpenRound[]): Promise<void> {
  // Only on https and localhost; the check-in itself says so.
  if (!globalThis.crypto?.subtle) return;
  for (const round of rounds) {
    const { outcome } = await holdToken(round, localStorage);
    if (outcome === 'ready') await sendBallot(round, localStorage);
  }
}
