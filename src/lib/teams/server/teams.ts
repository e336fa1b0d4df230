import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';

export interface TeamRow {
  id: string;
  name: string;
  leads: string[];
  members: number;
}

/** All teams of an organisation, for its admins. */
export async function loadTeams(supabase: Supabase, organisationId: string): Promise<TeamRow[]> {
  const rows = mustWork(
    await supabase
      .from('teams')
      .select('id, name, team_members (role, people (display_name))')
      .eq('organisation_id', organisationId)
  );
  return rows
    .map(({ id, name, team_members }) => ({
      id,
      name,
      leads: team_members.filter(({ role }) => role === 'lead').map(({ people }) => people.display_name),
      members: team_members.length
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** @returns the new team's id. It has no lead until somebody joins as one. */
export async function makeTeam(
  supabase: Supabase,
  organisationId: string,
  name: string,
  timeZone: string
): Promise<string> {
  const row = mustWork(
    await supabase
      .from('teams')
      .insert({ organisation_id: organisationId, name, time_zone: timeZone })
      .select('id')
      .single()
  );
  return row.id;
}
