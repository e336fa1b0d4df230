import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { circleRoles } from '../../circles/roles/role.ts';
import type { BelongingSeries } from '../belonging.ts';
import { attendanceStatuses } from '../gate.ts';
import type { RoleGiven, SeriesSummary } from '../series.ts';
import { meetingColumns, seriesColumns, seriesFrom } from './rows.ts';
import { teamOfPerson, teamColumns, type TeamOfPerson } from '../../teams/teamOfPerson.ts';

export interface TeamSeries extends TeamOfPerson {
  series: SeriesSummary[];
}

/** A team with its series, newest first, or null to someone who is not in the team. */
export async function seriesOfTeam(supabase: Supabase, teamId: string, personId: string): Promise<TeamSeries | null> {
  const team = mustWork(
    await supabase
      .from('teams')
      .select(`${teamColumns}, series(${seriesColumns}, circles(${meetingColumns}))`)
      .eq('id', teamId)
      .maybeSingle()
  );
  const own = teamOfPerson(team, personId);
  if (!team || !own) return null;
  return {
    ...own,
    series: team.series
      .map(seriesFrom)
      .toSorted((a, b) => b.firstOn.localeCompare(a.firstOn) || a.title.localeCompare(b.title))
  };
}

/** Everything the pages of one series show. */
export interface WholeSeries extends BelongingSeries {
  team: { id: string; name: string };
  isLead: boolean;
  /** A lead, or a facilitator of one of its circles: reads places and attendance of everybody. */
  keeps: boolean;
  /** Who facilitates and observes, by circle id. */
  roles: Record<string, RoleGiven[]>;
}

/** One series with its circles, places and attendance as this person may read them; null to someone outside the team. */
export async function wholeSeries(supabase: Supabase, seriesId: string, personId: string): Promise<WholeSeries | null> {
  const row = mustWork(
    await supabase
      .from('series')
      .select(
        `${seriesColumns}, teams(id, name, team_members(person_id, role, joined_at, people(display_name))),
         circles(${meetingColumns}, circle_roles(person_id, role), attendance(person_id, place_id, status, made_up_on),
           circle_records(attendance_taken_at)),
         series_places(id, person_id, name, asked_at, joined_on, left_on)`
      )
      .eq('id', seriesId)
      .maybeSingle()
  );
  const mine = row?.teams.team_members.find((member) => member.person_id === personId);
  if (!row || !mine) return null;
  const roles = Object.fromEntries(row.circles.map(({ id, circle_roles }) => [id, circle_roles.flatMap(roleFrom)]));
  const keeps =
    mine.role === 'lead' ||
    Object.values(roles).some((given) => given.some((has) => has.personId === personId && has.role !== 'observer'));
  const attendance = row.circles.flatMap(({ id: circle, attendance }) =>
    attendance.map(({ person_id, place_id, status, made_up_on }) => ({
      circle,
      person: person_id,
      place: place_id,
      status: attendanceStatuses.find((known) => known === status) ?? ('declined' as const),
      madeUpOn: made_up_on
    }))
  );
  return {
    ...seriesFrom(row),
    team: { id: row.teams.id, name: row.teams.name },
    isLead: mine.role === 'lead',
    keeps,
    roles,
    members: row.teams.team_members
      .map(({ person_id, joined_at, people }) => ({ id: person_id, name: people.display_name, joinedAt: joined_at }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
    placed: row.series_places.map(({ id, person_id, name, asked_at, joined_on, left_on }) => ({
      id,
      person: person_id,
      name,
      askedAt: asked_at,
      joinedOn: joined_on,
      leftOn: left_on
    })),
    attendance,
    taken: row.circles.filter(wasTaken).map(({ id }) => id)
  };
}

type Taken = { attendance_taken_at: string | null };

/** The embedded row comes alone or in a list: its key is part of a composite one. */
function wasTaken({ circle_records: record }: { circle_records: Taken | Taken[] | null }): boolean {
  return [record].flat().some((row) => row?.attendance_taken_at != null);
}

function roleFrom({ person_id, role }: { person_id: string; role: string }): RoleGiven[] {
  const known = circleRoles.find((each) => each === role);
  return known ? [{ personId: person_id, role: known }] : [];
}
