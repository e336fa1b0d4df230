import * as m from '$lib/paraglide/messages';
import { RuleBroken } from '$lib/server/errors';
import { rateLimit } from '$lib/server/rateLimit';

/** As wide as for new accounts: a whole open day may sign up from one network. */
const most = 150;
const window = 10 * 60_000;

/** Counts on its own; the server uses the one below. */
export function countSignUps() {
  const allow = rateLimit(most, window);
  /** @param network the address of the connection; @param now milliseconds. @throws RuleBroken 429 with the sentence to show */
  return function mayAsk(network: string, now: number): void {
    if (!allow(network, now)) throw new RuleBroken(429, 'too_many', m.training_places_try_too_often());
  };
}

export const maySignUp = countSignUps();
