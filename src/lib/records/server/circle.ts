import { plainCircleOf, plainColumns, type PlainCircle, type PlainRow } from '../../circles/circleRow.ts';
import { isCircleRole, type RoleHolder } from '../../circles/roles/role.ts';

/** A circle as the pages of its record and its attendance need it. */
export interface RecordedCircle extends PlainCircle {
  seriesId: string | null;
  team: { id: string; name: string; timeZone: string };
  members: { id: string; name: string }[];
  /** Who facilitates, co-facilitates and observes. */
  roles: RoleHolder[];
  isLead: boolean;
  /** Whether the person keeps it: a lead of the team, its facilitator or co-facilitator. */
  keeps: boolean;
  /** Whether what it says may still be changed. */
  changes: boolean;
}

export const circleColumns = `${plainColumns}, team_id, series_id,
  teams(id, name, time_zone, team_members(person_id, role, people(display_name))), circle_roles(person_id, role)` as const;

export interface CircleRow extends PlainRow {
  series_id: string | null;
  teams: {
    id: string;
    name: string;
    time_zone: string;
    team_members: { person_id: string; role: string; people: { display_name: string } }[];
  };
  circle_roles: { person_id: string; role: string }[];
}

/** The circle of a row, or null to someone who is not in its team. */
export function circleFrom(row: CircleRow | null, personId: string): RecordedCircle | null {
  const mine = row?.teams.team_members.find((member) => member.person_id === personId);
  if (!row || !mine) return null;
  const role = row.circle_roles.find((each) => each.person_id === personId)?.role;
  const isLead = mine.role === 'lead';
  const keeps = isLead || role === 'facilitator' || role === 'co_facilitator';
  const circle = plainCircleOf(row);
  return {
    ...circle,
    seriesId: row.series_id,
    team: { id: row.teams.id, name: row.teams.name, timeZone: row.teams.time_zone },
    members: row.teams.team_members
      .map((member) => ({ id: member.person_id, name: member.people.display_name }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
    roles: row.circle_roles.flatMap((each) =>
      isCircleRole(each.role) ? [{ personId: each.person_id, role: each.role }] : []
    ),
    isLead,
    keeps,
    changes: keeps && circle.state !== 'archived'
  };
}

/** The row of a table that holds at most one a circle. By a key of two columns it is embedded as a list, elsewhere as itself. */
export function oneOf<Row>(embedded: Row | Row[] | null | undefined): Row | null {
  return (Array.isArray(embedded) ? embedded[0] : embedded) ?? null;
}
