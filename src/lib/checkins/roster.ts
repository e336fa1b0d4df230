const DAY = 86_400_000;
/**
 * Who joined later than this before the opening counts from the next round: their answer would be the one that is new.
 */
export const JOINED_DAYS = 14;
/** A person is on one roster in a period this long, counted from the opening of a round. */
export const PERIOD_DAYS = 28;

export type RosterMember = { person: string; role: 'lead' | 'member'; joinedAt: Date };
export type Period = { opensAt: Date };

/** Whether two rounds fall into the same period, so that nobody may be on both rosters. */
export function samePeriod(one: Period, other: Period): boolean {
  return Math.abs(one.opensAt.getTime() - other.opensAt.getTime()) < PERIOD_DAYS * DAY;
}

/**
 * Who is on the roster of a round opening at `opensAt`, in the order given: members who joined at least 14 days before,
 * no lead, nobody on the roster of another team in the same period. Frozen from then on: who joins or leaves counts
 * from the next round.
 */
export function freezeRoster(
  members: readonly RosterMember[],
  opensAt: Date,
  otherRosters: readonly (Period & { people: readonly string[] })[]
): string[] {
  const taken = new Set(otherRosters.flatMap((other) => (samePeriod(other, { opensAt }) ? other.people : [])));
  const latest = opensAt.getTime() - JOINED_DAYS * DAY;
  // A person who leads counts as lead, whatever else they are.
  const leads = new Set(members.flatMap(({ person, role }) => (role === 'lead' ? person : [])));
  const eligible = members.filter(
    ({ person, joinedAt }) => !leads.has(person) && !taken.has(person) && joinedAt.getTime() <= latest
  );
  return [...new Set(eligible.map(({ person }) => person))];
}

/**
 * Whether two rounds may be laid side by side: the same people were asked with the same definition. Otherwise no arrow
 * and no "more" or "less".
 */
export function mayCompare(
  before: { roster: readonly string[]; definition: string },
  after: { roster: readonly string[]; definition: string }
): boolean {
  const people = new Set(before.roster);
  return (
    before.definition === after.definition &&
    people.size === new Set(after.roster).size &&
    after.roster.every((person) => people.has(person))
  );
}
