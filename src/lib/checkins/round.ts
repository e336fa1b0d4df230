const DAY = 86_400_000;
export const LEAST_DAYS = 7;
/** Rounds start at least this far apart; a round is no longer either, so that no two of a team are open at once. */
export const DAYS_APART = 28;
/**
 * So many people are on the roster of a round, or it does not open: one more than the answers a publication takes. With five asked, "enough answers"
 * would say of everybody by name that they answered.
 */
export const LEAST_ASKED = 6;

/**
 * Instants, not wall-clock days: a day here has 24 hours whatever the clocks do. Neither changes once a round is open.
 */
export type CheckinRound = { opensAt: Date; closesAt: Date };

export type OpeningFault = 'too_short' | 'too_long' | 'too_soon' | 'few_people' | 'no_contacts';

/**
 * Why a round can't open at `now`; null when it can. `lastOpenedAt` is of the team's round before, whether or not it
 * published. `roster` is how many people are on it: with fewer than six nobody is asked.
 */
export function openingFault(plan: {
  now: Date;
  closesAt: Date;
  lastOpenedAt: Date | null;
  roster: number;
  contactsSet: boolean;
}): OpeningFault | null {
  const length = plan.closesAt.getTime() - plan.now.getTime();
  // Written so that an invalid date is refused as well.
  if (!(length >= LEAST_DAYS * DAY)) return 'too_short';
  if (length > DAYS_APART * DAY) return 'too_long';
  if (plan.lastOpenedAt && !(plan.now >= mayOpenFrom(plan.lastOpenedAt))) return 'too_soon';
  if (plan.roster < LEAST_ASKED) return 'few_people';
  return plan.contactsSet ? null : 'no_contacts';
}

/** The first instant at which a team may open its next round. */
export function mayOpenFrom(lastOpenedAt: Date): Date {
  return new Date(lastOpenedAt.getTime() + DAYS_APART * DAY);
}

/**
 * Where a round stands by the clock alone. From `closesAt` on it takes no ballots, published or not; `due` is closed
 * and waiting for its tally, also when the server was down at that hour. There is no step back and no way to close
 * early.
 */
export function roundState(
  round: CheckinRound,
  published: boolean,
  now: Date
): 'waiting' | 'open' | 'due' | 'published' {
  if (published) return 'published';
  if (now >= round.closesAt) return 'due';
  return now >= round.opensAt ? 'open' : 'waiting';
}
