/** What someone does in one circle, beyond being in the team; in the order they are named. */
export const circleRoles = ['facilitator', 'co_facilitator', 'observer'] as const;
export type CircleRole = (typeof circleRoles)[number];

/** True for a word that names a role. */
export const isCircleRole = (word: string): word is CircleRole => circleRoles.some((role) => role === word);

export interface RoleHolder {
  personId: string;
  role: CircleRole;
}

export interface RoleChanges {
  add: RoleHolder[];
  change: RoleHolder[];
  /** People who have no role any more. */
  remove: string[];
}

/** What a form of roles says of one person: what the screen showed, and what is wanted; empty for no role. */
export interface WantedRole {
  personId: string;
  was: CircleRole | '';
  wanted: CircleRole | '';
}

/**
 * What to write so that the wish of this screen is fulfilled. People whose choice was not touched on it stay as they are
 * stored: another lead may have changed them meanwhile.
 */
export function roleChanges(wishes: readonly WantedRole[], stored: readonly RoleHolder[]): RoleChanges {
  const changes: RoleChanges = { add: [], change: [], remove: [] };
  for (const { personId, was, wanted } of wishes) {
    const now = stored.find((holder) => holder.personId === personId)?.role ?? '';
    if (wanted === was || wanted === now) continue;
    if (wanted === '') changes.remove.push(personId);
    else (now === '' ? changes.add : changes.change).push({ personId, role: wanted });
  }
  return changes;
}

/** Holders of each role by name, in the order of roles; roles that nobody has are left out. */
export function byRole<M extends { id: string; name: string }>(
  members: readonly M[],
  holders: readonly RoleHolder[]
): { role: CircleRole; people: M[] }[] {
  const of = (role: CircleRole) =>
    members
      .filter(({ id }) => holders.some((holder) => holder.role === role && holder.personId === id))
      .toSorted((a, b) => a.name.localeCompare(b.name));
  return circleRoles.map((role) => ({ role, people: of(role) })).filter(({ people }) => people.length > 0);
}

/** Facilitators and co-facilitators: those who hold the circle. */
export const holds = (role: CircleRole | undefined): boolean => role === 'facilitator' || role === 'co_facilitator';
