/** Columns of a team with who is in it: what `teamOfPerson` reads. */
export const teamColumns = 'id, name, time_zone, team_members(person_id, role)';

/** A team as its pages name it, and whether the person leads it. */
export interface TeamOfPerson {
  team: { id: string; name: string; timeZone: string };
  isLead: boolean;
}

interface TeamRow {
  id: string;
  name: string;
  time_zone: string;
  team_members: { person_id: string; role: string }[];
}

/** The team of a row as this person sees it; null to someone who is not in it (an admin who is not a member included). */
export function teamOfPerson(row: TeamRow | null, personId: string): TeamOfPerson | null {
  const mine = row?.team_members.find((member) => member.person_id === personId);
  if (!row || !mine) return null;
  return { team: { id: row.id, name: row.name, timeZone: row.time_zone }, isLead: mine.role === 'lead' };
}
