import * as m from '$lib/paraglide/messages';
import { RuleBroken } from '$lib/server/errors';
import { rateLimit } from '$lib/server/rateLimit';

const window = 10 * 60_000;

/**
 * Tries within ten minutes, for one e-mail address and for one network address. The second is wide because a whole
 * workshop joins from one network; the first is what makes guessing a password or a six-digit code hopeless.
 */
const most = {
  signUp: { email: 5, network: 150 },
  password: { email: 10, network: 150 },
  letter: { email: 4, network: 80 },
  code: { email: 10, network: 150 }
} as const;

export type Try = keyof typeof most;

/** Counts on its own; the server uses the one below. */
export function countTries() {
  const kinds = Object.entries(most).map(([kind, { email, network }]) => [
    kind,
    { email: rateLimit(email, window), network: rateLimit(network, window) }
  ]);
  const limits = Object.fromEntries(kinds) as Record<Try, Record<'email' | 'network', ReturnType<typeof rateLimit>>>;
  /** @throws RuleBroken 429 with the sentence to show; `now` in milliseconds */
  return function mustBeAllowed(kind: Try, email: string, network: string, now: number): void {
    const { email: byEmail, network: byNetwork } = limits[kind];
    if (!byNetwork(network, now) || !byEmail(email, now))
      throw new RuleBroken(429, 'too_many', m.teams_try_too_often());
  };
}

export const mustBeAllowed = countTries();
