import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { newReports, type NewReport } from '../newReport';
import { circlesAhead, type CircleAhead } from '../nextCircle';

export interface HomeTeam {
  id: string;
  name: string;
  organisation: string;
  timeZone: string;
  role: 'lead' | 'member';
  members: number;
  open: CircleAhead[];
  next: CircleAhead | null;
  reports: NewReport[];
}

/** The person's teams with the circles that are open, the next one and the new reports of each; `now` in milliseconds. */
export async function loadHomeTeams(supabase: Supabase, personId: string, now: number): Promise<HomeTeam[]> {
  const rows = mustWork(
    await supabase
      .from('team_members')
      .select(
        `role, teams (id, name, time_zone, organisations (name), members:team_members (person_id),
           circles (id, title, state, starts_at, reports (version, published_at)))`
      )
      .eq('person_id', personId)
      .in('teams.circles.state', ['planned', 'open', 'closed'])
  );
  return rows
    .map(({ role, teams: team }) => ({
      id: team.id,
      name: team.name,
      organisation: team.organisations.name,
      timeZone: team.time_zone,
      role: role === 'lead' ? ('lead' as const) : ('member' as const),
      members: team.members.length,
      ...circlesAhead(
        team.circles.map(({ id, title, state, starts_at }) => ({ id, title, state, startsAt: starts_at })),
        now
      ),
      reports: newReports(
        team.circles.flatMap(({ id, title, reports }) =>
          reports.map(({ version, published_at }) => ({
            circleId: id,
            circle: title,
            version,
            publishedAt: published_at
          }))
        ),
        now
      )
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Makes an organisation with its first team; the person is admin and lead. @returns the team's id */
export async function startOrganisation(
  supabase: Supabase,
  { organisation, team, timeZone }: { organisation: string; team: string; timeZone: string }
): Promise<string> {
  return mustWork(
    await supabase.rpc('start_organisation', { p_name: organisation, p_team: team, p_time_zone: timeZone })
  );
}
