import { circleKinds, type CircleKind } from '../../circles/circleTemplate.ts';
import { isCircleState, type CircleState } from '../../circles/state.ts';

/** A circle as the pages of its record and its attendance need it. */
export interface RecordedCircle {
  id: string;
  title: string;
  kind: CircleKind;
  state: CircleState;
  startsAt: string | null;
  timeZone: string;
  plannedMinutes: number;
  heldOn: string[];
  seriesId: string | null;
  team: { id: string; name: string; timeZone: string };
  members: { id: string; name: string }[];
  isLead: boolean;
  /** Whether the person keeps it: a lead of the team, its facilitator or co-facilitator. */
  keeps: boolean;
  /** Whether what it says may still be changed. */
  changes: boolean;
}

export const circleColumns =
  `id, team_id, title, kind, state, starts_at, time_zone, planned_minutes, held_on, series_id,
  teams(id, name, time_zone, team_members(person_id, role, people(display_name))), circle_roles(person_id, role)` as const;

export interface CircleRow {
  id: string;
  title: string;
  kind: string;
  state: string;
  starts_at: string | null;
  time_zone: string;
  planned_minutes: number;
  held_on: string[];
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
  const state = isCircleState(row.state) ? row.state : 'archived';
  return {
    id: row.id,
    title: row.title,
    kind: circleKinds.find((kind) => kind === row.kind) ?? 'staff',
    state,
    startsAt: row.starts_at,
    timeZone: row.time_zone,
    plannedMinutes: row.planned_minutes,
    heldOn: row.held_on,
    seriesId: row.series_id,
    team: { id: row.teams.id, name: row.teams.name, timeZone: row.teams.time_zone },
    members: row.teams.team_members
      .map((member) => ({ id: member.person_id, name: member.people.display_name }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
    isLead,
    keeps,
    changes: keeps && state !== 'archived'
  };
}

/** The row of a table that holds at most one a circle. By a key of two columns it is embedded as a list, elsewhere as itself. */
export function oneOf<Row>(embedded: Row | Row[] | null | undefined): Row | null {
  return (Array.isArray(embedded) ? embedded[0] : embedded) ?? null;
}
